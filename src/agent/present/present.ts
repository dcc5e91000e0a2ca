import type { Fact } from '../../core/fact.ts';
import type { Locale } from '../../core/locale.ts';
import type { Block, Citation, OrderCard } from '../../core/reply.ts';
import {
  alertNote,
  customerNote,
  deliveryNote,
  refundNote,
  returnNotes,
  ruleNotes,
  ticketNote,
  ticketNotes,
} from './after-sales.ts';
import { citationsOf } from './citations.ts';
import { comparisonBlock } from './comparison.ts';
import { orderCard } from './orders.ts';
import { productsBlock } from './products.ts';
import { doneBlock, quoteCard } from './quote-card.ts';
import { trackingBlock } from './tracking.ts';

/** Order cards under one reply. */
const MAX_ORDERS = 5;

/** Cards and sources of facts, in the customer's language and the shop's wall clock. `text`: the reply above them, to cite only what it quotes. */
export function presentFacts(
  facts: readonly Fact[],
  locale: Locale,
  { timeZone }: { timeZone: string },
  text?: string,
): { blocks: Block[]; citations: Citation[] } {
  const blocks: Block[] = [];
  const citations: Citation[] = [];
  const orders = new Map<string, OrderCard>();
  for (const fact of facts) {
    switch (fact.kind) {
      case 'product-matches':
        blocks.push(...optional(productsBlock(fact.value, locale)));
        break;
      case 'comparison':
        blocks.push(comparisonBlock(fact.value, locale));
        break;
      case 'order':
        orders.set(fact.value.order.id, orderCard(fact.value, locale, timeZone, fact.at));
        break;
      case 'tracking':
        blocks.push(...optional(trackingBlock(fact.value, locale, timeZone, fact.at)));
        break;
      case 'quote':
        blocks.push({ kind: 'confirmation', card: quoteCard(fact.value, locale, timeZone) });
        break;
      case 'effect':
        blocks.push(doneBlock(fact.value, locale));
        break;
      case 'customer':
        blocks.push(customerNote(fact.value.customer, locale));
        break;
      case 'returns':
        blocks.push(...returnNotes(fact.value, locale, timeZone, fact.at));
        break;
      case 'rules':
        blocks.push(...ruleNotes(fact.value, locale));
        break;
      case 'refund-estimate':
        blocks.push(refundNote(fact.value, locale));
        break;
      case 'delivery-estimate':
        blocks.push(...optional(deliveryNote(fact.value, locale, timeZone, fact.at)));
        break;
      case 'ticket':
        blocks.push(ticketNote(fact.value, locale));
        break;
      case 'tickets':
        blocks.push(...ticketNotes(fact.value, locale, timeZone, fact.at));
        break;
      case 'stock-alert':
        blocks.push(alertNote(fact.value, locale));
        break;
      case 'passages':
        citations.push(...citationsOf(fact.value, text));
        break;
      default:
        break;
    }
  }
  const shown = [...orders.values()].slice(0, MAX_ORDERS);
  if (shown.length > 0) blocks.unshift({ kind: 'orders', orders: shown });
  return { blocks, citations };
}

function optional(block: Block | null): Block[] {
  return block ? [block] : [];
}
