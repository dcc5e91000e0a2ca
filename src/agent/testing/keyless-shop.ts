import type { Shop, ShopInfo, WriteResult } from '../../shops/shop.ts';

/**
 * How a platform answers a write: as it should; with the answer lost after it was done (a time-out, a 500, a broken line look alike); not at
 * all and nothing done; not at all, and done later; or with a no.
 */
export type Answering = 'answers' | 'loses-answer' | 'does-nothing' | 'does-it-late' | 'refuses';

export interface KeylessShop extends Shop {
  /** Every time that money was paid back, under which marker. */
  ledger: string[];
  /** How often it was asked. */
  asked: number;
  /** Does what it had put off. */
  catchUp(): void;
}

/** A platform without keys of its own: it does a write as often as it is asked, and at most keeps its marker. */
export function keylessShop(
  shop: Shop,
  idempotency: ShopInfo['idempotency'],
  script: Answering[] = [],
  readable: () => boolean = () => true,
): KeylessShop {
  const ledger: string[] = [];
  const late: string[] = [];
  return {
    ...shop,
    ledger,
    asked: 0,
    info: async () => ({ ...(await shop.info()), idempotency }),
    async cancelOrder({ key, orderId }): Promise<WriteResult<never>> {
      this.asked++;
      const answering = script.shift() ?? 'answers';
      if (answering === 'refuses') return { ok: false, reason: 'changed' };
      if (answering === 'does-it-late') late.push(key);
      if (answering === 'answers' || answering === 'loses-answer') ledger.push(key);
      if (answering !== 'answers') throw new Error('the line was cut');
      return { ok: true, value: (await shop.getOrder(orderId)) as never, repeated: false };
    },
    async findWrite(key) {
      if (!readable()) throw new Error('the line was cut');
      return ledger.includes(key) ? { done: true, reference: null } : null;
    },
    catchUp() {
      ledger.push(...late.splice(0));
    },
  };
}
