import { join } from 'node:path';
import type { Localized } from '../../core/locale.ts';
import type { Figures } from '../../language/evaluation/figures.ts';
import type { Objection } from '../../language/training/shop/comparison.ts';
import { objectionWords } from '../../language/training/shop/objection-words.ts';
import type { ShopTrained } from '../../language/training/shop/tune.ts';
import { type CliContext, type CommonOptions, voice } from '../context.ts';
import { figuresTable } from './figures-table.ts';

interface Outcome {
  trained: Pick<ShopTrained, 'comparison' | 'objections'>;
  /** Of the new model, where it takes over. */
  folder: string | null;
  /** Where it was written. */
  report: string | null;
  /** A server holds the data folder, and goes on with the model that it has opened. */
  isServed: boolean;
}

const GENERAL = { zh: '通用', en: 'general' };
const SHOP = { zh: '店铺', en: 'shop' };
const SHIPPED = { zh: '自带', en: 'shipped' };
const OLD = { zh: '旧', en: 'old' };
const NEW = { zh: '新', en: 'new' };

const KEPT: Localized = {
  zh: '新模型没有更好，继续用原来的：',
  en: 'The new model is not better, the old one stays:',
};
const BETTER_BUT: Localized = {
  zh: '新模型更懂店铺的语句，但别的变差太多，所以没有启用，继续用原来的：',
  en: 'The new model reads better on the shop’s messages but loses too much besides, so it is not taken; the old one stays:',
};
const MORE_LINES: Localized = {
  zh: '可以试试：商品和文章多一些，或用 --conversations 加上审核过的会话，再训练一次。',
  en: 'What to try: train again with more goods and articles, or with approved conversations (--conversations).',
};
const ANOTHER_SEED: Localized = {
  zh: '可以试试：换一个 --seed，或用 --epochs 少训练几轮，离原来的模型近一些。',
  en: 'What to try: another --seed, or fewer --epochs, which stays nearer to the old model.',
};

/** Whatever speaks against it, on the shop's own messages it is clearly better. */
function isBetterOnShop(objections: readonly Objection[]): boolean {
  return objections.every(
    (each) => each.kind === 'worse' && (each.part === 'general' || each.measure === 'calibrationError'),
  );
}

/** General losses come from going too far from the old model; all else from too little to learn from. */
function whatToTry(objections: readonly Objection[]): Localized {
  return isBetterOnShop(objections) ? ANOTHER_SEED : MORE_LINES;
}

export function tellComparison(
  context: CliContext,
  options: CommonOptions & { json?: boolean },
  { trained: { comparison, objections }, folder, report, isServed }: Outcome,
): void {
  const { terminal } = context;
  const { general, shop } = comparison;
  if (options.json) {
    terminal.out(JSON.stringify({ taken: folder !== null, model: folder, report, objections, general, shop }));
    return;
  }
  const { say, style, ...rest } = voice(context, options);
  const name = (part: Localized, side: Localized) => `${say(part)} ${say(side)}`;
  const table: [string, Figures][] = [
    [name(GENERAL, SHIPPED), general.shipped],
    [name(GENERAL, OLD), general.old],
    [name(GENERAL, NEW), general.new],
    [name(SHOP, OLD), shop.old],
    [name(SHOP, NEW), shop.new],
  ];
  for (const line of figuresTable(table, { say, style, ...rest })) terminal.out(line);
  if (report !== null) {
    const page = join(report, 'report.html');
    terminal.out(say({ zh: `报告：${page}`, en: `Report: ${page}` }));
  }
  if (folder === null) {
    terminal.out(style('yellow', say(isBetterOnShop(objections) ? BETTER_BUT : KEPT)));
    for (const objection of objections) terminal.out(`  - ${say(objectionWords(objection))}`);
    terminal.out(say(whatToTry(objections)));
    return;
  }
  terminal.out(
    style(
      'green',
      say({ zh: `新模型更好，已启用：${folder}`, en: `The new model is better and takes over: ${folder}` }),
    ),
  );
  terminal.note(
    style(
      'dim',
      say({
        zh: '备份里不含它：恢复到别处后再训练一次。',
        en: 'It is in no backup: train it again where one is restored.',
      }),
    ),
  );
  if (isServed)
    terminal.note(
      say({ zh: '正在运行的服务重启后才会用上它。', en: 'The running server uses it from its next start on.' }),
    );
}
