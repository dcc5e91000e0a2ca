import { join, resolve } from 'node:path';
import { type Command, Option } from 'commander';
import type { DialogueOutcome } from '../conformance/dialogs/judge.ts';
import { linesOf as dialogueLines, reportOf as dialogueReport, isAcceptable } from '../conformance/dialogs/report.ts';
import { openDialogueStage } from '../conformance/dialogs/stage.ts';
import { loadTranscripts } from '../conformance/dialogs/transcripts.ts';
import { openTauStage, type TaskOutcome } from '../conformance/tau/conformance.ts';
import { loadTasks } from '../conformance/tau/tasks.ts';
import { type CliContext, type CommonOptions, subcommand, voice } from '../context.ts';
import { EXIT } from '../exit.ts';
import type { Voice } from '../terminal.ts';

interface Options extends CommonOptions {
  data: string;
  split: string;
  json?: boolean;
}

/** Proof against work that no one here made. */
export function conformanceCommand(context: CliContext): Command {
  return subcommand('conformance', '用公开评测检验业务办理 · check against public benchmarks')
    .addCommand(
      subcommand(
        'tau',
        'tau-bench 零售：参考操作经过同一道关，比对终态 · tau-bench retail: reference actions through the gate, whole end states compared',
      )
        .requiredOption('--data <folder>', '公开数据所在目录 · the folder that holds tau/')
        .addOption(new Option('--split <name>', '哪一部分任务 · which tasks').default('train'))
        .option('--json', '输出 JSON · print JSON')
        .action((options: Options) => tau(context, options)),
    )
    .addCommand(
      subcommand(
        'dialogs',
        'tau-bench 零售的对话：顾客的话逐句说给内置大脑听 · tau-bench retail’s dialogues: what the customers wrote, message by message, to the embedded brain',
      )
        .requiredOption('--data <folder>', '公开数据所在目录 · the folder that holds tau/')
        .option('--json', '输出 JSON · print JSON')
        .action((options: Omit<Options, 'split'>) => dialogues(context, options)),
    );
}

async function dialogues(context: CliContext, options: Omit<Options, 'split'>): Promise<void> {
  const directory = join(resolve(options.data), 'tau');
  const transcripts = loadTranscripts(directory);
  const words = voice(context, options);
  const stage = await openDialogueStage(directory);
  const outcomes: DialogueOutcome[] = [];
  try {
    for (const [at, transcript] of transcripts.entries()) {
      outcomes.push(await stage.play(transcript));
      if (!options.json && (at + 1) % 10 === 0)
        context.terminal.note(words.style('dim', `${at + 1}/${transcripts.length}`));
    }
  } finally {
    await stage.close();
  }
  const report = dialogueReport(outcomes, stage.importDifferences.length);
  if (options.json) context.terminal.out(JSON.stringify(report));
  else for (const line of dialogueLines(report, words)) context.terminal.out(line);
  context.end(isAcceptable(report) ? EXIT.ok : EXIT.failed);
}

async function tau(context: CliContext, options: Options): Promise<void> {
  const directory = join(resolve(options.data), 'tau');
  const tasks = loadTasks(directory, options.split);
  const words = voice(context, options);
  const stage = await openTauStage(directory);
  const outcomes: TaskOutcome[] = [];
  try {
    for (const [at, task] of tasks.entries()) {
      outcomes.push(await stage.play(task));
      if (!options.json && (at + 1) % 50 === 0) context.terminal.note(words.style('dim', `${at + 1}/${tasks.length}`));
    }
  } finally {
    await stage.close();
  }
  const report = reportOf(options.split, outcomes, stage.importDifferences.length, tasks);
  if (options.json) context.terminal.out(JSON.stringify(report));
  else for (const line of linesOf(report, words)) context.terminal.out(line);
  context.end(report.right === report.tasks && report.importDifferences === 0 ? EXIT.ok : EXIT.failed);
}

type Report = ReturnType<typeof reportOf>;

function reportOf(
  split: string,
  outcomes: readonly TaskOutcome[],
  importDifferences: number,
  tasks: readonly { refused: readonly number[] }[],
) {
  const differing = outcomes.filter(({ differences, misjudged }) => differences.length + misjudged.length > 0);
  return {
    split,
    tasks: outcomes.length,
    right: outcomes.length - differing.length,
    calls: outcomes.reduce((sum, { calls }) => sum + calls.length, 0),
    refusalsExpected: tasks.reduce((sum, { refused }) => sum + refused.length, 0),
    importDifferences,
    differing,
  };
}

function linesOf(report: Report, { say, style }: Voice): string[] {
  const { split, right, tasks, calls, refusalsExpected, importDifferences } = report;
  const isRight = right === tasks && importDifferences === 0;
  return [
    ...report.differing.flatMap(({ index, calls: made, differences, misjudged }) => [
      style('bold', say({ zh: `任务 ${index}`, en: `task ${index}` })),
      ...made.map(({ name, outcome }, at) => `  ${misjudged.includes(at) ? '✗' : ' '} ${name}: ${outcome}`),
      ...differences.map(
        ({ where, expected, found }) => `  ≠ ${where}: ${JSON.stringify(expected)} → ${JSON.stringify(found)}`,
      ),
    ]),
    ...(importDifferences > 0
      ? [
          say({
            zh: `导入后与原数据有 ${importDifferences} 处不同`,
            en: `${importDifferences} differences after the import`,
          }),
        ]
      : []),
    style(
      isRight ? 'green' : 'red',
      say({
        zh: `tau-bench 零售 ${split}：终态一致 ${right}/${tasks}（${calls} 次操作，其中应拒绝 ${refusalsExpected} 次）`,
        en: `tau-bench retail ${split}: ${right}/${tasks} end states as expected (${calls} calls, ${refusalsExpected} of them to be refused)`,
      }),
    ),
  ];
}
