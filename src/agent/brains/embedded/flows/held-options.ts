import type { ProductNeed } from '../../../../advice/need.ts';
import { hasSize } from '../../../../advice/variants.ts';
import type { Product, Variant } from '../../../../core/product.ts';
import { attributeOf } from '../../../../core/product.ts';
import { stepSize } from '../../../../language/quantities/same-size.ts';
import { readSizes } from '../../../../language/quantities/sizes.ts';
import { namesOption } from '../read/option.ts';

/** 「大一码的有吗」: steps from the size that is being looked for. */
export function sizeSteps(text: string): number | null {
  const relative = readSizes(text).find(({ value }) => value.kind === 'relative');
  return relative?.value.kind === 'relative' ? relative.value.steps : null;
}

/** Of what the message says, or of all variants, those in the size being looked for, where the message names no other. */
export function inHeldSize(
  text: string,
  said: readonly Variant[],
  product: Product,
  need: ProductNeed | undefined,
): Variant[] {
  const size = need?.size;
  const isNamed = product.variants.some(({ options }) =>
    options.some((option) => option.key === 'size' && namesOption(text, option)),
  );
  if (!size || isNamed || !product.variants.some(({ options }) => attributeOf(options, 'size'))) return [...said];
  const wanted = stepSize(size, sizeSteps(text) ?? 0) ?? size;
  const among = said.length > 0 ? said : product.variants;
  const fitting = among.filter((variant) => hasSize(product, variant, wanted));
  return fitting.length > 0 ? fitting : [...said];
}
