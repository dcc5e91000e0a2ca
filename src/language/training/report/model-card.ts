import type { Figures } from '../../evaluation/figures.ts';
import { percent } from './page/markup.ts';
import type { PartReport } from './part.ts';
import type { TrainingReport } from './report.ts';

export interface CardOptions {
  /** Made from the project's own corpus: what is known of its lines is said of no other. */
  isOwnCorpus: boolean;
}

/** MODEL_CARD.md: what a model was made of, what it is good for, and where it fails. */
export function modelCard(report: TrainingReport, options: CardOptions): string {
  return [...inChinese(report, options), ...inEnglish(report, options)].join('\n');
}

const HEAD = '| | messages | top-1 | top-2 | macro-F1 | slot F1 | act | tone F1 | calibration error |';
const RULE = '|---|---:|---:|---:|---:|---:|---:|---:|---:|';

function row(name: string, { messages, top1, top2, macroF1, slotF1, act, toneF1, calibrationError }: Figures): string {
  const shares = [top1, top2, macroF1, slotF1, act, toneF1, calibrationError].map((share) => percent(share));
  return `| ${[name, messages, ...shares].join(' | ')} |`;
}

const NAMES: Record<string, string> = { zh: 'Chinese', en: 'English' };

function rows(name: string, part: PartReport | null): string[] {
  if (!part) return [];
  const languages = Object.entries(part.byLocale).map(([locale, each]) =>
    row(`${name}, ${NAMES[locale] ?? locale}`, each),
  );
  return [row(`**${name}**`, part.all), ...languages];
}

/** The part whose figures are believed first. */
function judgedBy({ heldOut, development }: TrainingReport): PartReport {
  return heldOut ?? development;
}

/** Minutes, or seconds where there are few. */
function trainingTime({ curve }: TrainingReport): string {
  const seconds = curve.at(-1)?.seconds ?? 0;
  return seconds < 60 ? `${seconds.toFixed(0)} seconds` : `${(seconds / 60).toFixed(1)} minutes`;
}

/** Intents that have lines: the table may name more. */
function intentsSeen({ heldOut, development, corpus }: TrainingReport, { isOwnCorpus }: CardOptions): number {
  if (isOwnCorpus) return corpus.intents.length;
  const scores = [...development.intents, ...(heldOut?.intents ?? [])];
  return new Set(scores.filter(({ support }) => support > 0).map(({ label }) => label)).size;
}

function inChinese(report: TrainingReport, options: CardOptions): string[] {
  const { corpus, model } = report;
  const { byLocale, all } = judgedBy(report);
  const { training, development, heldOut } = corpus.messages;
  const part = report.heldOut ? '留出集' : '开发集';
  return [
    '# 模型卡 · Model card',
    '',
    options.isOwnCorpus
      ? '小二用来看懂顾客消息的模型，由 `xiaoer train` 从 `corpus/` 训练，本文件由它自动写出。'
      : '小二用来看懂顾客消息的模型，由 `xiaoer train --corpus` 从另一份语料训练，本文件由它自动写出。',
    '',
    `- **结构**：Transformer 编码器（${report.recipe.shape.layers} 层，宽 ${report.recipe.shape.width}）加 n 元特征，${(model.parameters / 1e6).toFixed(2)} 百万参数，8 位整数存储，${(model.bytes / 1e6).toFixed(1)} MB。`,
    `- **数据**：${options.isOwnCorpus ? '为本项目逐条撰写的中英文语料，不含真实顾客数据。' : ''}训练 ${training} 条、开发 ${development} 条、留出 ${heldOut} 条，${intentsSeen(report, options)} 种意图。`,
    `- **${part}**：意图第一命中，中文 ${percent(byLocale.zh?.top1 ?? null)}%，英文 ${percent(byLocale.en?.top1 ?? null)}%；前二 ${percent(all.top2)}%；槽位 F1 ${percent(all.slotF1)}%；校准误差 ${percent(all.calibrationError)}%。`,
    ...(options.isOwnCorpus && report.heldOut
      ? [
          '- **开发集为什么低**：它取自训练语料，那些句子专挑意图的交界处和少见的说法来写；留出集是另外的人没看过训练语料写的，是平常的问法。',
        ]
      : []),
    `- **局限**：只懂中文和英文；一条消息最多读 ${report.recipe.shape.longest} 个词元，更长的只看开头；${options.isOwnCorpus ? '训练语料是写出来的，不是采来的，真实店铺的数字会低一些；' : ''}一条消息里三件以上的事常会漏掉；“同意”从不由它判断（用严格的词表）。`,
    '- **重新训练**：改了 `corpus/` 之后运行 `xiaoer train`；加入自己店铺的商品和文章用 `xiaoer train --shop`。',
    '',
  ];
}

