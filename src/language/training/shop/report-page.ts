import type { Locale, Localized } from '../../../core/locale.ts';
import type { Figures } from '../../evaluation/figures.ts';
import { lineChart } from '../report/page/line-chart.ts';
import { both, escapeHtml, languageChoice, section } from '../report/page/markup.ts';
import { STYLE } from '../report/page/style.ts';
import { errorsList, figuresTable, pairsList } from '../report/page/tables.ts';
import type { PartReport } from '../report/part.ts';
import { objectionWords } from './objection-words.ts';
import type { ShopReport } from './report.ts';

const TITLE = { zh: '小二：用店铺的话训练', en: 'Xiaoer: trained with the shop’s own words' };
const NEW = { zh: '新模型', en: 'new model' };
const OLD = { zh: '现在用的模型', en: 'model in use' };
const SHIPPED = { zh: '自带的模型', en: 'shipped model' };
const LANGUAGES: Record<string, Localized> = { zh: { zh: '中文', en: 'Chinese' }, en: { zh: '英文', en: 'English' } };

/** The report as one page that needs nothing else. `locale` is the language that it opens in. */
export function shopReportPage(report: ShopReport, locale: Locale): string {
  const { general, shop, corpus, curve } = report;
  const loss = lineChart({
    title: { zh: '损失（每轮平均）', en: 'Loss, mean of each epoch' },
    style: 'loss',
    values: curve.map((each) => each.loss),
    format: (value) => value.toFixed(2),
  });
  const sections = [
    section('verdict', { zh: '启用吗', en: 'Does it take over?' }, null, verdict(report)),
    section(
      'shop',
      { zh: '店铺的语句', en: 'The shop’s messages' },
      {
        zh: '句式和名称都没有训练过；认可的对话按整条分开。',
        en: 'Neither the sentence nor the name was trained; of conversations, whole messages are kept back.',
      },
      figuresTable([...rowsOf(OLD, shop.old), ...rowsOf(NEW, shop.new)]),
    ),
    section(
      'general',
      { zh: '通用的语句', en: 'General messages' },
      { zh: '语料的留出部分。', en: 'The corpus’s held-out part.' },
      figuresTable([...rowsOf(SHIPPED, general.shipped), ...rowsOf(OLD, general.old), ...rowsOf(NEW, general.new)]),
    ),
    section('curves', { zh: '训练曲线', en: 'Curves' }, null, `<div class="charts">${loss}</div>`),
    section(
      'pairs',
      { zh: '新模型在店铺语句上最常混淆的', en: 'What the new model confuses most of the shop’s' },
      null,
      pairsList(shop.new.pairs, corpus.intents),
    ),
    section(
      'errors',
      { zh: '新模型在店铺语句上错得最确定的', en: 'Surest of its wrong readings of the shop’s' },
      { zh: '本意 → 读成，及模型给的概率。', en: 'Meant → read as, with the probability that the model gave.' },
      errorsList(shop.new.worst, corpus.intents),
    ),
    section(
      'recipe',
      { zh: '配方', en: 'Recipe' },
      null,
      `<details><summary>${both({ zh: '全部设定', en: 'All settings' })}</summary><pre>${escapeHtml(JSON.stringify(report.recipe, null, 2))}</pre></details>`,
    ),
  ];
  return `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(TITLE[locale])}</title><style>${STYLE}</style></head>
<body><header><div><h1>${both(TITLE)}</h1><p class="note">${both(summary(report))}</p></div>${languageChoice(locale)}</header>
<main>${sections.join('')}</main>
<footer>${both({ zh: `语料 ${corpus.digest.slice(0, 12)}`, en: `Corpus ${corpus.digest.slice(0, 12)}` })}</footer></body></html>
`;
}

function summary({ messages, curve }: ShopReport): Localized {
  const seconds = (curve.at(-1)?.seconds ?? 0).toFixed(0);
  return {
    zh: `店铺语句 ${messages.training} 条训练、${messages.development} 条留出；训练 ${curve.length} 轮，${seconds} 秒。`,
    en: `${messages.training} of the shop’s messages to learn from, ${messages.development} held out; ${curve.length} epochs in ${seconds} seconds.`,
  };
}

function verdict({ objections }: ShopReport): string {
  if (objections.length === 0)
    return `<p>${both({ zh: '新模型更好，已启用。', en: 'The new model is better and takes over.' })}</p>`;
  const reasons = objections.map((objection) => `<li>${both(objectionWords(objection))}</li>`);
  return `<p>${both({ zh: '新模型没有更好，继续用原来的：', en: 'The new model is not better, the old one stays:' })}</p><ol>${reasons.join('')}</ol>`;
}

function rowsOf(name: Localized, { all, byLocale }: PartReport): [Localized, Figures][] {
  return [
    [name, all],
    ...Object.entries(byLocale).map(([locale, figures]): [Localized, Figures] => [
      { zh: `– ${LANGUAGES[locale]?.zh}`, en: `– ${LANGUAGES[locale]?.en}` },
      figures,
    ]),
  ];
}
