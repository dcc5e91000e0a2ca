import { localize } from '../../../../core/locale.ts';
import type { OrderLine } from '../../../../core/order.ts';
import { clausesOf } from '../read/clauses.ts';
import { mentioned } from '../read/mention.ts';
import { namesOption } from '../read/option.ts';
import { ordinalsIn, pick } from '../read/ordinal.ts';
import { quantityIn } from '../read/quantity.ts';
import type { Reading } from '../reading.ts';
import { optionWords } from './variant.ts';

/** Everything of the order, whatever else is said. */
const WHOLE = /全部|整单|所有|\b(?:everything|all of (?:it|them)|whole order|entire order|the lot)\b/i;
/** All of what is spoken of, or of the order where nothing is. */
export const ALL =
  /全部|全都|全[退换](?!货|款)|都(?:要|给我|帮我)?[退换改]|[退换改].{0,2}(?:全|都)|整单|一起[退换]|所有|[两俩二三]件都|\b(?:all|everything|both|whole order|entire order|the lot)\b/i;
const EXCEPT =
  /除了?(?<but>[^,，。;；]{1,20}?)(?:以外|之外|外|都|其他|其它|别的)|(?<kept>[^,，。;；、]{1,16}?)(?:自己)?(?:留着|留下|先?[不别](?:用|要)?退|先?[不别](?:用|要)?换|先?不动)|(?:不要?|别)退(?<stays>[^款,，。;；、]{1,12})|不是(?<wrong>[^,，。;；、]{1,10})[,，]\s*而?是|\b(?:except|(?:but )?not(?= the| my)|don'?t (?:return|exchange|cancel)|apart from|keep(?:ing)?)(?: for)? (?<exception>[^,.;]{2,40})/giu;

/** Lines that the words name, and lines of which one is meant but not which. */
interface Named {
  lines: readonly OrderLine[];
  unsure: readonly OrderLine[];
}

/** Which of the lines a message names. `listed`: they were just listed, so a lone digit is a place. */
export function linesNamed(text: string, lines: readonly OrderLine[], listed: boolean): Named {
  const places = listed ? ordinalsIn(text, true).map((ordinal) => pick(lines, ordinal)) : [];
  const byPlace = lines.filter((line) => places.includes(line));
  if (byPlace.length > 0) return { lines: byPlace, unsure: [] };
  const excepted = exceptions(text, lines);
  const rest = lines.filter((line) => !excepted.includes(line));
  if (WHOLE.test(text)) return { lines: rest, unsure: [] };
  const { lines: said, unsure } = byClause(text, rest);
  if (said.length > 0 || unsure.length > 0) return { lines: said, unsure };
  if (excepted.length > 0 && rest.length > 0) return { lines: rest, unsure: [] };
  return ALL.test(text) && fitsCount(text, lines) ? { lines, unsure: [] } : { lines: [], unsure: [] };
}

/** 「两件都退」 of an order of three says two, and not which. */
function fitsCount(text: string, lines: readonly OrderLine[]): boolean {
  const count = quantityIn(text, false);
  const pieces = lines.reduce((total, line) => total + line.quantity - line.returnedQuantity, 0);
  return count === null || count === lines.length || count === pieces;
}

export function exceptions(text: string, lines: readonly OrderLine[]): OrderLine[] {
  return [...text.matchAll(EXCEPT)].flatMap(({ groups }) => {
    const words = groups?.but ?? groups?.kept ?? groups?.stays ?? groups?.wrong ?? groups?.exception ?? '';
    return mentioned(lines, (line) => [line.title], words);
  });
}

function byClause(text: string, lines: readonly OrderLine[]): Named {
  const clauses = clausesOf(text).filter((clause) => mentioned(lines, titles, clause).length > 0);
  const named = (clauses.length > 1 ? clauses : [text]).map((clause) => pickOut(lines, clause));
  const all = ALL.test(text);
  const said = new Set(named.flatMap((found) => (found.length === 1 || all ? found : [])));
  const unsure = named.filter((found) => found.length > 1 && !all && !found.some((line) => said.has(line))).flat();
  return { lines: lines.filter((line) => said.has(line)), unsure: lines.filter((line) => unsure.includes(line)) };
}

const titles = ({ title }: OrderLine) => [title];

/** The lines that a stretch of text speaks of most; of equals those whose options it names too. */
export function pickOut(lines: readonly OrderLine[], text: string): OrderLine[] {
  const byTitle = mentioned(lines, titles, text);
  const pool = byTitle.length > 0 ? byTitle : [...lines];
  if (byTitle.length === 1) return byTitle;
  const scored = pool.map((line) => ({
    line,
    score: line.options.filter((option) => namesOption(text, option)).length,
  }));
  const best = Math.max(0, ...scored.map(({ score }) => score));
  return best === 0 ? byTitle : scored.filter(({ score }) => score === best).map(({ line }) => line);
}

/** What of a message is said of one of several lines: the clauses from where it is named to where the next one is. */
export function wordsFor(line: OrderLine, lines: readonly OrderLine[], text: string): string {
  if (lines.length <= 1) return text;
  let current: OrderLine | undefined;
  const own: string[] = [];
  for (const clause of clausesOf(text)) {
    const [named, ...others] = mentioned(lines, titles, clause).length > 0 ? pickOut(lines, clause) : [];
    if (named && others.length === 0) current = named;
    if (current?.id === line.id) own.push(clause);
  }
  return own.join('，');
}

/** A line as a button: with its options where another of the same name stands beside it. */
export function lineLabel(reading: Reading, line: OrderLine, lines: readonly OrderLine[]): string {
  const title = localize(line.title, reading.locale);
  const namesakes = lines.filter((other) => localize(other.title, reading.locale) === title);
  const options = optionWords(reading, line.options);
  if (namesakes.length <= 1 || !options) return title;
  return reading.locale === 'zh' ? `${title}（${options}）` : `${title} (${options})`;
}
