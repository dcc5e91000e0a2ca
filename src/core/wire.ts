import type { CardAction, Owner } from './conversation.ts';
import type { Instant } from './instant.ts';
import type { Locale, Localized } from './locale.ts';
import type { Reply } from './reply.ts';

/** What crosses the wire between the server and a browser. web/ imports types from this file alone. */
export type { CardAction, Owner } from './conversation.ts';
export type { Instant } from './instant.ts';
export type { Locale, Localized } from './locale.ts';
export type {
  Block,
  Choice,
  Citation,
  ConfirmationCard,
  OrderCard,
  ProductCard,
  Reply,
  TrackingCard,
} from './reply.ts';

/**
 * POST /api/sessions. `shopToken`: the JWT with which the shop says who its visitor is; one that proves nothing answers 401.
 * A guest who sends the session token it holds (`Authorization: Bearer`) comes back to its conversation while that is open.
 */
export interface SessionRequest {
  shopToken?: string;
  locale?: Locale;
}

export interface SessionResponse {
  /** Bearer token for /api/conversation…; keep it per identity, drop it when the identity changes. */
  token: string;
  conversationId: string;
  customer: { name: string } | null;
  expiresAt: Instant;
}

/** POST /api/conversation/messages */
export interface MessageRequest {
  clientMessageId: string;
  text: string;
  card?: CardAction;
}

export interface MessageResponse {
  event: WireEvent;
  repeated: boolean;
}

/** An event as the customer may see it. SSE sends each as `event: event` with `id:` its sequence. */
export type WireEvent = { sequence: number; at: Instant } & (
  | { kind: 'message'; clientMessageId: string; text: string }
  | { kind: 'reply'; reply: Reply }
  | { kind: 'person'; operator: string; text: string }
  | { kind: 'owner'; owner: Owner }
  /** What the shop tells unasked: what became of a request that waited, goods that are back. */
  | { kind: 'notice'; text: string }
);

/** GET /api/conversation/events?after=N (polling), and the same as SSE from GET /api/conversation/stream with `Last-Event-ID` or ?after=N. */
export interface EventsResponse {
  conversationId: string;
  owner: Owner;
  events: WireEvent[];
  progress: Progress | null;
}

/** SSE `event: progress`: what the clerk is doing right now. Not stored, no id. `idle` takes the sign away. */
export interface Progress {
  state: 'thinking' | 'looking-up' | 'acting' | 'idle';
}

/** GET /api/shop */
export interface ShopResponse {
  name: Localized;
  currency: string;
  languages: Locale[];
  categories: { id: string; name: Localized }[];
  /** Only while the folder holds the demo shop: whom to try it as. */
  demo: DemoResponse | null;
}

export interface DemoResponse {
  customers: { id: string; name: string; about: Localized }[];
  guestOrders: { number: string; contact: string; about: Localized }[];
}

/** POST /api/demo/sign-in: a shop token for one of the demo's customers, to be sent to /api/sessions. */
export interface DemoSignInRequest {
  customerId: string;
}

export interface DemoSignInResponse {
  shopToken: string;
}

/** GET /api/shop/products[?category=&cursor=] and GET /api/shop/products/:id */
export interface WireProduct {
  id: string;
  title: Localized;
  description: Localized;
  category: { id: string; name: Localized };
  attributes: { key: string; label: Localized; value: Localized }[];
  variants: {
    id: string;
    options: { key: string; label: Localized; value: Localized }[];
    price: WireMoney;
    compareAt?: WireMoney;
    stock: number | null;
  }[];
  image?: string;
}

/** Integer minor units and an ISO 4217 code. */
export interface WireMoney {
  amount: number;
  currency: string;
}

export interface ProductsResponse {
  products: WireProduct[];
  next: string | null;
}

/** GET /api/shop/articles/:id */
export interface ArticleResponse {
  id: string;
  title: Localized;
  body: Localized;
}

/** RFC 9457. `code` is stable; `title` is in the language asked for. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  code: string;
  detail?: string;
}
