import { type Command, Option } from 'commander';
import { type CliContext, subcommand } from '../context.ts';
import { failure } from '../exit.ts';
import type { GeneralOptions } from '../training/general.ts';
import type { ShopOptions } from '../training/shop.ts';

type Options = GeneralOptions & ShopOptions & { shop?: boolean };

export function trainCommand(context: CliContext): Command {
  return subcommand('train', '训练看懂消息的模型 · train the model that reads messages')
    .option('--out <folder>', '模型写到哪里 · where the model goes (models/understanding)')
    .option('--corpus <folder>', '语料目录 · the corpus (corpus/)')
    .option(
      '--shop',
      '加上店铺自己的商品、文章和对话，更好才启用，放在数据目录里，备份不含 · add the shop’s own words; takes over only where it is better, lies in the data folder, is in no backup',
    )
    .option(
      '--conversations <file>',
      '认可的对话，每行一个 {"text", "intent", "slots", "approved": true}（配合 --shop）· approved conversations, such JSON lines (with --shop; docs/understanding.md)',
    )
    .option('--report <folder>', '写训练报告 · write report.json and report.html there')
    .option('--epochs <number>', '轮数 · epochs')
    .option('--seed <number>', '随机种子 · seed')
    .addOption(new Option('--optimizer <name>', '优化算法 · optimizer').choices(['adamw', 'gradient-descent']))
    .option('--threads <number>', '线程数 · threads')
    .option('--fresh', '不接着上次没做完的 · do not go on from an unfinished training')
    .addOption(new Option('--recipe <file>').hideHelp())
    .addOption(new Option('--model <folder>').hideHelp())
    .option('--json', '输出一个 JSON 对象 · print one JSON object')
    .action(async (options: Options) => {
      if (options.shop) {
        const { trainShop } = await import('../training/shop.ts');
        return trainShop(context, options);
      }
      if (options.conversations !== undefined)
        throw failure('cli.conversations', {
          zh: '--conversations 要和 --shop 一起用。',
          en: '--conversations belongs to --shop.',
        });
      const { trainGeneral } = await import('../training/general.ts');
      await trainGeneral(context, options);
    });
}
