import { foreignPrice } from '../../../../advice/foreign-price.ts';
import type { ProductNeed } from '../../../../advice/need.ts';
import type { FactValues } from '../../../../core/fact.ts';
import { localize } from '../../../../core/locale.ts';
import { formatMoney } from '../../../../core/money.ts';
import type { Choice } from '../../../../core/reply.ts';
import { materialName } from '../../../../language/lexicon/materials.ts';
import { seasonName } from '../../../../language/lexicon/seasons.ts';
import type { Reading } from '../reading.ts';
import { choice } from '../reading.ts';
import { joined } from './outcome.ts';

export function intro(reading: Reading, need: ProductNeed, { matches, unmet }: FactValues['product-matches']): string {
  const { say, locale } = reading;
  const wishes = wishWords(reading, need);
  const count = matches.length;
  const opening =
    unmet.length > 0
      ? say('consult.partly', {
          unmet: unmet.map((each) => localize(each, locale)).join(locale === 'zh' ? '，' : '; '),
          count,
        })
      : wishes
        ? count === 1
          ? say('consult.found-for-one', { wishes })
          : say('consult.found-for', { wishes, count })
        : count === 1
          ? say('consult.found-one')
          : say('consult.found', { count });
  // Where something was let go, nothing is called the best.
  const first = unmet.length > 0 ? undefined : matches[0];
  const reason = first?.reasons.map((each) => localize(each, locale)).join(locale === 'zh' ? '，' : ', ');
  const favourite =
    first && reason && count > 1 ? say('consult.first', { title: localize(first.product.title, locale), reason }) : '';
  return joined(reading, [foreignWords(reading), opening, favourite]);
}

/** What the search went by, so that a misreading shows. */
function wishWords(reading: Reading, need: ProductNeed): string {
  const made = (need.materials ?? []).map((each) => materialName(each)[reading.locale]);
  const season = need.season ? seasonName(need.season)[reading.locale] : '';
  const words = [priceWords(reading, need), sizeWords(reading, need.size), need.colour ?? '', ...made, season];
  return words.filter(Boolean).join(reading.locale === 'zh' ? '、' : ', ');
}

function priceWords({ locale, say, view }: Reading, need: ProductNeed): string {
  const price = (amount: number) => formatMoney({ amount, currency: view.shop.currency }, locale);
  const { minPrice, maxPrice, aroundPrice } = need;
  if (aroundPrice !== undefined) return say('wish.price-around', { price: price(aroundPrice) });
  if (minPrice !== undefined && maxPrice !== undefined)
    return say('wish.price-range', { from: price(minPrice), to: price(maxPrice) });
  if (maxPrice !== undefined) {
    // 「再便宜点」 leaves one unit less than what was seen.
    const below = maxPrice % 100 === 99;
    return below
      ? say('wish.price-below', { price: price(maxPrice + 1) })
      : say('wish.price-max', { price: price(maxPrice) });
  }
  return minPrice === undefined ? '' : say('wish.price-min', { price: price(minPrice) });
}

function sizeWords({ say }: Reading, size: string | undefined): string {
  if (!size) return '';
  return /^(?:\d{2}(?:\.5)?|X{0,4}[SML])$/.test(size) ? say('wish.size', { size }) : size;
}

export function nothing(reading: Reading, unmet: FactValues['product-matches']['unmet']): string {
  const missing = unmet.map((each) => localize(each, reading.locale)).join(reading.locale === 'zh' ? '，' : '; ');
  return missing ? reading.say('consult.none-for', { unmet: missing }) : reading.say('consult.none');
}

export function refinements(reading: Reading, { matches, total }: FactValues['product-matches']): Choice[] {
  if (total <= 1) return [];
  const compare = matches.length > 1 ? [choice(reading.say('choice.compare'))] : [];
  return [choice(reading.say('choice.cheaper')), ...compare];
}

/** An amount in another currency: the shop knows no rates, and nothing is searched by it. */
export function foreignWords({ text, say, view, locale }: Reading): string {
  const { currency } = view.shop;
  const foreign = foreignPrice(text, { currency });
  if (!foreign) return '';
  return say('consult.foreign', { price: formatMoney(foreign, locale), foreign: foreign.currency, currency });
}
