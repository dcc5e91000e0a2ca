import { type Command, Option } from 'commander';
import { type CliContext, subcommand } from '../context.ts';
import type { GeneralOptions } from '../training/general.ts';

export function trainCommand(context: CliContext): Command {
  return subcommand('train', '训练看懂消息的模型 · train the model that reads messages')
    .option('--out <folder>', '模型写到哪里 · where the model goes (models/understanding)')
    .option('--corpus <folder>', '语料目录 · the corpus (corpus/)')
    .option('--report <folder>', '写训练报告 · write report.json and report.html there')
    .option('--epochs <number>', '轮数 · epochs')
    .option('--seed <number>', '随机种子 · seed')
    .addOption(new Option('--optimizer <name>', '优化算法 · optimizer').choices(['adamw', 'gradient-descent']))
    .option('--threads <number>', '线程数 · threads')
    .option('--fresh', '不接着上次没做完的 · do not go on from an unfinished training')
    .addOption(new Option('--recipe <file>').hideHelp())
    .option('--json', '输出一个 JSON 对象 · print one JSON object')
    .action(async (options: GeneralOptions) => {
      const { trainGeneral } = await import('../training/general.ts');
      await trainGeneral(context, options);
    });
}
