import type { Json } from '../../../core/json.ts';
import { readEmails } from '../../../language/quantities/contacts.ts';
import type { EndState } from '../tau/compare.ts';
import { type Fields, isFields } from './changes.ts';
import type { Inference } from './infer.ts';
import type { Turn } from './play.ts';

/** The values of a variant's options, by the benchmark's item id and the option's name. */
export type Options = ReadonlyMap<string, Readonly<Record<string, string>>>;

/** A question for what had been said. */
export interface AskedAgain {
  /** Which message it followed, from 0. */
  turn: number;
  asked: string;
}

interface Ground {
  customer: Fields;
  start: EndState;
  inference: Inference;
  options: Options;
}

/** What the customer had written, and the order that the clerk's question is about. */
interface Said {
  ever: string;
  /** Since something was last done for him: a second errand may need another order, item or reason. */
  lately: string;
  order: string | null;
}

/**
 * "Asked for what it already knew": after a message the clerk's open question (the `asking` of his flow) is for something that the customer had
 * written out in that message or an earlier one. What counts as written out is read here from the words and the data alone, whatever the clerk
 * understood: his e-mail, or whole name and postcode; one number of his orders as it is printed; a reason for cancelling; one of his means of
 * payment by kind, brand or last digits; goods of the order by their titles; all option values in which the inferred new items differ from the
 * old; street and postcode of the inferred new address. Other questions (a confirmation, an offer, how many …) are not judged.
 */
export function askedAgain(turns: readonly Turn[], ground: Ground): AskedAgain[] {
  const found: AskedAgain[] = [];
  let lately = '';
  let ever = '';
  for (const [turn, { said, reply, facts, flow }] of turns.entries()) {
    const isDone = facts.some(({ kind }) => kind === 'effect');
    lately = isDone ? said : `${lately}\n${said}`;
    ever = `${ever}\n${said}`;
    const asked = reply === null ? null : (flow?.asking ?? null);
    const number = flow?.slots.orderNumber;
    const order = typeof number === 'string' ? printed(number) : null;
    if (asked !== null && KNOWN[asked]?.({ ever, lately, order }, ground)) found.push({ turn, asked });
  }
  return found;
}

const KNOWN: Record<string, (said: Said, ground: Ground) => boolean> = {
  verify: identity,
  contact: identity,
  order: ({ lately }, { customer }) =>
    listOf(customer.orders).filter((number) => says(lately, bare(number))).length === 1,
  reason: ({ lately }) => /no longer need|mistake|accident/i.test(lately),
  means: ({ lately }, { customer }) => meansNamed(lately, customer),
  items: ({ lately, order }, { start }) => itemsNamed(lately, order === null ? undefined : start.orders[order]),
  size: ({ lately, order }, ground) => optionsNamed(lately, order, ground),
  address: ({ lately }, { inference }) => {
    const changed = [...Object.values(inference.changed.orders), ...Object.values(inference.changed.users)];
    return changed.some(
      (record) => isFields(record) && isFields(record.address) && addressNamed(lately, record.address),
    );
  },
};

function identity({ ever }: Said, { customer }: Ground): boolean {
  const name = isFields(customer.name) ? customer.name : {};
  const zip = isFields(customer.address) ? customer.address.zip : undefined;
  const whole = [name.first_name, name.last_name, zip].map(String);
  return (
    readEmails(ever).some(({ value }) => value.toLowerCase() === String(customer.email)) ||
    whole.every((part) => says(ever, part))
  );
}

function meansNamed(text: string, { payment_methods: methods }: Fields): boolean {
  if (/\b(?:original|same) (?:payment|card|method)/i.test(text)) return true;
  const names = Object.values(isFields(methods) ? methods : {})
    .filter(isFields)
    .map(({ source, brand, last_four: digits }) =>
      source === 'credit_card' ? [String(brand), String(digits)] : [String(source).replace('_', ' ')],
    );
  return names.filter((words) => words.some((word) => says(text, word))).length === 1;
}

function itemsNamed(text: string, order: Json | undefined): boolean {
  const items = isFields(order) && Array.isArray(order.items) ? order.items.filter(isFields) : [];
  const named = items.filter(({ name }) => says(text, `${String(name)}s?`, true));
  if (/\b(?:everything|all (?:of )?(?:the |my |these |those )?items)\b/i.test(text)) return items.length > 0;
  return named.length > 0 && new Set(named.map(({ name }) => name)).size === named.length;
}

function optionsNamed(text: string, number: string | null, { start, inference, options }: Ground): boolean {
  const pairs = number === null ? [] : replacements(start.orders[number], inference.changed.orders[number]);
  return (
    pairs.length > 0 &&
    pairs.every(([from, to]) => {
      const old = options.get(from) ?? {};
      const changed = Object.entries(options.get(to) ?? {}).filter(([key, value]) => old[key] !== value);
      return changed.length > 0 && changed.every(([, value]) => says(text, value));
    })
  );
}

/** Which item became which, by the inferred end of the order. */
function replacements(before: Json | undefined, after: Json | undefined): [string, string][] {
  if (!isFields(before) || !isFields(after)) return [];
  const given = listOf(after.exchange_items);
  if (given.length > 0) return given.map((from, at) => [from, listOf(after.exchange_new_items)[at] ?? '']);
  const ids = (record: Fields) =>
    (Array.isArray(record.items) ? record.items : []).filter(isFields).map(({ item_id: id }) => String(id));
  const now = ids(after);
  return ids(before).flatMap((from, at): [string, string][] => (now[at] === from ? [] : [[from, now[at] ?? '']]));
}

function addressNamed(text: string, { address1, zip }: Fields): boolean {
  return says(text, String(address1)) && says(text, String(zip));
}

function says(text: string, words: string, isPattern = false): boolean {
  const pattern = isPattern ? words : words.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  return new RegExp(`(?<![\\p{L}\\p{N}_])${pattern}(?![\\p{L}\\p{N}_])`, 'iu').test(text);
}

function listOf(value: Json | undefined): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

function bare(number: string): string {
  return number.replace('#', '');
}

function printed(number: string): string {
  return `#${bare(number)}`;
}
