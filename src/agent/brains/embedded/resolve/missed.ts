import { localize } from '../../../../core/locale.ts';
import type { Product } from '../../../../core/product.ts';
import { colourFamily, findColours } from '../../../../language/lexicon/colours.ts';
import { readSizes } from '../../../../language/quantities/sizes.ts';
import { namesOption } from '../read/option.ts';

/** 「黑色 36」: two figures that stand by themselves, no price, day or order. */
const LONE_NUMBER = /(?<![\w.¥$-])\d{2}(?:\.5)?(?![\w.]|-\d|\s*(?:块|元|岁|天|件|个|%|yuan|dollars|bucks|days|years))/g;

/** Sizes and colours that the words name and the product does not come in, or not together; empty where all of them can be had. */
export function missedOptions(words: string, product: Product): string[] {
  const text = withoutTitle(words, product);
  const options = product.variants.flatMap((variant) => variant.options);
  const of = (key: string) => options.filter((option) => option.key === key);
  const sizes = of('size').length > 0 ? sizesIn(text) : [];
  const unmade = sizes.filter((size) => !of('size').some((option) => namesOption(size, option)));
  const families = of('colour').map(({ value }) => colourFamily(localize(value, 'zh')));
  const colours = families.length > 0 ? findColours(text) : [];
  const unknown = colours.filter(
    ({ name }) => !families.includes(colourFamily(name)) && !of('colour').some((option) => namesOption(name, option)),
  );
  const missed = [...unknown.map(({ name }) => name), ...unmade];
  return missed.length > 0 || isMade(text, product) ? missed : [...colours.map(({ name }) => name), ...sizes];
}

function sizesIn(text: string): string[] {
  const read = readSizes(text).flatMap((size) => (size.value.kind === 'absolute' ? [size.text] : []));
  return read.length > 0 ? read : [...text.matchAll(LONE_NUMBER)].map(([number]) => number);
}

/** Whether some variant carries a value that was named of each option of which one was. */
function isMade(text: string, { variants }: Product): boolean {
  const named = (variant: Product['variants'][number]) => variant.options.filter((option) => namesOption(text, option));
  const keys = new Set(variants.flatMap(named).map(({ key }) => key));
  return variants.some((variant) => {
    const own = named(variant).map(({ key }) => key);
    return [...keys].every((key) => own.includes(key));
  });
}

/** Figures and colours of its own name are no options: 「20 寸登机箱」. */
function withoutTitle(text: string, { title }: Product): string {
  return Object.values(title).reduce((rest, name) => (name ? rest.replaceAll(name, ' ') : rest), text);
}
