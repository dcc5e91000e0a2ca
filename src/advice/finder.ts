import type { FactValues, ProductMatch } from '../core/fact.ts';
import type { Product } from '../core/product.ts';
import { candidates } from './candidates.ts';
import type { Catalogue } from './catalogue.ts';
import { readCatalogue } from './catalogue.ts';
import { inCategory, resolveCategory } from './category.ts';
import { compareProducts } from './compare.ts';
import type { Fit, Wish } from './fit.ts';
import { COST, fitOf, WISHES } from './fit.ts';
import type { ProductFinder, ProductNeed } from './need.ts';
import type { QueryWord } from './query.ts';
import { readQuery } from './query.ts';
import { rank } from './rank.ts';
import { reasonsFor } from './reasons.ts';
import { noneLeft, nothingOfKind, nothingSaid, unmetWishes } from './unmet.ts';

export interface ProductSource {
  products: () => Promise<readonly Product[]>;
  /** Changes whenever catalogue, price or stock does. */
  version: () => Promise<string>;
}

const DEFAULT_LIMIT = 4;

export function createProductFinder(source: ProductSource): ProductFinder {
  let version: string | null = null;
  let catalogue: Promise<Catalogue> | null = null;

  async function current(): Promise<Catalogue> {
    const now = await source.version();
    if (now !== version || !catalogue) {
      version = now;
      const reading = source.products().then(readCatalogue);
      catalogue = reading;
      // A failed reading must not be kept.
      reading.catch(() => {
        if (catalogue === reading) catalogue = null;
      });
    }
    return catalogue;
  }

  return {
    find: async (need) => findProducts(await current(), need),
    compare: async (productIds) => compareProducts((await current()).byId, productIds),
  };
}

function findProducts(catalogue: Catalogue, asked: ProductNeed): FactValues['product-matches'] {
  const category = resolveCategory(catalogue, asked.category);
  // A category the shop does not have is still a word about the goods.
  const need = category || !asked.category ? asked : { ...asked, query: `${asked.query} ${asked.category}` };
  const wanted = readQuery(need.query, catalogue);
  const pool = candidates(catalogue, wanted).filter((entry) => !category || inCategory(entry, category));
  if (pool.length === 0) return { matches: [], total: 0, unmet: [nothingOfKind(wanted, need)] };
  for (const dropped of waysOut(need)) {
    const fits = pool.map((entry) => fitOf(entry, need, dropped)).filter((fit): fit is Fit => fit !== null);
    if (fits.length > 0) return offer(fits, need, wanted, dropped);
  }
  return { matches: [], total: 0, unmet: [noneLeft(need)] };
}

function offer(
  fits: Fit[],
  need: ProductNeed,
  wanted: readonly QueryWord[],
  dropped: ReadonlySet<Wish>,
): FactValues['product-matches'] {
  const ordered = rank(fits, need, wanted, dropped);
  const shown = ordered.slice(need.skip ?? 0).slice(0, need.limit ?? DEFAULT_LIMIT);
  const matches = shown.map(
    (fit): ProductMatch => ({
      product: fit.entry.product,
      variantId: fit.variant.id,
      reasons: reasonsFor(fit, need, wanted),
    }),
  );
  const currency = shown[0]?.variant.price.currency ?? '';
  return {
    matches,
    total: ordered.length,
    unmet: [...unmetWishes(need, dropped, currency), ...nothingSaid(shown, wanted, dropped)],
  };
}

/** Every set of wishes that could be let go, cheapest first, beginning with none. */
function waysOut(need: ProductNeed): ReadonlySet<Wish>[] {
  const held: Record<Wish, boolean> = {
    colour: need.colour !== undefined,
    price: need.minPrice !== undefined || need.maxPrice !== undefined || need.aroundPrice !== undefined,
    audience: need.audience !== undefined,
    size: need.size !== undefined,
    season: need.season !== undefined,
    material: (need.materials ?? []).length > 0,
    spec: (need.specs ?? []).length > 0,
  };
  let ways: Wish[][] = [[]];
  for (const wish of WISHES) if (held[wish]) ways = [...ways, ...ways.map((way) => [...way, wish])];
  const cost = (way: readonly Wish[]) => way.reduce((sum, wish) => sum + COST[wish], 0);
  return ways.sort((a, b) => cost(a) - cost(b)).map((way) => new Set(way));
}
