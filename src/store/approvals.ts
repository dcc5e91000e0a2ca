import type { Approval, ApprovalChange, ApprovalStore } from '../agent/ports.ts';
import { isSameOperator } from '../core/actor.ts';
import type { ConversationEvent } from '../core/conversation.ts';
import type { Instant } from '../core/instant.ts';
import { money } from '../core/money.ts';
import type { Quote } from '../core/quote.ts';
import { keyOfConversation, type StoreContext } from './context.ts';
import { pageOf, readMoment } from './cursor.ts';
import { durableTransaction, type Queries } from './database.ts';
import { quotePlace } from './intent-plan.ts';
import { lockIntent, settleWithin } from './intents.ts';

interface Row {
  id: string;
  intent_key: string;
  conversation_id: string;
  customer_id: string | null;
  why: Approval['why'];
  command: string;
  quote: Uint8Array;
  amount: number;
  currency: string;
  needed: number;
  state: Approval['state'];
  opened_at: Instant;
  expires_at: Instant | null;
  first_by: string | null;
  first_at: Instant | null;
  second_by: string | null;
  second_at: Instant | null;
  refused_by: string | null;
  refused_at: Instant | null;
  reason: Uint8Array | null;
}

const APPROVAL = `select approvals.*, conversations.customer_id, intents.command, intents.quote from approvals
  join intents on intents.key = approvals.intent_key
  left join conversations on conversations.id = approvals.conversation_id`;

const reasonPlace = (id: string) => `approvals/${id}/reason`;

/** The first voice, and from somebody else the second. */
function voicesOf(row: Row): Approval['approvedBy'] {
  const voices = [
    { operator: row.first_by, at: row.first_at },
    { operator: row.second_by, at: row.second_at },
  ];
  return voices.flatMap(({ operator, at }) => (operator !== null && at !== null ? [{ operator, at }] : []));
}

