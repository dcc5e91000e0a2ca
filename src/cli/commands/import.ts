import { readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { SingleBar } from 'cli-progress';
import { type Command, Option } from 'commander';
import type { Localized } from '../../core/locale.ts';
import type { ImportReport, RowNote } from '../../server/deps.ts';
import type { ImportLine } from '../../server/schemas/local.ts';
import { previewCsv } from '../../shops/importers/csv/preview.ts';
import { importShop } from '../../shops/importers/import-shop.ts';
import { type CliContext, type CommonOptions, subcommand, throughDoor, voice } from '../context.ts';
import { type Door, problemError, read } from '../door.ts';
import { failure } from '../exit.ts';
import { jsonLines } from '../json-lines.ts';

interface Options extends CommonOptions {
  from: 'mall' | 'tau-bench' | 'csv';
  replace?: boolean;
  preview?: boolean;
  currency?: string;
  timeZone?: string;
  referenceDate?: string;
  json?: boolean;
}

export function importCommand(context: CliContext): Command {
  return subcommand('import', '导入店铺数据 · bring a shop’s data in')
    .argument('<folder>', '数据所在的目录 · the folder with the data')
    .addOption(
      new Option('--from <format>', '数据格式 · what it is')
        .choices(['mall', 'tau-bench', 'csv'])
        .makeOptionMandatory(),
    )
    .option('--preview', '只看不导入 · read and report, keep nothing')
    .option('--replace', '替换已导入的店铺（会先备份）· put it in place of another imported shop (backed up first)')
    .option('--currency <code>', '币种 · currency, where the data does not say (mall: CNY, tau-bench: USD)')
    .option('--time-zone <zone>', '时区 · time zone (Asia/Shanghai; tau-bench: America/New_York)')
    .option(
      '--reference-date <date>',
      '没有日期的订单从哪天往前排 · the day before which orders without dates are spread (today)',
    )
    .option('--json', '输出 JSON · print JSON')
    .action((folder: string, options: Options) => bringIn(context, resolve(folder), options));
}

async function bringIn(context: CliContext, directory: string, options: Options): Promise<void> {
  if (!statSync(directory, { throwIfNoEntry: false })?.isDirectory()) {
    throw failure('cli.no-folder', { zh: `${directory} 不是目录。`, en: `${directory} is not a folder.` });
  }
  if (options.preview && options.from === 'csv' && !options.json) await showFiles(context, directory, options);
  const report = options.preview
    ? await look(directory, options)
    : await throughDoor(context, options, (door) => run(context, door, directory, options));
  if (options.json) context.terminal.out(JSON.stringify(report));
  else showReport(context, report, options);
}

/** Keeps nothing, so it opens nothing: no data folder is begun by looking. */
async function look(directory: string, options: Options): Promise<ImportReport> {
  const { from, currency, timeZone, referenceDate } = options;
  const given = {
    ...(currency !== undefined && { currency }),
    ...(timeZone !== undefined && { timeZone }),
    ...(referenceDate !== undefined && { referenceDate }),
  };
  const { report } = await importShop({ from, directory, options: given });
  return { tables: report.tables, notes: report.notes, backup: null };
}

async function run(context: CliContext, door: Door, directory: string, options: Options): Promise<ImportReport> {
  const { from, currency, timeZone, referenceDate, replace = false } = options;
  const response = await door.request('POST', '/local/import', {
    ...{ directory, from, replace, preview: false, currency, timeZone, referenceDate },
  });
  if (!response.ok || !response.body) return read(response);
  const bar = context.terminal.interactive
    ? new SingleBar({ clearOnComplete: true, hideCursor: true, stream: process.stderr })
    : null;
  let isShown = false;
  try {
    for await (const line of jsonLines<ImportLine>(response.body)) {
      if (line.kind === 'report') return line.report;
      if (line.kind === 'problem') throw problemError(line.problem, line.problem.status);
      if (bar && !isShown) bar.start(line.total, line.done);
      isShown = true;
      bar?.setTotal(line.total);
      bar?.update(line.done);
    }
  } finally {
    bar?.stop();
  }
  throw failure('import.failed', {
    zh: '导入中断了，什么都没有改动。',
    en: 'The import broke off; nothing was changed.',
  });
}

async function showFiles(context: CliContext, directory: string, options: Options): Promise<void> {
  const { say, style } = voice(context, options);
  for (const name of readdirSync(directory)
    .filter((file) => file.endsWith('.csv'))
    .sort()) {
    const { encoding, certain, delimiter, header, rows, readAs } = await previewCsv(join(directory, name));
    const doubt = certain
      ? ''
      : say({ zh: '（不确定，请看看文字对不对）', en: ' (not certain: look whether the words are right)' });
    context.terminal.out(style('bold', `${name}  ${encoding}${doubt}  ${JSON.stringify(delimiter)}`));
    for (const [index, title] of header.entries()) {
      const meaning = readAs
        ? (readAs[index] ?? say({ zh: '不用', en: 'not used' }))
        : say({ zh: '文件名不认识', en: 'unknown file' });
      const examples = rows.map((row) => row[index] ?? '').filter(Boolean);
      context.terminal.out(`  ${title} → ${meaning}  ${style('dim', examples.slice(0, 3).join(' | '))}`);
    }
  }
}

/** Warnings of one file that are written out; the rest is counted. */
const SHOWN_WARNINGS = 10;

function showReport({ terminal, ...context }: CliContext, report: ImportReport, options: Options): void {
  const { say, style } = voice({ terminal, ...context }, options);
  const line = ({ row, column, reason }: RowNote) =>
    `  ${row}${column === undefined ? '' : ` [${column}]`}: ${say(reason)}`;
  for (const table of report.tables) {
    const counts: Localized = {
      zh: `${table.file}：读取 ${table.read} 行，保留 ${table.kept} 行，拒绝 ${table.refused.length} 行`,
      en: `${table.file}: ${table.read} rows read, ${table.kept} kept, ${table.refused.length} refused`,
    };
    terminal.out(style('bold', say(counts)));
    for (const note of table.refused) terminal.out(style('red', line(note)));
    for (const note of table.warnings.slice(0, SHOWN_WARNINGS)) terminal.out(style('yellow', line(note)));
    const more = table.warnings.length - SHOWN_WARNINGS;
    if (more > 0)
      terminal.out(
        say({ zh: `  …还有 ${more} 条提醒，用 --json 看全部`, en: `  … ${more} more remarks: --json shows them all` }),
      );
  }
  for (const note of report.notes) terminal.out(say(note));
  if (report.backup)
    terminal.out(
      say({ zh: `原来的店铺备份在 ${report.backup}`, en: `The shop before it is saved in ${report.backup}` }),
    );
  if (options.preview)
    terminal.note(say({ zh: '只是预览，什么都没有改动。', en: 'Only a preview: nothing was changed.' }));
}
