import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { type Command, Option } from 'commander';
import type { ChangedTurn, Decision, PolicyDiff } from '../../agent/replay-policy.ts';
import { localize } from '../../core/locale.ts';
import { formatMoney } from '../../core/money.ts';
import type { Recordings } from '../../server/deps.ts';
import { type CliContext, type CommonOptions, subcommand, throughDoor, voice } from '../context.ts';
import { read } from '../door.ts';
import { EXIT, failure } from '../exit.ts';
import type { Voice } from '../terminal.ts';
import { cut } from './replay-words.ts';

interface Options extends CommonOptions {
  json?: boolean;
  since?: string;
}

type Compared = Awaited<ReturnType<Recordings['comparePolicy']>>;

/** `xiaoer policy diff`: what a changed rule would have decided. Nothing is published by it. */
export function policyDiffCommand(context: CliContext): Command {
  return subcommand(
    'diff',
    '新规则会让哪些记录过的会话有不同结果 · which recorded conversations new rules would decide differently',
  )
    .argument(
      '[file]',
      'YAML 文件，缺省为程序自带的规则 · a YAML file; without it the rules that come with the program',
    )
    .option('--since <day>', '从这一天起，如 2026-11-01 · since that day')
    .addOption(new Option('--json', '输出 JSON · print JSON'))
    .action((file: string | undefined, options: Options) => compare(context, file, options));
}

async function compare(context: CliContext, file: string | undefined, options: Options): Promise<void> {
  const yaml = file === undefined ? undefined : textOf(file);
  const { since } = options;
  const compared = await throughDoor(context, options, async (door) =>
    read<Compared>(
      await door.request('POST', '/local/policy/diff', {
        ...(yaml !== undefined && { yaml }),
        ...(since !== undefined && { since }),
      }),
    ),
  );
  if (!compared.diff) context.end(EXIT.failed);
  if (options.json) return context.terminal.out(JSON.stringify(compared));
  const speaking = voice(context, options);
  const name = file ?? speaking.say({ zh: '自带的规则', en: 'the rules that come with the program' });
  for (const { line, column, text } of compared.problems)
    context.terminal.note(`${name}:${line}:${column} ${localize(text, speaking.locale)}`);
  if (!compared.diff) return;
  for (const turn of compared.diff.changed) for (const line of turnLines(turn, speaking)) context.terminal.out(line);
  for (const line of summaryLines(compared.diff, name, speaking)) context.terminal.out(line);
}

function textOf(file: string): string {
  try {
    return readFileSync(resolve(file), 'utf8');
  } catch (cause) {
    throw failure('cli.unreadable', { zh: `读不了 ${file}。`, en: `${file} cannot be read.` }, cause);
  }
}

function turnLines(turn: ChangedTurn, speaking: Voice): string[] {
  const { say, style } = speaking;
  const change = say(
    turn.change === 'decided' ? { zh: '结果不同', en: 'decided differently' } : { zh: '说法不同', en: 'other words' },
  );
  const head = `${turn.turnId}  ${say({ zh: '会话', en: 'conversation' })} ${turn.conversationId}  ${change}`;
  const decisions = turn.decisions.flatMap(({ command, before, after }) => {
    const differs = before.says.findIndex((text, index) => !isDeepStrictEqual(text, after.says[index]));
    return [
      `  ${command}`,
      `    ${say({ zh: '现行', en: 'now' })}  ${decisionText(before, differs, speaking)}`,
      `    ${say({ zh: '新规', en: 'new' })}  ${decisionText(after, differs, speaking)}`,
    ];
  });
  const { answer } = turn;
  const words = answer
    ? [
        `  ${say({ zh: '回复', en: 'reply' })}`,
        `    ${say({ zh: '现行', en: 'now' })}  ${cut(answer.before)}`,
        `    ${say({ zh: '新规', en: 'new' })}  ${cut(answer.after)}`,
      ]
    : [];
  return [style('bold', head), ...decisions, ...words];
}

/** @param differs which of the sentences is the first that reads otherwise; -1 for none */
function decisionText(decision: Decision, differs: number, { say, locale }: Voice): string {
  const { status, rules, refund, charge, says } = decision;
  const sums = [
    refund && `${say({ zh: '退', en: 'refund' })} ${formatMoney(refund, locale)}`,
    charge && `${say({ zh: '补', en: 'charge' })} ${formatMoney(charge, locale)}`,
  ];
  const sentence = says[Math.max(0, differs)];
  return [status, ...rules, ...sums, sentence && cut(localize(sentence, locale))].filter(Boolean).join('  ');
}

function summaryLines(diff: PolicyDiff, file: string, { say }: Voice): string[] {
  const { before, turns, decisions, decided, answered, undecidable, leftOut } = diff;
  const unread = Object.values(leftOut).reduce((sum, count) => sum + count, 0);
  return [
    say({
      zh: `${before} → ${file}：看了 ${turns} 轮、${decisions} 次按规则的决定；结果不同 ${decided} 轮，说法不同 ${answered} 轮。没有发布任何东西。`,
      en: `${before} → ${file}: ${turns} turns and ${decisions} decisions by the rules; ${decided} turns decided differently, ${answered} in other words. Nothing was published.`,
    }),
    ...(undecidable > 0
      ? [
          say({
            zh: `有 ${undecidable} 次决定，新规则要看当时没有读的数据，判断不了。`,
            en: `${undecidable} decisions cannot be made again: the new rules ask for something that was not read then.`,
          }),
        ]
      : []),
    ...(unread > 0
      ? [
          say({
            zh: `有 ${unread} 轮看不了（顾客已抹去，或是另一版的记录）。`,
            en: `${unread} turns could not be looked at (erased, or recorded by another version).`,
          }),
        ]
      : []),
  ];
}
