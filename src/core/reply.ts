import type { Instant } from './instant.ts';
import type { Locale } from './locale.ts';

/** Where an answer comes from, shown under it. */
export interface Citation {
  articleId: string;
  title: string;
  quote: string;
}

export interface ProductCard {
  productId: string;
  variantId: string;
  title: string;
  options: string;
  price: string;
  compareAt?: string;
  stock: string;
  inStock: boolean;
  reason: string;
  image?: string;
}

/** The card that a customer confirms or cancels. `token` names it; only the gate can redeem it, once. */
export interface ConfirmationCard {
  token: string;
  title: string;
  /** Null when it is about the customer himself. */
  orderNumber: string | null;
  items: string[];
  effects: string[];
  refund: string | null;
  expiresAt: Instant;
  /** Its hour on the shop's clock, as all other times of a reply are; absent in replies of older versions. */
  until?: string;
}

export interface OrderCard {
  number: string;
  status: string;
  placedAt: string;
  total: string;
  lines: { title: string; options: string; quantity: number; price: string; image?: string }[];
}

export interface TrackingCard {
  orderNumber: string;
  status: string;
  parcels: {
    carrier: string;
    trackingNumber: string;
    status: string;
    expected?: string;
    /** Newest first. */
    events: { at: string; place: string; text: string }[];
  }[];
}

/** A button: what it shows and the text that is sent as the customer's own message when it is pressed. */
export interface Choice {
  label: string;
  send: string;
}

export type Block =
  | { kind: 'products'; products: ProductCard[] }
  | { kind: 'comparison'; titles: string[]; rows: { label: string; values: string[] }[] }
  | { kind: 'orders'; orders: OrderCard[] }
  | { kind: 'tracking'; tracking: TrackingCard }
  | { kind: 'confirmation'; card: ConfirmationCard }
  | { kind: 'done'; title: string; lines: string[]; reference: string | null }
  /** Something that was looked up or kept; nothing of the shop has changed. */
  | { kind: 'note'; title: string; lines: string[] }
  | { kind: 'choices'; choices: Choice[] };

/** What the customer reads. `text` is plain text with line breaks; nothing in it is ever rendered as HTML. */
export interface Reply {
  locale: Locale;
  text: string;
  blocks: Block[];
  citations: Citation[];
}
