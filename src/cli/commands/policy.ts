import { readFileSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { resolve } from 'node:path';
import { type Command, Option } from 'commander';
import type { PolicyPublication, PolicyReport, PolicyShown, PublishedPolicies } from '../../server/deps.ts';
import { type CliContext, type CommonOptions, subcommand, throughDoor, voice } from '../context.ts';
import { read } from '../door.ts';
import { EXIT, failure } from '../exit.ts';
import { policyDiffCommand } from './policy-diff.ts';
import { publishedLine, reportLines, shownLines, versionLines, WORDS } from './policy-words.ts';

interface Options extends CommonOptions {
  json?: boolean;
  force?: boolean;
  note?: string;
  by?: string;
  from?: string;
  shipped?: boolean;
  output?: string;
}

export function policyCommand(context: CliContext): Command {
  const json = () => new Option('--json', '输出 JSON · print JSON');
  const by = () => new Option('--by <name>', '谁发布 · who publishes it').default(userName());
  const note = () => new Option('--note <text>', '说明 · why').default('');
  return subcommand('policy', '店铺的售后规则 · the shop’s rules, as decision tables')
    .addCommand(
      subcommand('show', '当前规则（或某一版） · the rules of now, or of a version, in words')
        .argument('[number]', '版本号 · version number')
        .addOption(json())
        .action((number: string | undefined, options: Options) => show(context, number, options)),
    )
    .addCommand(
      subcommand('check', '检查规则表和知识库 · prove the tables; find articles that say otherwise')
        .argument('[file]', 'YAML 文件，缺省为当前规则 · a YAML file; without it the rules of now')
        .addOption(json())
        .action((file: string | undefined, options: Options) => check(context, file, options)),
    )
    .addCommand(
      subcommand('export', '输出 YAML · write the rules as YAML')
        .argument('[number]', '版本号 · version number')
        .option('--output <file>', '写到文件 · to a file')
        .option('--force', '覆盖已有的文件 · overwrite an existing file')
        .action((number: string | undefined, options: Options) => exportYaml(context, number, options)),
    )
    .addCommand(
      subcommand('import', '检查并发布 · check and publish a YAML file')
        .argument('[file]', 'YAML 文件 · the YAML file')
        .option('--shipped', '发布程序自带的规则 · the rules that come with the program')
        .option('--from <time>', '从什么时候起生效，如 2026-12-01（店铺当地时间） · active from, on the shop’s clock')
        .addOption(note())
        .addOption(by())
        .addOption(json())
        .action((file: string | undefined, options: Options) => publish(context, file, options)),
    )
    .addCommand(
      subcommand('list', '发布过的版本 · published versions, newest first')
        .addOption(json())
        .action((options: Options) => list(context, options)),
    )
    .addCommand(
      subcommand('rollback', '重新发布以前的一版 · publish an earlier version anew')
        .argument('<number>', '版本号 · version number')
        .addOption(note())
        .addOption(by())
        .addOption(json())
        .action((number: string, options: Options) => rollback(context, number, options)),
    )
    .addCommand(policyDiffCommand(context));
}

/** Containers may have a user without a name. */
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return 'cli';
  }
}

function textOf(file: string): string {
  try {
    return readFileSync(resolve(file), 'utf8');
  } catch (cause) {
    throw failure('cli.unreadable', { zh: `读不了 ${file}。`, en: `${file} cannot be read.` }, cause);
  }
}

function numberOf(text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= 1 && number < 2 ** 31) return number;
  throw failure('cli.not-a-number', { zh: `「${text}」不是版本号。`, en: `“${text}” is no version number.` });
}

function shownIn(context: CliContext, options: Options, number: string | undefined): Promise<PolicyShown> {
  const query = number === undefined ? '' : `?number=${numberOf(number)}`;
  return throughDoor(context, options, async (door) =>
    read<PolicyShown>(await door.request('GET', `/local/policy${query}`)),
  );
}