export function approvalStore(context: StoreContext): ApprovalStore {
  const { database, vault } = context;

  /** What a customer wanted who was erased can be decided no more: it is left out. */
  async function open(queries: Queries, rows: Row[]): Promise<Approval[]> {
    const reader = vault.reader(queries);
    const approvals: Approval[] = [];
    for (const row of rows) {
      const quote = await reader.open<Quote>(quotePlace(row.intent_key), row.quote);
      if (!quote.ok) continue;
      const reason = row.reason ? await reader.open<string>(reasonPlace(row.id), row.reason) : null;
      approvals.push({
        id: row.id,
        intentKey: row.intent_key,
        conversationId: row.conversation_id,
        customerId: row.customer_id,
        why: row.why,
        command: row.command,
        quote: quote.value,
        amount: money(row.amount, row.currency),
        needed: row.needed,
        state: row.state,
        openedAt: row.opened_at,
        expiresAt: row.expires_at,
        approvedBy: voicesOf(row),
        refusedBy:
          row.refused_by !== null && row.refused_at !== null
            ? { operator: row.refused_by, at: row.refused_at, reason: reason?.ok ? reason.value : '' }
            : null,
      });
    }
    return approvals;
  }

  async function read(queries: Queries, id: string): Promise<Approval | null> {
    return (await open(queries, await queries.query<Row>(`${APPROVAL} where approvals.id = $1`, [id])))[0] ?? null;
  }

  type Problem = Extract<ApprovalChange, { ok: false }>['reason'];
  type Locked = NonNullable<Awaited<ReturnType<typeof lockIntent>>>;
  type Change = (queries: Queries, row: Row, locked: Locked) => Promise<ConversationEvent[] | Problem>;

  /** Conversation, intent, approval: locked in this order. */
  function change(id: string, work: Change): Promise<ApprovalChange> {
    return durableTransaction(database, async (queries): Promise<ApprovalChange> => {
      const [found] = await queries.query<{ intent_key: string }>('select intent_key from approvals where id = $1', [
        id,
      ]);
      const locked = found ? await lockIntent(queries, found.intent_key) : null;
      if (!locked) return { ok: false, reason: 'unknown' };
      const [row] = await queries.query<Row>('select * from approvals where id = $1 for update', [id]);
      if (row?.state !== 'open' || locked.row.state !== 'awaiting-approval') return { ok: false, reason: 'not-open' };
      const events = await work(queries, row, locked);
      if (typeof events === 'string') return { ok: false, reason: events };
      const approval = await read(queries, id);
      return approval ? { ok: true, approval, events } : { ok: false, reason: 'unknown' };
    });
  }

  /** True when enough people have agreed. From then on it counts as planned: what goes out today counts against today's limits. */
  async function addVoice(queries: Queries, row: Row, operator: string, at: Instant): Promise<boolean | Problem> {
    if (row.expires_at !== null && row.expires_at <= at) return 'not-open';
    if (row.first_by !== null && isSameOperator(row.first_by, operator)) return 'same-operator';
    const place = row.first_by === null ? 'first' : 'second';
    const enough = row.needed === (place === 'first' ? 1 : 2);
    await queries.query(`update approvals set ${place}_by = $2, ${place}_at = $3, state = $4 where id = $1`, [
      row.id,
      operator,
      at,
      enough ? 'approved' : 'open',
    ]);
    if (enough) await queries.query('update intents set planned_at = $2 where key = $1', [row.intent_key, at]);
    return enough;
  }

  return {
    async list({ state, limit, before }) {
      const [at, id] = readMoment(before);
      const rows = await database.query<Row>(
        `${APPROVAL} where ($1::text is null or approvals.state = $1)
           and ($2::timestamptz is null or (approvals.opened_at, approvals.id) < ($2, $3))
         order by approvals.opened_at desc, approvals.id desc limit $4`,
        [state ?? null, at, id, limit + 1],
      );
      const page = pageOf(
        rows,
        limit,
        (row) => row,
        (row) => [row.opened_at, row.id],
      );
      return { ...page, items: await open(database, page.items) };
    },

    async listWaiting(conversationId, customerId, now) {
      const rows = await database.query<Row>(
        `${APPROVAL} where approvals.state = 'open' and (approvals.expires_at is null or approvals.expires_at > $3)
           and (approvals.conversation_id = $1 or conversations.customer_id = $2)
         order by approvals.opened_at desc, approvals.id desc`,
        [conversationId, customerId, now],
      );
      return open(database, rows);
    },

    async listLapsed(now) {
      const rows = await database.query<Row>(
        `${APPROVAL} where approvals.state = 'open' and approvals.expires_at <= $1 order by approvals.expires_at, approvals.id`,
        [now],
      );
      return open(database, rows);
    },

    get: (id) => read(database, id),

    approve: (id, operator, at) =>
      change(id, async (queries, row) => {
        const enough = await addVoice(queries, row, operator, at);
        if (typeof enough === 'string') return enough;
        // A person has decided: from now on it does not matter whose the conversation is.
        if (enough)
          await queries.query(`update intents set state = 'planned', epoch = null where key = $1`, [row.intent_key]);
        return [];
      }),

    fulfil: (id, operator, settlement, at) =>
      change(id, async (queries, row, locked) => {
        const enough = await addVoice(queries, row, operator, at);
        if (typeof enough === 'string') return enough;
        return enough ? settleWithin(context, queries, locked, settlement, at) : [];
      }),

    refuse: (id, operator, reason, notice, at) =>
      change(id, async (queries, row, locked) => {
        const key = await keyOfConversation(context, queries, row.conversation_id);
        await queries.query(
          `update approvals set state = 'refused', refused_by = $2, refused_at = $3, reason = $4 where id = $1`,
          [id, operator, at, vault.seal(key, reasonPlace(id), reason)],
        );
        return settleWithin(context, queries, locked, { state: 'refused', effect: null, notice }, at);
      }),

    expire: (id, notice, at) =>
      change(id, async (queries, _row, locked) => {
        await queries.query(`update approvals set state = 'expired' where id = $1`, [id]);
        return settleWithin(context, queries, locked, { state: 'refused', effect: null, notice }, at);
      }),
  };
}
