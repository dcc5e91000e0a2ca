import { resolve } from 'node:path';
import { AppError } from '../../core/errors.ts';
import { LOCALES } from '../../core/locale.ts';
import { groupName } from '../../language/corpus/groups.ts';
import { loadIntents } from '../../language/corpus/intents.ts';
import { type Figures, figuresBy, figuresOf } from '../../language/evaluation/figures.ts';
import { type ReadExample, type ReadRow, readExamples, readRows } from '../../language/evaluation/read-examples.ts';
import { loadRows } from '../../language/evaluation/rows.ts';
import { readDescription } from '../../language/storage/model-folder.ts';
import { loadHeldOut } from '../../language/training/from-corpus.ts';
import { dataFolder } from '../../platform/config.ts';
import { CORPUS, openModelInUse } from '../../reading-model.ts';
import { type CliContext, type CommonOptions, voice } from '../context.ts';
import { whyPassedOver } from '../error-words.ts';
import { figuresTable } from '../training/figures-table.ts';
import { unknownLabels } from './unknown-labels.ts';

export interface InUseOptions extends CommonOptions {
  /** Rows to score it on, in place of the corpus's held-out part. */
  test?: string;
  model?: string;
  corpus?: string;
  json?: boolean;
}

/** The model that reads, on what it has not seen: by language and group of intents. */
export async function evaluateInUse(context: CliContext, options: InUseOptions): Promise<void> {
  const { say, ...rest } = voice(context, options);
  const corpus = resolve(options.corpus ?? CORPUS);
  const warn = (error: unknown) => context.terminal.note(`xiaoer: ${say(whyPassedOver(error))}`);
  const rows = options.test === undefined ? null : loadRows(resolve(options.test));
  const examples = rows ? [] : loadHeldOut(corpus);
  if (!rows && examples.length === 0) throw new AppError('corpus.missing', { detail: `${corpus} has no held-out` });
  const { model, read, close } = await openModelInUse({
    // A model that is named is the one that reads.
    ...(options.model === undefined
      ? { dataDir: dataFolder(options.dataDir, context.env) }
      : { shipped: resolve(options.model) }),
    ...{ corpus, warn },
  });
  const unknown = rows && unknownLabels(rows, readDescription(model).labels);
  if (unknown) context.terminal.note(`xiaoer: ${say(unknown)}`);
  const found: ReadRow[] = await (rows ? readRows(read, rows) : readExamples(read, examples)).finally(close);
  const kinds: Kinds = rows ? {} : kindsOf(found as ReadExample[], corpus);
  if (options.json) {
    context.terminal.out(JSON.stringify({ model, catalogueWords: false, all: figuresOf(found), ...kinds }));
    return;
  }
  const table: [string, Figures][] = [
    [say({ zh: '全部', en: 'all' }), figuresOf(found)],
    ...Object.entries(kinds.languages ?? {}).map(([name, each]): [string, Figures] => [`  ${name}`, each]),
    ...Object.entries(kinds.groups ?? {}).map(([name, each]): [string, Figures] => [`  ${say(groupName(name))}`, each]),
  ];
  for (const line of figuresTable(table, { say, ...rest })) context.terminal.out(line);
  const told = {
    zh: `模型：${model}。店铺目录里的词没有参与（运行中的服务会用上）。`,
    en: `Model: ${model}. Read without the words of the shop’s catalogue, which a running server has.`,
  };
  context.terminal.note(rest.style('dim', say(told)));
}

type Kinds = Partial<Record<'languages' | 'groups', Record<string, Figures>>>;

/** Both in the order in which people know them. */
function kindsOf(read: readonly ReadExample[], corpus: string): Kinds {
  const intents = loadIntents(corpus);
  const groups = new Map(intents.map(({ name, group }) => [name, group]));
  return {
    languages: inOrder(
      figuresBy(read, ({ example }) => example.locale),
      LOCALES,
    ),
    groups: inOrder(
      figuresBy(read, ({ example }) => groups.get(example.intent) ?? 'other'),
      [...new Set([...groups.values(), 'other'])],
    ),
  };
}

function inOrder(figures: Record<string, Figures>, names: readonly string[]): Record<string, Figures> {
  return Object.fromEntries(names.flatMap((name) => (figures[name] ? [[name, figures[name]]] : [])));
}
