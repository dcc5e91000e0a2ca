import { type Localized, localize } from '../../../../core/locale.ts';
import { attributeOf, inStock, type Product } from '../../../../core/product.ts';
import { type Extreme, measureOf } from '../read/extreme.ts';

/** The value at that end among those that can be sent. */
export function furthest(product: Product, key: string, end: Extreme): Localized | null {
  const sent = product.variants.filter(inStock).flatMap(({ options }) => attributeOf(options, key) ?? []);
  const ranked = sent.flatMap((value) => {
    const rank = measureOf(localize(value, 'en'));
    return rank === null ? [] : [{ value, rank }];
  });
  ranked.sort((a, b) => (end === 'highest' ? b.rank - a.rank : a.rank - b.rank));
  return ranked[0]?.value ?? null;
}

/** 「要防水的」 "a waterproof one" of goods of which that is a yes or a no. */
export function answerIn(text: string, values: readonly Localized[], names: readonly string[]): Localized | null {
  const yes = values.find((value) => /^(?:yes|是|有)$/i.test(localize(value, 'en')));
  const no = values.find((value) => /^(?:no|否|无|没有)$/i.test(localize(value, 'en')));
  const name = names.find((each) => each.length > 1 && text.toLowerCase().includes(each.toLowerCase()));
  if (!yes || !no || name === undefined) return null;
  const before = text.toLowerCase().slice(0, text.toLowerCase().indexOf(name.toLowerCase()));
  if (/(?:whether|if|concerned|care|matter)\b.{0,40}$|无所谓|是不是$/.test(before)) return null;
  return /(?:\bnot |\bnon[- ]?|\bwithout |\bisn't |\baren't |不|没|非)(?:\w+ )?$/.test(before) ? no : yes;
}
