import type { Locale, Localized } from '../../../../core/locale.ts';
import { groupName } from '../../../corpus/groups.ts';
import type { Figures } from '../../../evaluation/figures.ts';
import type { PartReport } from '../part.ts';
import type { TrainingReport } from '../report.ts';
import { calibrationPlot, calibrationTable } from './calibration-plot.ts';
import { groupMap, intentMap } from './heat-map.ts';
import { lineChart } from './line-chart.ts';
import { both, choice, escapeHtml, languageChoice, percent, section } from './markup.ts';
import { STYLE } from './style.ts';
import { errorsList, figuresTable, intentName, pairsList, scoresTable } from './tables.ts';

const TITLE = { zh: '小二：理解模型训练报告', en: 'Xiaoer: how the reading model was trained' };
const PARTS: Record<'held-out' | 'development', Localized> = {
  'held-out': { zh: '留出集', en: 'held out' },
  development: { zh: '开发集', en: 'development' },
};
const LANGUAGES: Record<string, Localized> = { zh: { zh: '中文', en: 'Chinese' }, en: { zh: '英文', en: 'English' } };

/** The report as one page that needs nothing else. `locale` is the language that it opens in. */
export function reportPage(report: TrainingReport, locale: Locale): string {
  const parts: [keyof typeof PARTS, PartReport][] = [
    ...(report.heldOut ? [['held-out', report.heldOut] as ['held-out', PartReport]] : []),
    ['development', report.development],
  ];
  const [[first] = ['development']] = parts;
  const chosen = choice(
    'part',
    { zh: '哪一部分', en: 'which part' },
    first,
    parts.map(([part]) => [part, `of-${part}`, both(PARTS[part])]),
  );
  return `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(TITLE[locale])}</title><style>${STYLE}</style></head>
<body><header><div><h1>${both(TITLE)}</h1><p class="note">${both(summary(report))}</p></div>${languageChoice(locale)}</header>
<main>${curves(report)}<div class="parts">${chosen}</div>${parts.map(([part, of]) => `<div class="${part}">${partSections(part, of, report)}</div>`).join('')}${recipe(report)}</main>
<footer>${both({ zh: `语料 ${report.corpus.digest.slice(0, 12)}`, en: `Corpus ${report.corpus.digest.slice(0, 12)}` })}</footer></body></html>
`;
}

function summary({ corpus, model, curve, tokensPerSecond }: TrainingReport): Localized {
  const { training, development, heldOut } = corpus.messages;
  const minutes = ((curve.at(-1)?.seconds ?? 0) / 60).toFixed(1);
  const [millions, megabytes] = [(model.parameters / 1e6).toFixed(2), (model.bytes / 1e6).toFixed(1)];
  const pace = Math.round(tokensPerSecond).toLocaleString('en');
  return {
    zh: `${training} 条训练、${development} 条开发、${heldOut} 条留出；${corpus.intents.length} 种意图；${millions} 百万参数，${megabytes} MB；训练 ${curve.length} 轮，${minutes} 分钟，每秒 ${pace} 词元。`,
    en: `${training} messages to learn from, ${development} to develop on, ${heldOut} held out; ${corpus.intents.length} intents; ${millions} M parameters, ${megabytes} MB; ${curve.length} epochs in ${minutes} minutes at ${pace} tokens a second.`,
  };
}

function curves({ curve }: TrainingReport): string {
  const loss = lineChart({
    title: { zh: '损失（每轮平均）', en: 'Loss, mean of each epoch' },
    style: 'loss',
    values: curve.map((each) => each.loss),
    format: (value) => value.toFixed(2),
  });
  const score = lineChart({
    title: { zh: '开发集得分', en: 'Score on the development part' },
    style: 'score',
    values: curve.map((each) => each.score),
    format: (value) => value.toFixed(3),
  });
  return section('curves', { zh: '训练曲线', en: 'Curves' }, null, `<div class="charts">${loss}${score}</div>`);
}

