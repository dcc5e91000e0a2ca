import type { Localized } from '../../../../core/locale.ts';

/** How shoppers call a kind of thing, and what stands for it in titles. One list a line, zh and en together. */
const KINDS: readonly RegExp[] = [
  /鞋(?![柜架油])|靴|\bshoes?\b|\bsneakers?\b|\btrainers?\b|\bboots?\b|\bsandals?\b|\brunners?\b|\bslippers?\b/i,
  /壶|\bkettles?\b|\bteapots?\b/i,
  /锅|\bpans?\b|\bwok\b|\bpots?\b|\bskillet\b/i,
  /杯|\bcups?\b|\bmugs?\b|\btumblers?\b|\bbottles?\b/i,
  /(?<![面钱红])包(?![裹邮装括含换退赔])|\bbags?\b|\bbackpacks?\b|\brucksacks?\b|\btotes?\b/i,
  /灯|\blamps?\b|\blanterns?\b/i,
  /耳机|耳麦|\bheadphones?\b|\bearbuds?\b|\bearphones?\b|\bheadset\b/i,
  /键盘|\bkeyboards?\b/i,
  /充电宝|移动电源|\bpower ?banks?\b/i,
  /裤|\btrousers\b|\bpants\b|\bjeans\b|\bshorts\b|\bleggings\b/i,
  /裙|\bdress(?:es)?\b|\bskirts?\b/i,
  /衣(?![机架柜篮钩])|衫|恤|外套|夹克|卫衣|毛衣|羽绒|\bshirts?\b|\bt-?shirts?\b|\bjackets?\b|\bhoodies?\b|\bsweaters?\b|\bcoats?\b|\bblouse\b/i,
  /被[子套芯褥]|[绒棉丝]被|床单|床品|床上用品|寝具|四件套|枕|\bduvets?\b|\bsheets?\b|\bpillows?\b|\bbedding\b|\bbed ?linens?\b|\blinens\b/i,
  /帐篷|\btents?\b/i,
  /伞|\bumbrellas?\b/i,
  /袜|\bsocks?\b/i,
  /帽|\bhats?\b|\bcaps?\b/i,
  /手机(?!号|尾号|上|端|版)|\b(?:smart)?phones?\b(?! number)/i,
  /笔记本|电脑|\blaptops?\b|\bnotebooks?\b/i,
  /平板|\btablets?\b/i,
  /沙发|\bsofas?\b|\bcouch(?:es)?\b/i,
  /洗衣机|\bwashing machines?\b/i,
  /冰箱|\b(?:fridges?|refrigerators?)\b/i,
  /电视|\btvs?\b|\btelevisions?\b/i,
  /手表|手环|\b(?:wrist|smart)? ?watch(?:es)?\b/i,
  /杂志|[季期月]刊|\bmagazines?\b|\bquarterl(?:y|ies)\b/i,
  /唱片|\bcds?\b|\balbums?\b/i,
  /[橙橘](?!色)|\boranges\b/i,
  /课程|(?:[面包烘焙线网门节]|在线)课|\bcourses?\b|\blessons\b/i,
  /钟(?![头点爱情])|\bclocks?\b/i,
  /音箱|音响|\bspeakers?\b/i,
  /(?<!邮|信)箱(?!.{0,3}客)|\bsuitcases?\b|\bluggage\b/i,
];

/** Words that say nothing about which thing is meant. */
const COMMON =
  /^(?:the|and|for|with|want|need|return|cancel|order|exchange|this|that|please|size|one|item|buy|new|set|can|you|get|not|too)$/;

/** Whether a text names a kind of thing at all. */
export function namesThing(text: string): boolean {
  return KINDS.some((pattern) => pattern.test(text));
}

/** Which kinds of things a text names. */
export function kindsIn(text: string): number[] {
  return KINDS.flatMap((pattern, kind) => (pattern.test(text) ? [kind] : []));
}

/** Whether both speak of the same kind of thing. */
export function sharesKind(one: string, other: string): boolean {
  return KINDS.some((pattern) => pattern.test(one) && pattern.test(other));
}

/** How strongly a text speaks of a title: shared runs of Chinese characters and shared English words, else its kind. 0: not at all. */
export function mentionOf(text: string, title: Localized): number {
  const said = text.toLowerCase();
  const runs = sharedRuns(said, title.zh ?? '');
  const words = new Set((title.en ?? '').toLowerCase().match(/[a-z]{3,}/g) ?? []);
  const shared = (said.match(/[a-z]{3,}/g) ?? []).filter(
    (word) => !COMMON.test(word) && [...words].some((other) => stem(other) === stem(word)),
  );
  const kind = KINDS.some((pattern) => pattern.test(said) && pattern.test(`${title.zh ?? ''} ${title.en ?? ''}`));
  return runs + shared.length * 2 + (kind ? 1 : 0);
}

/** Those that the text speaks of most, all of them when several are equally meant; none when it speaks of none. */
export function mentioned<T>(items: readonly T[], titles: (item: T) => readonly Localized[], text: string): T[] {
  const scored = items.map((item) => ({
    item,
    score: Math.max(0, ...titles(item).map((title) => mentionOf(text, title))),
  }));
  const best = Math.max(0, ...scored.map(({ score }) => score));
  return best === 0 ? [] : scored.filter(({ score }) => score === best).map(({ item }) => item);
}

function stem(word: string): string {
  return word.replace(/(?:ies|es|s)$/, '');
}

const HAN = /\p{Script=Han}/u;

/** How many Chinese characters of the title stand in the text too, in runs of two and more: 「稳步跑鞋」 in 稳步男子跑鞋 are four. */
function sharedRuns(text: string, title: string): number {
  let shared = 0;
  for (let start = 0; start < title.length; ) {
    let length = 0;
    while (start + length < title.length && isShared(text, title.slice(start, start + length + 1))) length++;
    shared += length >= 2 ? length : 0;
    start += Math.max(1, length);
  }
  return shared;
}

function isShared(text: string, part: string): boolean {
  return HAN.test(part.at(-1) ?? '') && text.includes(part);
}