async function show(context: CliContext, number: string | undefined, options: Options): Promise<void> {
  const shown = await shownIn(context, options, number);
  if (options.json) return context.terminal.out(JSON.stringify(shown));
  for (const line of shownLines(shown, voice(context, options))) context.terminal.out(line);
}

async function exportYaml(context: CliContext, number: string | undefined, options: Options): Promise<void> {
  const { yaml } = await shownIn(context, options, number);
  if (options.output === undefined) return context.terminal.out(yaml.trimEnd());
  try {
    writeFileSync(resolve(options.output), yaml, { flag: options.force ? 'w' : 'wx' });
  } catch (cause) {
    throw failure(
      'cli.unwritable',
      {
        zh: `写不了 ${options.output}（已存在的请加 --force）。`,
        en: `${options.output} cannot be written (--force overwrites).`,
      },
      cause,
    );
  }
}

async function check(context: CliContext, file: string | undefined, options: Options): Promise<void> {
  const body = file === undefined ? {} : { yaml: textOf(file) };
  const report = await throughDoor(context, options, async (door) =>
    read<PolicyReport>(await door.request('POST', '/local/policy/check', body)),
  );
  const sound = report.problems.length === 0 && report.contradictions.length === 0;
  if (!sound) context.end(EXIT.failed);
  if (options.json) return context.terminal.out(JSON.stringify({ ok: sound, ...report }));
  const spoken = voice(context, options);
  for (const line of reportLines(report, file ?? 'policy', spoken)) context.terminal.out(line);
  if (sound) context.terminal.out(spoken.say(WORDS.sound));
}

async function publish(context: CliContext, file: string | undefined, options: Options): Promise<void> {
  const { by, note = '', from, shipped = false } = options;
  // Nothing is published by having forgotten to name it.
  if ((file !== undefined) === shipped)
    throw failure('cli.policy-file', {
      zh: '请给一个 YAML 文件，或者写 --shipped 发布程序自带的规则。',
      en: 'Name a YAML file, or say --shipped for the rules that come with the program.',
    });
  const body = { ...(file !== undefined && { yaml: textOf(file) }), by, note, ...(from !== undefined && { from }) };
  const made = await throughDoor(context, options, async (door) =>
    read<PolicyPublication>(await door.request('POST', '/local/policy/versions', body)),
  );
  tell(context, made, file ?? 'shipped', options);
}

async function rollback(context: CliContext, number: string, options: Options): Promise<void> {
  const earlier = numberOf(number);
  const body = { number: earlier, by: options.by, note: options.note || `rollback to ${earlier}` };
  const made = await throughDoor(context, options, async (door) =>
    read<PolicyPublication>(await door.request('POST', '/local/policy/rollback', body)),
  );
  tell(context, made, `#${earlier}`, options);
}

/** What was published, or why nothing was; articles that now say otherwise are told, and do not stop it. */
function tell(
  context: CliContext,
  { version, report, timeZone }: PolicyPublication,
  name: string,
  options: Options,
): void {
  if (!version) context.end(EXIT.failed);
  if (options.json) {
    context.terminal.out(JSON.stringify({ version, ...report }));
    return;
  }
  const spoken = voice(context, options);
  const lines = reportLines(report, name, spoken);
  if (version) for (const line of lines) context.terminal.note(line);
  else for (const line of lines) context.terminal.out(line);
  context.terminal.out(version ? publishedLine(version, timeZone, spoken) : spoken.say(WORDS.nothing));
}

async function list(context: CliContext, options: Options): Promise<void> {
  const published = await throughDoor(context, options, async (door) =>
    read<PublishedPolicies>(await door.request('GET', '/local/policy/versions')),
  );
  if (options.json) return context.terminal.out(JSON.stringify(published));
  const spoken = voice(context, options);
  if (published.versions.length === 0) return context.terminal.note(spoken.say(WORDS.none));
  for (const line of versionLines(published, spoken)) context.terminal.out(line);
  if (published.shippedIsNewer) context.terminal.note(spoken.say(WORDS.shippedIsNewer));
}