function inEnglish(report: TrainingReport, options: CardOptions): string[] {
  const { corpus, recipe, model, curve } = report;
  const { training, development, heldOut } = corpus.messages;
  return [
    '## What it is',
    '',
    'Reads a message of a shopper in Chinese or English: its intents with probabilities, its slots, what it does (dialogue act), its tone, and a',
    'vector of its meaning. What was just asked, and the intent before, are part of its input. Made by',
    options.isOwnCorpus
      ? '`xiaoer train` from `corpus/`; this file is written by it.'
      : '`xiaoer train --corpus` from another corpus than the project’s own; this file is written by it.',
    '',
    `- A Transformer encoder (${recipe.shape.layers} layers, width ${recipe.shape.width}, ${recipe.shape.heads} heads, at most ${recipe.shape.longest} tokens) beside a table of at most ${recipe.shape.features} n-gram features.`,
    `- ${(model.parameters / 1e6).toFixed(2)} M parameters in ${(model.bytes / 1e6).toFixed(1)} MB: matrices as 8-bit whole numbers with a factor a row. Temperature ${model.temperature.toFixed(3)}.`,
    `- ${curve.length} ${curve.length === 1 ? 'epoch' : 'epochs'} in ${trainingTime(report)} with ${recipe.training.optimizer}, seed ${recipe.training.seed}.`,
    '',
    '## Data',
    '',
    `${options.isOwnCorpus ? 'Written line by line for this project in both languages; no line is a real customer’s. ' : ''}${training} messages to learn from, ${development} to develop on (told by the text; it chose the epoch and the temperature), ${heldOut} held out (never trained on). ${intentsSeen(report, options)} intents. In each epoch the values in the slots are other ones of their kind, and many of the messages are damaged as typing damages them.`,
    '',
    `Corpus digest (SHA-256): \`${corpus.digest}\``,
    '',
    '## Figures',
    '',
    'In percent. Top-1: the likeliest intent is one of the message’s; top-2: one of the first two is. Slots are right where both ends are.',
    '',
    HEAD,
    RULE,
    ...rows('Held out', report.heldOut),
    ...rows('Development', report.development),
    '',
    ...(options.isOwnCorpus && report.heldOut ? HARDER : []),
    ...rounding(report),
    '## Limits',
    '',
    '- Two languages. Others are read as far as their words are borrowed.',
    `- At most ${recipe.shape.longest} tokens of a message are read, what was asked and the turn before included: of a longer one its beginning counts.`,
    `- ${options.isOwnCorpus ? 'Written lines are tidier than a real shop’s: expect less there, and measure' : 'Measure'} with your own lines (\`xiaoer evaluate understanding --test\`).`,
    '- More than two needs in one message are often missed.',
    '- It proposes and never decides: agreement is told by strict lists, numbers and dates by rules, and no order is touched without a confirmation.',
    `- Weakest intents on the ${report.heldOut ? 'held-out' : 'development'} part: ${weakest(judgedBy(report))}.`,
    '',
    '## Retraining',
    '',
    '`xiaoer train` after a change of `corpus/`; `xiaoer train --shop` adds a shop’s own catalogue, articles and approved conversations, and takes',
    'over only where it is better. `--report DIR` writes curves, confusions and the worst errors.',
    '',
  ];
}

const HARDER = [
  'Why development is lower: it is a tenth of the lines that were written to learn from, and those were written to lie where one intent borders on',
  'another, and in unusual words. The held-out lines are fair everyday ones, written by other hands who had not seen the rest. Held out says what',
  'an ordinary message may expect, development what an awkward one may.',
  '',
];

function rounding({ model, development }: TrainingReport): string[] {
  if (model.top1BeforeRounding === null || development.all.top1 === null) return [];
  const cost = (model.top1BeforeRounding - development.all.top1) * 100;
  return [`Rounding to 8 bits costs ${cost.toFixed(2)} points of top-1 on the development part.`, ''];
}

const SHOWN = 6;

function weakest({ intents }: PartReport): string {
  return intents
    .filter(({ support }) => support > 0)
    .slice(0, SHOWN)
    .map(({ label, f1 }) => `\`${label}\` (F1 ${percent(f1, 0)})`)
    .join(', ');
}
