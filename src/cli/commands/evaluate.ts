import { type Command, Option } from 'commander';
import { type CliContext, subcommand } from '../context.ts';
import type { FreshOptions } from '../evaluation/fresh.ts';
import type { InUseOptions } from '../evaluation/in-use.ts';
import type { RetrievalOptions } from '../evaluation/retrieval/retrieval.ts';

type Options = FreshOptions & InUseOptions;

const ROWS = `
行 · a row:
  {"text": "我的红色鞋子到哪了", "intent": "track_order", "slots": [{"name": "colour", "start": 2, "end": 4}]}
  也可以有 · it may have: intents (几个 · several), act, tones, asked, after, before
  start、end 是 UTF-16 位置，end 不含 · UTF-16 offsets, end exclusive. docs/understanding.md`;

const DOCUMENTS = `
文档 · a document:
  {"id": "returns", "title": "退货", "content": "签收后七天内可以退。"}
问题 · a query:
  {"text": "多久之内能退", "documents": ["returns"]}
  也可以写成 · or: instructions, required_documents
  documents 为空：没有文档能回答 · an empty list: no document answers`;

export function evaluateCommand(context: CliContext): Command {
  return subcommand('evaluate', '测量 · measure')
    .addCommand(understandingCommand(context))
    .addCommand(retrievalCommand(context));
}

function retrievalCommand(context: CliContext): Command {
  return subcommand('retrieval', '搜得准不准 · how well what answers is found')
    .requiredOption('--documents <file>', '文档，JSON 行 · the documents (JSON lines)')
    .requiredOption(
      '--queries <file>',
      '问题和能回答它的文档，JSON 行 · questions with the documents that answer (JSON lines)',
    )
    .option('--json', '输出一个 JSON 对象 · print one JSON object')
    .addHelpText('after', DOCUMENTS)
    .action(async (options: RetrievalOptions) => {
      const { evaluateRetrieval } = await import('../evaluation/retrieval/retrieval.ts');
      await evaluateRetrieval(context, options);
    });
}

function understandingCommand(context: CliContext): Command {
  return subcommand('understanding', '消息看得懂多少 · how well messages are read')
    .option('--train <file>', '用这些行训练一个新模型 · train a fresh model on these rows (JSON lines)')
    .option('--test <file>', '在这些行上打分 · score on these rows')
    .option('--set <name>', '公开数据集 · a public set: banking77, clinc150, bitext, crosswoz_zh')
    .option('--data <folder>', '数据集所在的目录 · the folder that holds the set')
    .option('--model <folder>', '哪个模型 · which model (the one in use)')
    .option('--corpus <folder>', '语料目录 · the corpus (corpus/)')
    .option('--recipe <file>', '与默认配方不同之处 · JSON with what differs from the recipe')
    .option('--epochs <number>', '轮数 · epochs')
    .option('--seed <number>', '随机种子 · seed')
    .addOption(new Option('--optimizer <name>', '优化算法 · optimizer').choices(['adamw', 'gradient-descent']))
    .option('--threads <number>', '线程数 · threads')
    .option('--json', '输出一个 JSON 对象 · print one JSON object')
    .addHelpText('after', ROWS)
    .action(async (options: Options) => {
      if (options.train !== undefined || options.set !== undefined) {
        const { evaluateOnRows } = await import('../evaluation/fresh.ts');
        await evaluateOnRows(context, options);
      } else {
        const { evaluateInUse } = await import('../evaluation/in-use.ts');
        await evaluateInUse(context, options);
      }
    });
}
