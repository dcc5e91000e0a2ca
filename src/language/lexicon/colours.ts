import { matchesOf } from '../matches.ts';

/** Families of colour words as shops and shoppers name them. A wish for a family is met by any shade of it. */
const FAMILIES = {
  black: { zh: '黑色 黑 玄色 曜石黑 碳黑 炭黑 墨色', en: 'black jet' },
  white: { zh: '白色 白 米白 奶白 乳白 象牙白 本白', en: 'white ivory cream off-white' },
  grey: { zh: '灰色 灰 炭灰 深灰 浅灰 银灰 太空灰 雾灰', en: 'grey gray charcoal slate' },
  silver: { zh: '银色 银', en: 'silver' },
  gold: { zh: '金色 香槟金 玫瑰金', en: 'gold golden' },
  blue: {
    zh: '蓝色 蓝 藏青 深蓝 天蓝 浅蓝 宝蓝 海军蓝 湖蓝 藏蓝 靛蓝 雾蓝',
    en: 'blue navy sky-blue azure indigo teal',
  },
  green: { zh: '绿色 绿 墨绿 军绿 橄榄绿 薄荷绿 草绿 豆绿 牛油果绿', en: 'green olive mint khaki-green sage' },
  red: { zh: '红色 红 酒红 大红 枣红 朱红 砖红', en: 'red burgundy crimson scarlet maroon' },
  pink: { zh: '粉色 粉 粉红 玫红 藕粉 樱花粉', en: 'pink rose' },
  orange: { zh: '橙色 橙 橘色 橘红 珊瑚橘 珊瑚色', en: 'orange coral' },
  yellow: { zh: '黄色 黄 姜黄 鹅黄 柠檬黄', en: 'yellow mustard' },
  beige: { zh: '米色 米 杏色 卡其 卡其色 驼色 燕麦色 沙色', en: 'beige khaki camel sand oatmeal tan' },
  brown: { zh: '棕色 棕 咖啡色 咖色 褐色 胡桃木色 原木色', en: 'brown coffee-coloured walnut oak chocolate' },
  purple: { zh: '紫色 紫 藕荷紫 薰衣草紫 香芋紫', en: 'purple violet lavender lilac' },
} as const;

export type ColourFamily = keyof typeof FAMILIES;

const FAMILY_OF = new Map<string, ColourFamily>();
for (const [family, names] of Object.entries(FAMILIES)) {
  for (const name of `${names.zh} ${names.en}`.split(' ')) FAMILY_OF.set(name, family as ColourFamily);
}
const HAN_NAMES = [...FAMILY_OF.keys()].filter((name) => /\p{Script=Han}/u.test(name));
/** Shades alone; a single character is a colour only with 色, 的 or at an end (红 stands in 红烧 too). */
const LONG = HAN_NAMES.filter((name) => name.length > 1).sort((a, b) => b.length - a.length);
const SHORT = HAN_NAMES.filter((name) => name.length === 1);
const LATIN = [...FAMILY_OF.keys()]
  .filter((name) => !HAN_NAMES.includes(name))
  .map((name) => name.replace('-', '[- ]?'));
const COLOUR = new RegExp(
  `(?:${LONG.join('|')})色?|(?<![\\p{Script=Han}\\d])(?:${SHORT.join('|')})(?=[的款]|$|[^\\p{Script=Han}])|(?<=[要换有个只件双把条选买看来成是色])(?:${SHORT.join('|')})(?=[的款]|$|[^\\p{Script=Han}])|(?<![\\p{L}\\p{N}])(?:${LATIN.join('|')})(?![\\p{L}\\p{N}])`,
  'giu',
);

/** The family of one colour name; null where it is none. Unknown shades go by the colour they end in (雾霾蓝, "storm grey"). */
export function colourFamily(name: string): ColourFamily | null {
  const word = name.trim().toLowerCase();
  const known =
    FAMILY_OF.get(word) ??
    FAMILY_OF.get(word.replace(/ /g, '-')) ??
    FAMILY_OF.get(word.replace(/色$/, '')) ??
    FAMILY_OF.get(`${word}色`);
  if (known) return known;
  const last = /^\p{Script=Han}+$/u.test(word) ? word.replace(/色$/, '').slice(-1) : (word.split(/[ -]/).at(-1) ?? '');
  return FAMILY_OF.get(last) ?? null;
}

/** What the family is called: 蓝色, "blue". */
export function familyName(family: ColourFamily): { zh: string; en: string } {
  const { zh, en } = FAMILIES[family];
  return { zh: zh.split(' ')[0] ?? zh, en: en.split(' ')[0] ?? en };
}

/** Colour names in a normalised text. */
export function findColours(text: string): { name: string; start: number; end: number }[] {
  return matchesOf(text, COLOUR).map((match) => ({
    name: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
}
