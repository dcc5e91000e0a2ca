import { inStock } from '../../core/product.ts';
import { type Proven, products } from './proven.ts';

const SIZE =
  /(\d+(?:\.\d+)?|\b(?:xs|s|m|l|x{1,4}l)\b)\s?码|\b(?:size|eu|us|uk)\s?(\d+(?:\.\d+)?|(?:xs|s|m|l|x{1,4}l)\b)/;

/** Whether anything in the facts can be sold now; where the clause names a size, in that size. */
export function hasVariantInStock(proven: Proven, clause: string): boolean {
  const size = SIZE.exec(clause);
  const wanted = size?.[1] ?? size?.[2];
  if (wanted !== undefined && isAdvised(proven, wanted)) return true;
  const variants = products(proven).flatMap((product) => product.variants);
  return variants.some(
    (variant) =>
      inStock(variant) &&
      (wanted === undefined ||
        variant.options.some(({ value }) => [value.zh, value.en].some((text) => tokens(text).includes(wanted)))),
  );
}

/** A size of which the advice says that it can be bought. */
function isAdvised({ facts }: Proven, wanted: string): boolean {
  return facts.some(
    (fact) =>
      fact.kind === 'size-advice' &&
      fact.value.sizes.some(({ size, inStock: isThere }) => isThere && size.toLowerCase() === wanted),
  );
}

function tokens(text: string | undefined): string[] {
  return (text ?? '').toLowerCase().split(/[^\p{L}\p{N}.]+|码/u);
}
