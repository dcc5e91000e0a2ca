import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Command } from 'commander';
import { type AskOptions, askOnce, showReply } from '../asking.ts';
import { type CliContext, subcommand, throughDoor, voice } from '../context.ts';
import type { Door } from '../door.ts';
import { failure } from '../exit.ts';

interface ChatOptions extends AskOptions {
  script?: string;
}

const PROMPT = '> ';
const FAREWELL = new Set(['/quit', '/exit', '/退出']);

export function chatCommand(context: CliContext): Command {
  return subcommand('chat', '和小二聊天 · talk with the clerk')
    .option('--script <file>', '每行一条消息 · send the lines of a file, one message each')
    .option('--customer <id>', '以哪位顾客的身份 · as this customer (otherwise a guest)')
    .option('--conversation <id>', '接着这个会话 · go on with this conversation')
    .option('--json', '每个回复输出一行 JSON · print one JSON object a reply')
    .action((options: ChatOptions) => throughDoor(context, options, (door) => chat(context, options, door)));
}

async function chat(context: CliContext, options: ChatOptions, door: Door): Promise<void> {
  const { terminal } = context;
  const { say, style } = voice(context, options);
  await door.ready();
  const typed = options.script === undefined && terminal.interactive;
  if (typed) {
    const hello = {
      zh: '和小二聊聊吧，Ctrl-D 或 /quit 结束。',
      en: 'Talk to the clerk. Ctrl-D or /quit ends it.',
    };
    terminal.note(style('dim', say(hello)));
  }
  let conversation = options.conversation;
  for await (const line of linesOf(context, options, typed)) {
    const text = line.trim();
    if (FAREWELL.has(text)) break;
    if (text === '') continue;
    if (!typed && !options.json) terminal.out(style('bold', `${PROMPT}${text}`));
    const answer = await askOnce(door, text, { ...options, ...(conversation !== undefined && { conversation }) });
    conversation = answer.conversation;
    showReply(context, options, answer);
    if (!options.json) terminal.out('');
  }
}

function scriptLines(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split('\n');
  } catch (cause) {
    throw failure('cli.unreadable', { zh: `读不了 ${file}。`, en: `${file} cannot be read.` }, cause);
  }
}

async function* linesOf(context: CliContext, options: ChatOptions, typed: boolean): AsyncGenerator<string> {
  if (options.script !== undefined) {
    yield* scriptLines(options.script);
    return;
  }
  const { input } = context.terminal;
  const lines = createInterface({ input, terminal: typed, ...(typed && { output: process.stdout, prompt: PROMPT }) });
  if (typed) lines.prompt();
  for await (const line of lines) {
    yield line;
    if (typed) lines.prompt();
  }
}
