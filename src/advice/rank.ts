import type { Fit, Wish } from './fit.ts';
import type { ProductNeed } from './need.ts';
import type { QueryWord } from './query.ts';
import { relevance } from './query.ts';
import { colourFit } from './variants.ts';

/** Best first. Equal ones stand in the order of their ids, so that an answer can be repeated. */
export function rank(
  fits: readonly Fit[],
  need: ProductNeed,
  wanted: readonly QueryWord[],
  dropped: ReadonlySet<Wish>,
): Fit[] {
  const scored = fits.map((fit) => ({ fit, score: score(fit, need, wanted) }));
  const price = ({ fit }: { fit: Fit }) => fit.variant.price.amount;
  const sort = need.sort ?? 'fit';
  scored.sort((a, b) => {
    if (sort === 'price-up' && price(a) !== price(b)) return price(a) - price(b);
    if (sort === 'price-down' && price(a) !== price(b)) return price(b) - price(a);
    const nearest = dropped.has('price') ? distance(a.fit, need) - distance(b.fit, need) : 0;
    return nearest || b.score - a.score || (a.fit.entry.product.id < b.fit.entry.product.id ? -1 : 1);
  });
  return scored.map(({ fit }) => fit);
}

function score(fit: Fit, need: ProductNeed, wanted: readonly QueryWord[]): number {
  const words = wanted.length > 0 ? relevance(fit.entry, wanted) : 0.5;
  const nearness = need.aroundPrice
    ? 1 - Math.min(1, Math.abs(fit.variant.price.amount - need.aroundPrice) / need.aroundPrice)
    : 0.5;
  const colour = need.colour ? colourFit(fit.entry.product, fit.variant, need.colour) / 2 : 0.5;
  // Few left: the last piece may be gone before it is ordered.
  const depth = fit.variant.stock === null ? 1 : Math.min(1, fit.variant.stock / 5);
  return words * 0.5 + fit.audience * 0.2 + nearness * 0.2 + colour * 0.06 + depth * 0.04;
}

/** Minor units outside the wished range; from the wished amount where one was named. */
function distance(
  { variant }: Fit,
  { minPrice = 0, maxPrice = Number.POSITIVE_INFINITY, aroundPrice }: ProductNeed,
): number {
  const { amount } = variant.price;
  if (aroundPrice !== undefined) return Math.abs(amount - aroundPrice);
  return Math.max(0, amount - maxPrice, minPrice - amount);
}
