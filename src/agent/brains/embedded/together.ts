import type { Flow } from '../../brain.ts';
import { GIVES_BACK } from './errands.ts';
import type { Reading } from './reading.ts';
import { told } from './reading.ts';
import type { Part } from './script.ts';

/** Several parts as one reply. The last that leaves a question open is what the conversation goes on with. */
export function together(parts: readonly Part[]): Part {
  const texts = withoutRepeats(parts.map(({ text }) => text));
  const open = parts.findLast(({ state }) => state.flow?.asking) ?? parts.at(-1);
  const state = Object.assign({}, ...parts.map((each) => each.state));
  const labels = new Set<string>();
  const choices = parts.flatMap((each) => each.choices).filter(({ send }) => !labels.has(send) && labels.add(send));
  const orderNumber = parts.map(({ state }) => state.flow?.slots.orderNumber).find(Boolean);
  const flow = open?.state.flow;
  // 「1203 到哪了，能开票吗」: whichever part asks on, it is this order that is being talked about.
  const about = flow && orderNumber ? { ...flow, slots: { orderNumber, ...flow.slots } } : flow;
  return {
    text: texts.join('\n'),
    choices,
    showing: parts.flatMap(({ showing }) => showing),
    reminds: parts.some(({ reminds }) => reminds === true),
    withdraw: parts.some(({ withdraw }) => withdraw),
    state: open ? { ...state, ...('flow' in open.state && { flow: about ?? null }) } : state,
  };
}

/** An article that two needs lead to is printed once. */
function withoutRepeats(texts: readonly string[]): string[] {
  const said = new Set<string>();
  return texts.flatMap((text) => {
    const fresh = text.split('\n').filter((line) => line.trim() === '' || !said.has(line));
    for (const line of fresh) said.add(line);
    return fresh.some((line) => line.trim() !== '') ? [fresh.join('\n').trim()] : [];
  });
}

/** What a new wish takes over from the last one: the order that was being talked about. */
export function carried(reading: Reading, flow: Flow): Flow | null {
  const productId = told(reading, 'productId');
  if (productId) return { command: 'get_product', slots: { productId }, asking: null };
  const orderNumber = told(reading, 'orderNumber');
  const { reason = '', reasonKind = 'faulty', about = '' } = flow.slots;
  const fromRemedy =
    flow.asking === 'remedy' ? { reason, reasonKind, about } : { ...goodsOf(flow), ...invoiceOf(flow) };
  if (!orderNumber && Object.keys(fromRemedy).length === 0) return null;
  // What was only offered has not been begun: a later correction looks the order up and no more.
  const command = flow.asking === 'offer' ? 'get_order' : flow.command;
  return { command, slots: { ...fromRemedy, ...(orderNumber && { orderNumber }) }, asking: null };
}

/** 「专票」 is a person's, 「那开普票吧」 is not: to whom it is made out stays the same. */
function invoiceOf({ slots }: Flow): Flow['slots'] {
  const said = Object.entries(slots).filter(([name]) => OF_INVOICE.includes(name));
  const { about } = slots;
  return said.length === 0 ? {} : { ...Object.fromEntries(said), ...(about !== undefined && { about }) };
}

const OF_INVOICE: readonly string[] = ['kind', 'title', 'taxNumber', 'email'];

/** 「不换了，退吧」: the goods and the reason stay what they were. */
function goodsOf({ command, slots }: Flow): Flow['slots'] {
  if (!GIVES_BACK.has(command) && command !== 'quote_refund') return {};
  const { lines, quantities, reason, reasonKind } = slots;
  return {
    ...(lines !== undefined && { lines }),
    ...(quantities !== undefined && { quantities }),
    ...(reason !== undefined && { reason }),
    ...(reasonKind !== undefined && { reasonKind }),
  };
}
