import { createInterface } from 'node:readline';
import type { Command } from 'commander';
import type { Understander, Understanding } from '../../core/understanding.ts';
import { dataFolder } from '../../platform/config.ts';
import { type CliContext, type CommonOptions, subcommand, voice } from '../context.ts';
import { whyPassedOver } from '../error-words.ts';
import { EXIT, errorLine } from '../exit.ts';

interface Options extends CommonOptions {
  model?: string;
  json?: boolean;
}

export function understandCommand(context: CliContext): Command {
  return subcommand('understand', '看懂一句话 · intents, slots and language of a text; reads JSON lines without one')
    .argument(
      '[text]',
      '要看懂的话；不写就从标准输入读 {"text": …} · the text; without it {"text": …} lines from standard input',
    )
    .option('--model <folder>', '哪个模型 · which model (the one in use)')
    .option('--json', '输出 JSON · print JSON')
    .action(async (text: string | undefined, options: Options) => {
      const { createReader } = await import('../../reader.ts');
      const { terminal } = context;
      const warn = (error: unknown) => terminal.note(`xiaoer: ${voice(context, options).say(whyPassedOver(error))}`);
      const { model } = options;
      // A model that is named is the one that reads.
      const dataDir = model === undefined ? dataFolder(options.dataDir, context.env) : undefined;
      const reader = createReader({ dataDir, model, warn });
      try {
        if (text === undefined) await readLines(context, reader);
        else {
          const reading = await reader.understand(text);
          terminal.out(
            options.json ? JSON.stringify(asObject(text, reading)) : asWords(reading, voice(context, options).locale),
          );
        }
      } finally {
        await reader.close();
      }
    });
}

async function readLines(context: CliContext, reader: Understander): Promise<void> {
  const { terminal } = context;
  for await (const line of createInterface({ input: terminal.input, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() === '') continue;
    const given = textOf(line);
    if (given === null) {
      // A line for a line: whoever reads along stays in step.
      terminal.out(errorLine('cli.not-a-text', 'not {"text": "…"}'));
      context.end(EXIT.failed);
    } else {
      terminal.out(JSON.stringify(asObject(given, await reader.understand(given))));
    }
  }
}

function textOf(line: string): string | null {
  try {
    const { text } = JSON.parse(line) as { text?: unknown };
    return typeof text === 'string' ? text : null;
  } catch {
    return null;
  }
}

function asObject(text: string, { locale, intents, slots, act, tones }: Understanding) {
  return {
    text,
    intents: intents.map(({ name, probability }) => ({ name, probability })),
    slots,
    act,
    tones,
    language: locale,
  };
}

function asWords({ locale, intents, slots, act, tones }: Understanding, words: 'zh' | 'en'): string {
  const label =
    words === 'zh' ? ['意图', '信息', '语言', '行为', '语气'] : ['intents', 'slots', 'language', 'act', 'tones'];
  return [
    `${label[0]}: ${intents.map(({ name, probability }) => `${name} ${(probability * 100).toFixed(0)}%`).join(', ')}`,
    `${label[1]}: ${slots.map(({ name, text }) => `${name}=${text}`).join(', ') || '—'}`,
    `${label[2]}: ${locale}`,
    `${label[3]}: ${act}`,
    `${label[4]}: ${tones.join(', ') || '—'}`,
  ].join('\n');
}
