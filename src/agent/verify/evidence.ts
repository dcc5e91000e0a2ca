import type { Fact } from '../../core/fact.ts';
import { dateIn } from '../../core/instant.ts';
import { minorDigits } from '../../core/money.ts';
import { orderNumberKey } from '../../core/order-number.ts';
import { nameOfTicket } from '../../core/ticket-number.ts';
import type { Surroundings } from '../surroundings.ts';
import type { ClaimKind } from './claim.ts';
import { NUMBER, numberText } from './numerals.ts';
import { plainForm, type ReadingContext, readClaims } from './read-claims.ts';
import { amountsBySubject, type Subject } from './subjects.ts';

/** All that this turn's facts can prove. */
export interface Evidence {
  context: ReadingContext;
  facts: readonly Fact[];
  keys: Record<ClaimKind, Set<string>>;
  /** Amounts by what they are, and those that the shop's own sentences name, in minor units. */
  subjects: Record<Subject, Set<string>>;
  written: Set<string>;
  /** Pieces that can be sold, as the shop counts them. */
  stock: Set<string>;
  /** Names that may be quoted as they stand, normalised, longest first. */
  names: string[];
  /** Keys of all order numbers in the facts. */
  orderNumbers: string[];
  /** Normalised texts that the shop itself wrote: articles, policy reasons, effects. */
  texts: string[];
  /** Numbers that the customer wrote, in this turn and before. They may be echoed, never asserted. */
  said: Set<string>;
}

const ANY_NUMBER = new RegExp(NUMBER, 'g');
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z$/;

/** Members that a model or the customer wrote, or that no customer is told. */
const NOT_EVIDENCE = new Set([
  'input',
  'token',
  'image',
  'images',
  'note',
  'reason',
  'command',
  'rule',
  'ref',
  'unmet',
  'topics',
  'score',
  'version',
  'orderVersion',
  'expiresAt',
]);
/** What a seller writes about goods proves what they are like, not what they cost, when they come or where to click. */
const GOODS = new Set(['description', 'attributes', 'title', 'tags', 'options', 'brand', 'category']);
const GOODS_KINDS: readonly ClaimKind[] = ['count', 'percentage', 'duration', 'identifier'];
/** The customer's own whereabouts. */
const OWN = new Set(['address', 'addresses', 'contact', 'customer']);
const OWN_KINDS: readonly ClaimKind[] = ['count', 'identifier', 'contact'];
/** Members whose texts may be quoted as they stand, whatever numbers they hold: 「3月新款」, 「文三路12号」. */
const NAMES = new Set(['title', 'titles', 'address', 'addresses', 'carrier', 'brand']);
const EVERY_KIND: readonly ClaimKind[] = [
  'amount',
  'date',
  'weekday',
  'time',
  'duration',
  'percentage',
  'discount',
  'count',
  'link',
  'contact',
  'identifier',
];

function emptyKeys(): Record<ClaimKind, Set<string>> {
  return Object.fromEntries(EVERY_KIND.map((kind) => [kind, new Set<string>()])) as Record<ClaimKind, Set<string>>;
}

export function gatherEvidence(facts: readonly Fact[], surroundings: Surroundings): Evidence {
  const { info, view } = surroundings;
  const context = { today: dateIn(info.timeZone, view.now), minorDigits: minorDigits(info.currency) };
  const evidence: Evidence = {
    context,
    facts,
    keys: emptyKeys(),
    subjects: amountsBySubject(facts),
    written: new Set(),
    stock: new Set(),
    names: [],
    orderNumbers: orderNumbersIn(facts),
    texts: [],
    said: new Set(),
  };
  for (const fact of facts) {
    if (fact.kind === 'hand-off') continue;
    walk(withoutNotes(fact), evidence, info.timeZone, isGoods(fact.kind) ? GOODS_KINDS : EVERY_KIND);
  }
  for (const text of [
    view.text,
    ...view.transcript.filter(({ from }) => from === 'customer').map((entry) => entry.text),
  ]) {
    for (const [number] of plainForm(text).matchAll(ANY_NUMBER)) {
      const value = numberText(number);
      if (value !== null) evidence.said.add(value);
    }
  }
  evidence.names.sort((a, b) => b.length - a.length);
  return evidence;
}

/** What a note says is the customer's own word: it proves its number, and nothing else. */
function withoutNotes(fact: Fact): unknown {
  if (fact.kind === 'ticket') return { id: nameOfTicket(fact.value) };
  if (fact.kind !== 'tickets') return fact.value;
  const { tickets, total } = fact.value;
  return { total, tickets: tickets.map(({ text: _text, ...rest }) => rest) };
}

