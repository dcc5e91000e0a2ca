import type { GoodsKind, OrderStatus } from '../../core/order.ts';
import type { Words } from './names.ts';

/** What the words of a reason may speak of. */
export interface ReasonFacts {
  status?: OrderStatus;
  /** The wish, e.g. 退货 / A return. */
  wish: Words;
  /** The window in words: when it began, when it ends, where today stands. Null without one. */
  window: Words | null;
  /** Days after delivery within which it would be possible; null without a limit of days. */
  days: number | null;
  item?: Words;
  goods?: GoodsKind;
}

export interface ReasonWords {
  text: (facts: ReasonFacts) => Words;
  /** What a person could do about it, in place of the usual words. */
  person?: Words;
  /** The words to the command named by `instead`, in place of the usual ones. */
  instead?: (facts: ReasonFacts) => Words;
}

export const plain = (zh: string, en: string, person?: Words): ReasonWords => ({
  text: () => ({ zh, en }),
  ...(person && { person }),
});
