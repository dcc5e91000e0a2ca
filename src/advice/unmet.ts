import type { Localized } from '../core/locale.ts';
import { formatMoney, money } from '../core/money.ts';
import { colourFamily, familyName } from '../language/lexicon/colours.ts';
import { findMaterials, materialName } from '../language/lexicon/materials.ts';
import { findSeasons, seasonName } from '../language/lexicon/seasons.ts';
import type { Fit, Wish } from './fit.ts';
import type { ProductNeed } from './need.ts';
import { hasMaterial } from './properties.ts';
import type { QueryWord } from './query.ts';
import { isOfBrand, wordScore } from './query.ts';

const FOR_WHOM: Record<string, Localized> = {
  men: { zh: '男款', en: 'for men' },
  women: { zh: '女款', en: 'for women' },
  kids: { zh: '儿童款', en: 'for kids' },
  elderly: { zh: '老人款', en: 'for elderly people' },
};

/** Which wishes what is shown does not meet, one sentence each. */
export function unmetWishes(need: ProductNeed, dropped: ReadonlySet<Wish>, currency: string): Localized[] {
  const unmet: Localized[] = [];
  if (dropped.has('size') && need.size) {
    const size = /^\d+(?:\.5)?$/.test(need.size) ? `${need.size} 码` : need.size.replace(/in$/, ' 英寸');
    unmet.push({
      zh: `没有${/^\d/.test(size) ? ' ' : ''}${size}的现货`,
      en: `nothing suitable is in stock in size ${need.size}`,
    });
  }
  if (dropped.has('audience') && need.audience) {
    const who = FOR_WHOM[need.audience] ?? { zh: need.audience, en: `for ${need.audience}` };
    unmet.push({ zh: `没有合适的${who.zh}`, en: `nothing suitable is made ${who.en}` });
  }
  if (dropped.has('spec') && need.specs) unmet.push(unmetSpecs(need.specs));
  if (dropped.has('material') && need.materials) {
    const names = need.materials.map(materialName);
    unmet.push({
      zh: `没有${names.map(({ zh }) => zh).join('、')}的`,
      en: `nothing suitable is made of ${names.map(({ en }) => en).join(' and ')}`,
    });
  }
  if (dropped.has('season') && need.season) {
    const { zh, en } = seasonName(need.season);
    unmet.push({ zh: `没有适合${zh}的`, en: `nothing suitable is made for ${en}` });
  }
  if (dropped.has('price')) unmet.push(unmetPrice(need, currency));
  if (dropped.has('colour') && need.colour) unmet.push(unmetColour(need.colour));
  return unmet;
}

function unmetSpecs(specs: readonly string[]): Localized {
  const zh = specs.map((spec) => spec.replace(/^laptop ([\d.]+)in$/, '能放 $1 寸电脑').replace(/mah$/, ' 毫安时'));
  const en = specs.map((spec) =>
    spec.replace(/^laptop ([\d.]+)in$/, 'room for a $1-inch laptop').replace(/mah$/, ' mAh'),
  );
  return { zh: `没有写明 ${zh.join('、')}的`, en: `nothing suitable says ${en.join(' and ')}` };
}

function unmetColour(colour: string): Localized {
  const family = colourFamily(colour);
  const isHan = /\p{Script=Han}/u.test(colour);
  const name = family ? familyName(family) : { zh: colour, en: colour };
  return {
    zh: `没有${isHan ? colour : name.zh}的`,
    en: `nothing suitable comes in ${isHan ? name.en : colour.toLowerCase()}`,
  };
}

function unmetPrice({ minPrice, maxPrice, aroundPrice }: ProductNeed, currency: string): Localized {
  const say = (amount: number, locale: 'zh' | 'en') => formatMoney(money(amount, currency), locale);
  if (aroundPrice !== undefined)
    return {
      zh: `没有 ${say(aroundPrice, 'zh')} 左右的，先看价格最接近的`,
      en: `nothing suitable costs around ${say(aroundPrice, 'en')}; these come closest`,
    };
  if (minPrice !== undefined && maxPrice !== undefined) {
    return {
      zh: `${say(minPrice, 'zh')} 到 ${say(maxPrice, 'zh')} 之间没有合适的，先看价格最接近的`,
      en: `nothing suitable costs between ${say(minPrice, 'en')} and ${say(maxPrice, 'en')}; these come closest`,
    };
  }
  if (maxPrice !== undefined)
    return {
      zh: `没有 ${say(maxPrice, 'zh')} 以内的，先看价格最接近的`,
      en: `nothing suitable costs ${say(maxPrice, 'en')} or less; these come closest`,
    };
  return {
    zh: `没有 ${say(minPrice ?? 0, 'zh')} 以上的，先看价格最接近的`,
    en: `nothing suitable costs ${say(minPrice ?? 0, 'en')} or more; these come closest`,
  };
}

/** Wishes that none of the products shown says of itself: words the shop uses, or that stood before the thing's name. Chatter is no wish. */
export function nothingSaid(
  shown: readonly Fit[],
  wanted: readonly QueryWord[],
  dropped: ReadonlySet<Wish>,
): Localized[] {
  const wishes = wanted.filter(
    (word) =>
      !word.isAudience &&
      (word.isModifier || word.isBrand || (word.isKnown && word.isQuality && /\p{Script=Han}/u.test(word.word))),
  );
  const silent = wishes.filter(({ word, isBrand }) =>
    isBrand
      ? !shown.every(({ entry }) => isOfBrand(entry, word))
      : shown.every(({ entry }) => wordScore(entry, word) === 0),
  );
  const isNamed = (text: string) => findMaterials(text).length > 0 || findSeasons(text).length > 0;
  return silent
    .filter(
      ({ surface }) =>
        !isNamed(surface) || (!dropped.has('material') && !dropped.has('season') && !isMet(surface, shown)),
    )
    .slice(0, 2)
    .map(({ surface }) => ({ zh: `没有写明「${surface}」的`, en: `none of them says “${surface}”` }));
}

/** 羊羔毛 is wool, whatever word was used. */
function isMet(surface: string, shown: readonly Fit[]): boolean {
  return findMaterials(surface).some(({ material }) =>
    shown.every(({ entry }) => hasMaterial(entry.product, material)),
  );
}

/** There is nothing to show at all. */
export function nothingOfKind(wanted: readonly QueryWord[], need: ProductNeed): Localized {
  const words = wanted.filter(({ isAudience }) => !isAudience).map(({ surface }) => surface);
  const zh = words.join(/[a-z]/.test(words.join('')) ? ' ' : '') || need.query.trim();
  return { zh: `店里没有找到「${zh}」`, en: `the shop has nothing for “${words.join(' ') || need.query.trim()}”` };
}

/** The kind exists, but each one is sold out or left out at the customer's wish. */
export function noneLeft(need: ProductNeed): Localized {
  const without = need.exclude ?? [];
  if (without.length === 0)
    return { zh: '这一类目前都没有现货', en: 'everything of this kind is out of stock at the moment' };
  return {
    zh: `不要${without.join('、')}的话，目前没有合适的现货`,
    en: `leaving out ${without.join(', ')}, nothing suitable is in stock`,
  };
}
