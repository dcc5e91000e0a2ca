import type { ReasonKind } from './inputs.ts';

/** Goods that are to come back, or that are to be paid back. */
export interface GiveBackItem {
  lineId: string;
  quantity: number;
  /** Why, where it is not the same for all. */
  reason?: ReasonKind | undefined;
  /** Unpacked, worn, used or unsealed, as the customer says; not said counts as no: the goods are checked when they arrive. */
  opened?: boolean | undefined;
  /** Worn, washed or used beyond trying it out, as the customer says; not said counts as no. */
  used?: boolean | undefined;
}
