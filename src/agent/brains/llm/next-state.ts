import { factsOf } from '../../../core/fact.ts';
import type { Json } from '../../../core/json.ts';
import type { BrainView, DialogueState } from '../../brain.ts';

/** What the conversation remembers after words of this brain, so that the embedded one can go on from there. */
export function nextState(view: BrainView): DialogueState {
  const facts = view.results.flatMap((result) => result.facts);
  const products = facts.flatMap((fact) => {
    if (fact.kind === 'product-matches') return [fact.value.matches.map(({ product }) => product.id)];
    if (fact.kind === 'comparison') return [fact.value.products.map(({ id }) => id)];
    return fact.kind === 'product' ? [[fact.value.id]] : [];
  });
  const orders = [
    ...factsOf(facts, 'order').map(({ value }) => value.order.number),
    ...factsOf(facts, 'tracking').map(({ value }) => value.orderNumber),
  ];
  const search = view.results.findLast(({ name, status }) => name === 'search_products' && status === 'done')?.input;
  return {
    flow: null,
    shownProducts: products.at(-1) ?? view.state.shownProducts,
    shownOrders: orders.length > 0 ? [...new Set(orders)] : view.state.shownOrders,
    search: isNeed(search) ? search : view.state.search,
    lastIntent: view.understanding.intents[0]?.name ?? view.state.lastIntent,
    misses: 0,
  };
}

function isNeed(input: unknown): input is Record<string, Json> {
  return typeof input === 'object' && input !== null && !Array.isArray(input);
}
