import { isMap, isScalar, type Node } from 'yaml';
import { type Arrival, type CancelReason, IDENTIFICATIONS, type Limits, type Policy } from '../policy.ts';
import type { NodeReader } from './nodes.ts';

const KEYS = [
  'cancel-reasons',
  'price-difference',
  'same-variant',
  'refund-to',
  'refund-shipping',
  'send-back-within',
  'money-arrives',
  'identification',
  'limits',
] as const;

const WHAT = { zh: 'settings', en: 'settings' };

export type Settings = Omit<Policy, 'version' | 'digest' | 'title' | 'rules'>;

export function readSettings(reader: NodeReader, node: Node | null): Settings {
  const entries = reader.map(node, WHAT, KEYS, ['send-back-within', 'money-arrives']);
  const value = (key: (typeof KEYS)[number]) => entries.get(key)?.value ?? null;
  const word = <Word extends string>(key: (typeof KEYS)[number], known: readonly [Word, ...Word[]]) =>
    entries.has(key) ? (reader.word(value(key), known) ?? known[0]) : known[0];
  const identified = entries.has('identification')
    ? reader.list(value('identification')).flatMap((each) => reader.word(each, IDENTIFICATIONS) ?? [])
    : [IDENTIFICATIONS[0]];
  return {
    cancelReasons: entries.has('cancel-reasons') ? readReasons(reader, value('cancel-reasons')) : null,
    priceDifference: word('price-difference', ['person', 'named-method']),
    sameVariant: word('same-variant', ['when-faulty', 'allowed']),
    refundTo: word('refund-to', ['original', 'original-or-gift-card']),
    refundShipping: word('refund-shipping', ['never', 'whole-order']),
    sendBackWithinDays:
      (entries.has('send-back-within') &&
        reader.number(value('send-back-within'), quoted('send-back-within'), 1, 365)) ||
      7,
    moneyArrives: readArrivals(reader, value('money-arrives')),
    identification: identified,
    limits: entries.has('limits') ? readLimits(reader, value('limits')) : {},
  };
}

function quoted(key: string): { zh: string; en: string } {
  return { zh: `「${key}」`, en: `“${key}”` };
}

/** `any`, or a list of `{ id, zh, en }`. */
function readReasons(reader: NodeReader, node: Node | null): CancelReason[] | null {
  if (isScalar(node)) {
    reader.word(node, ['any']);
    return null;
  }
  return reader.list(node).flatMap((each) => {
    const entries = reader.map(each, quoted('cancel-reasons'), ['id', 'zh', 'en'], ['id', 'zh', 'en']);
    const [id, zh, en] = ['id', 'zh', 'en'].map(
      (key) => entries.has(key) && reader.text(entries.get(key)?.value ?? null),
    );
    return id && zh && en ? [{ id, zh, en }] : [];
  });
}

/** `at once` or `{ from, to }` in working days, by means of payment. */
function readArrivals(reader: NodeReader, node: Node | null): Policy['moneyArrives'] {
  const arrivals: Record<string, Arrival> & { others: Arrival } = { others: { from: 1, to: 7 } };
  if (!isMap(node)) {
    reader.map(node, quoted('money-arrives'), ['others']);
    return arrivals;
  }
  const methods = node.items.map(({ key }) => String((key as { value?: unknown }).value ?? ''));
  const entries = reader.map(node, quoted('money-arrives'), methods, ['others']);
  for (const { key, value } of entries.values()) {
    if (isScalar(value) && value.value === 'at once') {
      arrivals[key] = { from: 0, to: 0 };
      continue;
    }
    const span = reader.map(value, quoted(key), ['from', 'to'], ['from', 'to']);
    const [from, to] = ['from', 'to'].map((end) =>
      span.has(end) ? reader.number(span.get(end)?.value ?? null, quoted(end), 0, 365) : undefined,
    );
    if (from !== undefined && to !== undefined && from <= to) arrivals[key] = { from, to };
    else if (from !== undefined && to !== undefined)
      reader.report('value', value, { zh: '「from」不能大于「to」。', en: '“from” cannot be more than “to”.' });
  }
  return arrivals;
}

const LIMIT_KEYS = {
  'per-action': 'perAction',
  'per-customer-and-day': 'perCustomerPerDay',
  'per-shop-and-day': 'perShopPerDay',
  'four-eyes-above': 'fourEyesAbove',
} as const;

function readLimits(reader: NodeReader, node: Node | null): Limits {
  const limits: Limits = {};
  for (const { key, value } of reader.map(node, quoted('limits'), Object.keys(LIMIT_KEYS)).values()) {
    const amount = reader.number(value, quoted(key), 0, 100_000_000, false);
    if (amount !== undefined) limits[LIMIT_KEYS[key as keyof typeof LIMIT_KEYS]] = amount;
  }
  return limits;
}