function tiles({ all, byLocale }: PartReport): string {
  const tile = (name: Localized, share: number | null) =>
    `<div><dt>${both(name)}</dt><dd>${percent(share)}<small> %</small></dd></div>`;
  const languages = Object.entries(byLocale).map(([locale, { top1 }]) =>
    tile({ zh: `${LANGUAGES[locale]?.zh}意图`, en: `${LANGUAGES[locale]?.en} intents` }, top1),
  );
  const rest = [
    tile({ zh: '前二命中', en: 'top-2' }, all.top2),
    tile({ zh: '槽位 F1', en: 'slot F1' }, all.slotF1),
    tile({ zh: '言语行为', en: 'dialogue act' }, all.act),
    tile({ zh: '校准误差', en: 'calibration error' }, all.calibrationError),
  ];
  return `<dl class="tiles">${languages.join('')}${rest.join('')}</dl>`;
}

function partSections(part: keyof typeof PARTS, of: PartReport, { corpus }: TrainingReport): string {
  const { intents } = corpus;
  const groups = [...new Set(intents.map(({ group }) => group))];
  const byGroup = Object.entries(of.byGroup).sort(([one], [other]) => groups.indexOf(one) - groups.indexOf(other));
  const rows: [Localized, Figures][] = [
    [{ zh: '全部', en: 'all' }, of.all],
    ...Object.entries(of.byLocale).map(([locale, each]): [Localized, Figures] => [
      LANGUAGES[locale] ?? { en: locale },
      each,
    ]),
    ...byGroup.map(([group, each]): [Localized, Figures] => [groupName(group), each]),
  ];
  const id = (name: string) => `${name}-of-${part}`;
  const origin =
    part === 'held-out'
      ? { zh: '没有拿这部分训练过。', en: 'Nothing was trained on this part.' }
      : {
          zh: '按内容从语料里分出的一成，用来选轮次和温度，从不训练。',
          en: 'A tenth of the corpus, told by its text. It chose the epoch and the temperature; never learned from.',
        };
  return [
    section(id('figures'), { zh: '读得怎么样', en: 'How it reads' }, origin, tiles(of) + figuresTable(rows)),
    section(
      id('calibration'),
      { zh: '有多确定，就有多对吗', en: 'As sure as it is right?' },
      { zh: '点越大，消息越多；虚线上最好。', en: 'The larger a dot, the more messages; the dashed line is best.' },
      `<div class="charts">${calibrationPlot(of.calibration)}<div>${calibrationTable(of.calibration)}</div></div>`,
    ),
    section(
      id('confusion'),
      { zh: '什么被当成了什么', en: 'What is taken for what' },
      {
        zh: '行是本意，列是读成的；每行合计 100%。',
        en: 'A row is what was meant, a column what it was taken for, in percent of the row.',
      },
      `${groupMap(of.groups, groups)}<details><summary>${both({ zh: '逐个意图', en: 'Intent by intent' })}</summary>${intentMap(of.confusion, intents)}</details>` +
        `<h3>${both({ zh: '最常混淆的', en: 'Most confused' })}</h3>${pairsList(of.pairs, intents)}`,
    ),
    section(
      id('intents'),
      { zh: '各个意图', en: 'Intent by intent' },
      { zh: 'F1 低的在前。', en: 'The lowest F1 first.' },
      scoresTable(of.intents, (label) => intentName(label, intents)),
    ),
    section(
      id('slots'),
      { zh: '各种槽位', en: 'Slots' },
      { zh: '起止都对才算对。', en: 'Right only where both ends are.' },
      scoresTable(of.slots, (label) => `<code>${escapeHtml(label)}</code>`),
    ),
    section(
      id('errors'),
      { zh: '错得最确定的', en: 'Surest of the wrong' },
      { zh: '本意 → 读成，及模型给的概率。', en: 'Meant → read as, with the probability that the model gave.' },
      errorsList(of.worst, intents),
    ),
  ].join('');
}

function recipe({ recipe: given, model }: TrainingReport): string {
  const rounding =
    model.top1BeforeRounding === null
      ? ''
      : `<p class="note">${both({
          zh: `温度 ${model.temperature.toFixed(3)}；权重取整到 8 位之前，开发集意图第一为 ${percent(model.top1BeforeRounding)}%。`,
          en: `Temperature ${model.temperature.toFixed(3)}; before the weights were rounded to 8 bits, top-1 on the development part was ${percent(model.top1BeforeRounding)} %.`,
        })}</p>`;
  const words = `<details><summary>${both({ zh: '全部设定', en: 'All settings' })}</summary><pre>${escapeHtml(JSON.stringify(given, null, 2))}</pre></details>`;
  return section('recipe', { zh: '配方', en: 'Recipe' }, null, rounding + words);
}
