import { createInterface } from 'node:readline';
import type { Command } from 'commander';
import type { Understander, Understanding } from '../../core/understanding.ts';
import { readDescription } from '../../language/storage/model-folder.ts';
import { dataFolder } from '../../platform/config.ts';
import { modelInUse } from '../../reading-model.ts';
import { type CliContext, type CommonOptions, subcommand, voice } from '../context.ts';
import { whyPassedOver } from '../error-words.ts';
import { EXIT, errorLine, failure } from '../exit.ts';
import type { Voice } from '../terminal.ts';
import { parseTextLine } from '../text-line.ts';

interface Options extends CommonOptions {
  model?: string;
  json?: boolean;
}

/** Bytes. The native engine dies where the process was started with a longer one (measured with onnxruntime-node: between 25,000 and 30,000). */
const LONGEST_COMMAND_LINE = 20_000;
const TOO_LONG = {
  zh: '命令行里的话太长了（整行最多 20000 字节）。请从标准输入给：{"text": "…"}，那里不限长短。',
  en: 'The text is too long for a command line (20,000 bytes in all). Give it on standard input as {"text": "…"}, at any length.',
};

function commandLineBytes(): number {
  return Buffer.byteLength(process.argv.join(' '));
}

export function understandCommand(context: CliContext): Command {
  return subcommand('understand', '看懂一句话 · intents, slots and language of a text; reads JSON lines without one')
    .argument(
      '[text]',
      '要看懂的话；不写就从标准输入逐行读 {"text": …, "asked": …, "after": …} · the text; without it such lines from standard input, asked (what had just been asked) and after (the intent before) where there are any',
    )
    .option('--model <folder>', '哪个模型 · which model (the one in use)')
    .option('--json', '输出 JSON · print JSON')
    .action(async (text: string | undefined, options: Options) => {
      if (text !== undefined && commandLineBytes() > LONGEST_COMMAND_LINE) throw failure('cli.too-long', TOO_LONG);
      const { createReader } = await import('../../reader.ts');
      const { terminal } = context;
      const warn = (error: unknown) => terminal.note(`xiaoer: ${voice(context, options).say(whyPassedOver(error))}`);
      const { model } = options;
      // A model that is named is the one that reads.
      const dataDir = model === undefined ? dataFolder(options.dataDir, context.env) : undefined;
      let known: readonly string[] | undefined;
      const intents = () => (known ??= readDescription(model ?? modelInUse(dataDir, () => {})).labels.intents);
      const reader = createReader({ dataDir, model, warn });
      try {
        if (text === undefined) await readLines(context, reader, intents, voice(context, options));
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

async function readLines(
  context: CliContext,
  reader: Understander,
  intents: () => readonly string[],
  { say }: Voice,
): Promise<void> {
  const { terminal } = context;
  let number = 0;
  for await (const line of createInterface({ input: terminal.input, crlfDelay: Number.POSITIVE_INFINITY })) {
    number++;
    const given = parseTextLine(line, intents);
    if (given.ok) {
      terminal.out(JSON.stringify(asObject(given.text, await reader.understand(given.text, given.context))));
    } else {
      // A line for a line, also for an empty one: whoever reads along stays in step.
      terminal.out(errorLine(given.code, say(given.why), number));
      context.end(EXIT.failed);
    }
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
