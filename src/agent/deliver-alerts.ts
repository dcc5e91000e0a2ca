import type { Clock } from '../core/clock.ts';
import { type Localized, localize } from '../core/locale.ts';
import type { Variant } from '../core/product.ts';
import type { GateDeps } from './gate-context.ts';
import { backInStockNotice } from './notices.ts';

function optionsOf({ options }: Variant): Localized {
  const text = (locale: 'zh' | 'en') => options.map(({ value }) => localize(value, locale)).join(' / ');
  return { zh: text('zh'), en: text('en') };
}

/** Tells each conversation that asked for it, once, what can be bought again. Returns how many were told. */
export async function deliverAlerts(
  deps: Pick<GateDeps, 'alerts' | 'shop' | 'announce'>,
  clock: Clock,
): Promise<number> {
  let delivered = 0;
  for (const { id, productId, variantId } of await deps.alerts.listOpen()) {
    const product = await deps.shop.getProduct(productId);
    const variant = product?.variants.find((each) => each.id === variantId);
    if (!product || !variant) {
      await deps.alerts.close(id, clock.now());
      continue;
    }
    if (!product.active || (variant.stock !== null && variant.stock <= 0)) continue;
    const events = await deps.alerts.deliver(id, backInStockNotice(product.title, optionsOf(variant)), clock.now());
    deps.announce(events);
    if (events.length > 0) delivered++;
  }
  return delivered;
}
