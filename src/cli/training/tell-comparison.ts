import type { Localized } from '../../core/locale.ts';
import type { Figures } from '../../language/evaluation/figures.ts';
import type { Comparison, Sides } from '../../language/training/shop/comparison.ts';
import { type CliContext, type CommonOptions, voice } from '../context.ts';
import { figuresTable } from './figures-table.ts';

interface Outcome {
  comparison: Comparison;
  isBetter: boolean;
  /** A server holds the folder, and goes on with the model that it has opened. */
  isServed: boolean;
  folder: string;
}

const KEPT: Localized = {
  zh: '新模型没有更好（通用不能差 0.2 个百分点以上，店铺要更好），继续用原来的。',
  en: 'The new model is not better (general within 0.2 points, the shop’s better): the old one stays.',
};

export function tellComparison(
  context: CliContext,
  options: CommonOptions & { json?: boolean },
  { comparison, isBetter, isServed, folder }: Outcome,
): void {
  const { terminal } = context;
  if (options.json) {
    terminal.out(JSON.stringify({ taken: isBetter, model: isBetter ? folder : null, ...comparison }));
    return;
  }
  const { say, style, ...rest } = voice(context, options);
  const rows = (name: string, sides: Sides): [string, Figures][] => [
    [`${name} ${say({ zh: '旧', en: 'old' })}`, sides.old],
    [`${name} ${say({ zh: '新', en: 'new' })}`, sides.new],
  ];
  const table = [
    ...rows(say({ zh: '通用', en: 'general' }), comparison.general),
    ...rows(say({ zh: '店铺', en: 'shop' }), comparison.shop),
  ];
  for (const line of figuresTable(table, { say, style, ...rest })) terminal.out(line);
  const taken = { zh: `新模型更好，已启用：${folder}`, en: `The new model is better and takes over: ${folder}` };
  terminal.out(style(isBetter ? 'green' : 'yellow', say(isBetter ? taken : KEPT)));
  if (isBetter && isServed)
    terminal.note(
      say({ zh: '正在运行的服务重启后才会用上它。', en: 'The running server uses it from its next start on.' }),
    );
}
