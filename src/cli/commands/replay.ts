import { type Command, Option } from 'commander';
import type { RecordedTurn } from '../../agent/ports.ts';
import type { Replay, Replayed } from '../../agent/replay.ts';
import { type CliContext, type CommonOptions, subcommand, throughDoor, voice } from '../context.ts';
import { type Door, read } from '../door.ts';
import { EXIT, failure } from '../exit.ts';
import { shopTime } from '../shop-time.ts';
import type { Voice } from '../terminal.ts';
import { cut, OUTCOMES, STEP_KINDS } from './replay-words.ts';

interface Options extends CommonOptions {
  json?: boolean;
  conversation?: string;
  since?: string;
}

export function replayCommand(context: CliContext): Command {
  return subcommand(
    'replay',
    '离线重放记录下来的轮次，逐字节比较 · run a recorded turn again, offline, and compare byte by byte',
  )
    .argument('[turn]', '轮次编号 · turn id')
    .option('--conversation <id>', '一个会话的所有轮次 · every turn of a conversation')
    .option('--since <day>', '从这一天起的所有轮次，如 2026-11-01 · every turn since that day')
    .addOption(new Option('--json', '输出 JSON，多个轮次每行一个 · print JSON, a line a turn'))
    .action((turn: string | undefined, options: Options) => replay(context, turn, options));
}

async function replay(context: CliContext, turn: string | undefined, options: Options): Promise<void> {
  const several = options.conversation !== undefined || options.since !== undefined;
  if (several === (turn !== undefined))
    throw failure('cli.usage', {
      zh: '请给一个轮次编号，或者 --conversation、--since。',
      en: 'Name a turn, or give --conversation or --since.',
    });
  await throughDoor(context, options, async (door) => {
    if (turn !== undefined) return one(context, door, turn, options);
    return many(context, door, options);
  });
}

const run = async (door: Door, turn: string): Promise<Replay> =>
  read<Replay>(await door.request('GET', `/local/turns/${encodeURIComponent(turn)}/replay`));

async function one(context: CliContext, door: Door, turn: string, options: Options): Promise<void> {
  const replayed = await run(door, turn);
  if (replayed.outcome === 'unknown') context.end(EXIT.usage);
  else if (replayed.outcome !== 'equal' && replayed.outcome !== 'erased') context.end(EXIT.failed);
  if (options.json) return context.terminal.out(JSON.stringify(replayed));
  const speaking = voice(context, options);
  for (const line of 'steps' in replayed ? stepLines(replayed, speaking) : []) context.terminal.out(line);
  context.terminal.out(verdictLine(replayed, speaking));
}

async function many(context: CliContext, door: Door, options: Options): Promise<void> {
  const speaking = voice(context, options);
  const counts = new Map<Replay['outcome'], number>();
  for await (const { turnId, at } of turnsOf(door, options)) {
    const replayed = await run(door, turnId);
    const { outcome } = replayed;
    counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
    if (options.json) context.terminal.out(JSON.stringify(replayed));
    else
      context.terminal.out(
        `${turnId}  ${'steps' in replayed ? clock(replayed) : at}  ${speaking.say(OUTCOMES[outcome])}`,
      );
    if (outcome === 'different' && !options.json)
      for (const line of differenceLines(replayed as Replayed, speaking).slice(0, 3)) context.terminal.out(line);
  }
  if ([...counts.keys()].some((outcome) => outcome !== 'equal' && outcome !== 'erased')) context.end(EXIT.failed);
  const summary = [...counts].map(([outcome, count]) => `${speaking.say(OUTCOMES[outcome])} ${count}`).join(' · ');
  context.terminal.note(summary || speaking.say({ zh: '没有记录下来的轮次。', en: 'No recorded turns.' }));
}

async function* turnsOf(door: Door, { conversation, since }: Options): AsyncGenerator<RecordedTurn> {
  for (let after: string | null | undefined; after !== null; ) {
    const query = new URLSearchParams({
      ...(conversation !== undefined && { conversation }),
      ...(since !== undefined && { since }),
      ...(after !== undefined && { after }),
    });
    const page = await read<{ turns: RecordedTurn[]; next: string | null }>(
      await door.request('GET', `/local/turns?${query}`),
    );
    yield* page.turns;
    after = page.next;
  }
}

function clock({ at, timeZone }: Replayed): string {
  return shopTime(timeZone, at, 'medium');
}

function stepLines(replayed: Replayed, speaking: Voice): string[] {
  const { say, style } = speaking;
  const { setting, policy } = replayed;
  const by = [setting?.brain, setting?.model, policy, setting && `xiaoer ${setting.program}`]
    .filter(Boolean)
    .join(', ');
  const steps = replayed.steps.map(({ number, kind, about, became }) => {
    const mark = { taken: style('dim', '·'), same: style('green', '='), different: style('red', '≠') }[became];
    return `  ${mark} ${String(number).padStart(2)} ${say(STEP_KINDS[kind])}  ${about}`.trimEnd();
  });
  const notes = replayed.notes.map((note) => style('yellow', `  ! ${note}`));
  return [
    `${replayed.turnId}  ${clock(replayed)}  ${style('dim', by)}`,
    ...steps,
    ...notes,
    ...differenceLines(replayed, speaking),
  ];
}

function differenceLines({ differences }: Replayed, { say, style }: Voice): string[] {
  return differences.flatMap(({ step, place, recorded, now }) => [
    style('bold', say({ zh: `第 ${step} 步 ${place}`, en: `Step ${step} ${place}` })),
    `  ${say({ zh: '当时', en: 'then' })}  ${cut(recorded)}`,
    `  ${say({ zh: '现在', en: 'now' })}  ${cut(now)}`,
  ]);
}

function verdictLine(replayed: Replay, { say, style }: Voice): string {
  const text = say(OUTCOMES[replayed.outcome]);
  if (replayed.outcome === 'equal') return style('green', text);
  return replayed.outcome === 'different' ? style('red', text) : text;
}