function isGoods(kind: Fact['kind']): boolean {
  return kind === 'product' || kind === 'product-matches' || kind === 'comparison';
}

function walk(value: unknown, evidence: Evidence, zone: string, kinds: readonly ClaimKind[]): void {
  if (typeof value === 'number') evidence.keys.count.add(String(value));
  else if (typeof value === 'string') readText(value, evidence, zone, kinds);
  else if (Array.isArray(value)) {
    evidence.keys.count.add(String(value.length));
    for (const item of value) walk(item, evidence, zone, kinds);
  } else if (typeof value === 'object' && value !== null) {
    const members = value as Record<string, unknown>;
    if (typeof members.amount === 'number' && typeof members.currency === 'string')
      addMoney(members.amount, members.currency, evidence);
    else for (const [name, member] of Object.entries(members)) walkMember(name, member, evidence, zone, kinds);
  }
}

function walkMember(
  name: string,
  member: unknown,
  evidence: Evidence,
  zone: string,
  kinds: readonly ClaimKind[],
): void {
  if (NOT_EVIDENCE.has(name)) return;
  if (name === 'stock' && typeof member === 'number') evidence.stock.add(String(member));
  if (name === 'withinDays') evidence.keys.duration.add(`${member} workday`);
  walk(member, evidence, zone, OWN.has(name) ? OWN_KINDS : GOODS.has(name) ? GOODS_KINDS : kinds);
  if (NAMES.has(name)) addNames(member, evidence);
}

function addMoney(amount: number, currency: string, evidence: Evidence): void {
  const size = Math.abs(amount);
  evidence.keys.amount.add(`${currency} ${size}`).add(`* ${size}`);
  evidence.keys.count.add(String(size / 10 ** evidence.context.minorDigits));
}

function readText(text: string, evidence: Evidence, zone: string, kinds: readonly ClaimKind[]): void {
  if (INSTANT.test(text)) {
    addInstant(text, evidence, zone);
    return;
  }
  if (text.length <= 64) evidence.keys.identifier.add(orderNumberKey(text));
  if (kinds === EVERY_KIND && text.length > 4) evidence.texts.push(plainForm(text));
  for (const claim of readClaims(text, evidence.context)) {
    for (const key of claim.keys) {
      if (kinds.includes(claim.kind)) evidence.keys[claim.kind].add(key);
      evidence.keys.count.add(key);
      if (claim.kind === 'percentage' && kinds === EVERY_KIND) evidence.keys.discount.add(key);
      if (claim.kind === 'amount' && kinds === EVERY_KIND) addWritten(key, evidence);
      if (claim.kind === 'duration' && kinds.includes('duration'))
        evidence.keys.duration.add(key.replace(/^\d+-(?=\d)/, ''));
    }
  }
}

function addInstant(at: string, evidence: Evidence, zone: string): void {
  const [date = '', time = ''] = clockOf(zone).format(new Date(at)).split(' ');
  evidence.keys.date.add(date);
  evidence.keys.weekday.add(String(new Date(date).getUTCDay()));
  evidence.keys.time.add(time.slice(0, 5));
}

/** Kept, because making one costs more than all else that is done with a fact. Swedish writes `2026-11-03 20:05`. */
const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  clocks.set(timeZone, made);
  return made;
}

function addNames(value: unknown, evidence: Evidence): void {
  if (typeof value === 'string') {
    const name = plainForm(value);
    const hides = name.length >= 3 && /\p{L}/u.test(name) && !INSTANT.test(value);
    if (hides && readClaims(name, evidence.context).length > 0) evidence.names.push(name);
  } else if (typeof value === 'object' && value !== null) {
    for (const member of Object.values(value)) addNames(member, evidence);
  }
}

function orderNumbersIn(facts: readonly Fact[]): string[] {
  const numbers = facts.flatMap((fact): string[] => {
    if (fact.kind === 'order') return [fact.value.order.number];
    if (fact.kind === 'orders') return fact.value.orders.map(({ number }) => number);
    if (fact.kind === 'tickets') return fact.value.tickets.flatMap(({ orderNumber }) => orderNumber ?? []);
    const about = fact.kind === 'quote' ? fact.value.quote : fact.value;
    return 'orderNumber' in about && about.orderNumber !== null ? [about.orderNumber] : [];
  });
  return [...new Set(numbers.map(orderNumberKey))];
}

/** A range is written by both of its ends. */
function addWritten(key: string, evidence: Evidence): void {
  const [, sizes = ''] = key.split(' ');
  evidence.keys.amount.add(`* ${sizes}`);
  for (const size of sizes.split('-')) evidence.written.add(size);
}
