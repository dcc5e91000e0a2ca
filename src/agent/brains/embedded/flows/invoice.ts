import type { Order } from '../../../../core/order.ts';
import type { Choice } from '../../../../core/reply.ts';
import { isPlainAffirmation } from '../../../../language/affirmation.ts';
import { readEmails } from '../../../../language/quantities/contacts.ts';
import type { Flow } from '../../../brain.ts';
import { orderNumbersIn } from '../read/codes.ts';
import { type InvoiceWords, invoiceIn } from '../read/invoice.ts';
import { choice, keptSlots, part, personChoice, question, type Reading, told } from '../reading.ts';
import { type Part, type Script, tell } from '../script.ts';
import { beginWith } from './begun.ts';
import { proposeOrAsk } from './outcome.ts';

function isPaid({ status }: Order): boolean {
  return status !== 'awaiting-payment' && status !== 'cancelled';
}

/** Kinds of invoice, and sending one again, that are not the clerk's to arrange. */
const BY_PERSON =
  /专票|专用发票|增值税专|纸质|纸票|红字|冲红|(?:没收到|重发|再发|补发|丢了).{0,6}(?:发票|票)|(?:发票|票).{0,6}(?:没收到|重发|再发|寄(?:给|到))|\b(?:vat invoice|paper|by post|post (?:me )?(?:an?|the)|re-?send|send (?:it|another|the invoice) again|(?:didn'?t|not) (?:get|receive)(?:d)? (?:the|my|an) invoice)\b/i;

/** What the rules may dislike, and the question that puts it right. */
const ASK_AGAIN = { title: 'title', 'tax-number-missing': 'taxNumber', 'tax-number': 'taxNumber', email: 'email' };

const TAX_NUMBER = /^[0-9A-Z]{15,20}$/;

type Kind = 'personal' | 'company';
type Known = { [K in 'kind' | 'title' | 'taxNumber' | 'email']?: string };

export function* requestInvoice(reading: Reading): Script<Part> {
  if (reading.flow?.command !== 'request_invoice' && BY_PERSON.test(reading.text)) {
    // 「那开电子普票吧」: what was said of it need not be said again.
    const [number] = orderNumbersIn(reading.text);
    const slots = {
      ...knownSoFar(reading),
      about: reading.text.slice(0, 300),
      ...(number && { orderNumber: number.number }),
    };
    const flow = { command: 'hand_off' as const, slots, asking: 'offer' };
    return part(reading.say('invoice.by-person'), { choices: [personChoice(reading)], state: { flow } });
  }
  const said = knownSoFar(reading);
  const { kind: _kind, title: _title, taxNumber: _number, ...others } = keptSlots(reading);
  const { order, flow, opening } = yield* beginWith(reading, {
    command: 'request_invoice',
    slots: { ...others, ...said },
    fits: isPaid,
    which: 'which-order.invoice',
    none: 'no-order.invoice',
  });
  const { invoice } = order;
  // Of a request that is put right only what changes is asked for; one that was issued is for the rules to tell.
  const earlier = invoice ? { kind: invoice.kind, email: invoice.email } : {};
  const closed = !isPaid(order) || invoice?.status === 'issued';
  const known = { ...earlier, ...said };
  // A tax number that cannot be one is for the rules to dislike before anything else is asked.
  const isOdd = known.taxNumber !== undefined && !TAX_NUMBER.test(known.taxNumber);
  const complete =
    closed || isOdd ? { kind: 'personal', title: '-', email: '-', ...known } : yield* completed(reading, flow, known);
  if (!closed && !isOdd) Object.assign(flow.slots, complete);
  return yield* proposeOrAsk(reading, flow, { orderNumber: order.number, ...complete }, ASK_AGAIN, opening);
}

/** Asks for the first thing that is missing, until nothing is. */
function* completed(reading: Reading, flow: Flow, known: Known): Script<Known> {
  const { say } = reading;
  const { kind, title, taxNumber, email } = known;
  const ask = (asking: string, text: string, choices: Choice[] = []) =>
    tell(question({ ...flow, slots: { ...flow.slots, ...known }, asking }, text, choices));
  if (!kind)
    return yield* ask('kind', say('invoice.ask-kind'), [choice(say('choice.personal')), choice(say('choice.company'))]);
  if (!title && kind === 'personal')
    return yield* ask('title', say(isAgain(reading) ? 'invoice.no-name' : 'invoice.ask-name'), ownName(reading));
  if (!title) return yield* ask('title', say(isAgain(reading) ? 'invoice.no-company' : 'invoice.ask-company'));
  if (!taxNumber && kind === 'company') return yield* ask('taxNumber', say('invoice.ask-tax', { title }));
  if (!email) return yield* ask('email', say('invoice.ask-email'), ownEmail(reading));
  return { kind, title, ...(kind === 'company' && taxNumber && { taxNumber }), email };
}

/** The title was asked for, and what was said is none. */
function isAgain({ flow, text }: Reading): boolean {
  return flow?.command === 'request_invoice' && flow.asking === 'title' && text !== '' && !readEmails(text).length;
}

function ownName({ view }: Reading): Choice[] {
  return view.customer?.name ? [choice(view.customer.name)] : [];
}

function ownEmail({ view }: Reading): Choice[] {
  return view.customer?.email ? [choice(view.customer.email)] : [];
}

/** What this message and earlier ones said; another kind takes the title of the other with it. */
function knownSoFar(reading: Reading): Known {
  const asking = reading.flow?.command === 'request_invoice' ? (reading.flow.asking ?? null) : null;
  const now = invoiceIn(reading.text, asking, reading.view.customer?.name ?? null);
  const before = told(reading, 'kind');
  const kind: Kind | null = now.kind ?? (before === 'personal' || before === 'company' ? before : null);
  const sameKind = now.kind === null || before === null || now.kind === before;
  return {
    ...(kind && { kind }),
    ...kept(reading, now, sameKind ? ['title', 'taxNumber', 'email'] : ['email']),
    ...(now.title && { title: now.title }),
    ...(now.taxNumber && { taxNumber: now.taxNumber }),
    ...(now.email && { email: now.email }),
    ...(asking !== null && suggested(reading, asking)),
  };
}

/** A yes to the only name or address that was suggested. */
function suggested(reading: Reading, asking: string): Known {
  if (!isPlainAffirmation(reading.view.text)) return {};
  const [only] = asking === 'title' ? ownName(reading) : asking === 'email' ? ownEmail(reading) : [];
  return only ? { [asking]: only.send } : {};
}

function kept(reading: Reading, _now: InvoiceWords, names: readonly (keyof Known)[]): Known {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = told(reading, name);
      return value ? [[name, value]] : [];
    }),
  );
}
