import type { Clock } from '../core/clock.ts';
import { type Localized, localize } from '../core/locale.ts';
import { inStock, type Product, type Variant } from '../core/product.ts';
import type { StockAlert } from '../core/record.ts';
import type { Log } from '../platform/log.ts';
import type { GateDeps } from './gate-context.ts';
import { backInStockNotice } from './notices.ts';

function optionsOf({ options }: Variant): Localized {
  const text = (locale: 'zh' | 'en') => options.map(({ value }) => localize(value, locale)).join(' / ');
  return { zh: text('zh'), en: text('en') };
}

/** Tells each conversation that asked for it, once, what can be bought again; one that cannot be told holds up no other. Returns how many were told. */
export async function deliverAlerts(
  deps: Pick<GateDeps, 'alerts' | 'shop' | 'announce'>,
  clock: Clock,
  log: Log,
): Promise<number> {
  let delivered = 0;
  const products = new Map<string, Product | null>();
  for (const alert of await deps.alerts.listOpen()) {
    const { id, productId } = alert;
    try {
      // Many wait for the same thing.
      if (!products.has(productId)) products.set(productId, await deps.shop.getProduct(productId));
      if (await deliverOne(deps, alert, products.get(productId) ?? null, clock)) delivered++;
    } catch (error) {
      log.error('alert.undelivered', { id, error: String(error) });
    }
  }
  return delivered;
}

async function deliverOne(
  { alerts, announce }: Pick<GateDeps, 'alerts' | 'announce'>,
  { id, variantId }: StockAlert,
  product: Product | null,
  clock: Clock,
): Promise<boolean> {
  const variant = product?.variants.find((each) => each.id === variantId);
  if (!product || !variant) {
    await alerts.close(id, clock.now());
    return false;
  }
  if (!product.active || !inStock(variant)) return false;
  const events = await alerts.deliver(id, backInStockNotice(product.title, optionsOf(variant)), clock.now());
  announce(events);
  return events.length > 0;
}
