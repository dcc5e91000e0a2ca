import { describe, expect, it } from 'vitest';
import { describeOnEachDatabase } from '../../tests/support/database.ts';
import type { Actor } from '../core/actor.ts';
import { HOUR, MINUTE, plus } from '../core/instant.ts';
import { money } from '../core/money.ts';
import type { Quote } from '../core/quote.ts';
import { passGate } from './gate.ts';
import type { GateDeps } from './gate-context.ts';
import type { GateScope } from './scope.ts';
import { freeGuard } from './testing/gate-settings.ts';
import { makeKit } from './testing/kit.ts';
import { memoryGate } from './testing/memory-gate.ts';

interface Desk {
  gate: GateDeps;
  begin(actor?: Actor, conversationId?: string): Promise<GateScope> | GateScope;
}

const ANN: Actor = { kind: 'customer', customerId: 'customer-1' };
const BOB: Actor = { kind: 'customer', customerId: 'customer-2' };
const GUEST: Actor = { kind: 'guest' };

/** He has confirmed something that a person has to decide; by hand it waits until somebody does. */
async function confirmed({ gate }: Desk, scope: GateScope, orderNumber: string, minutes: number, byHand = true) {
  const { turnId, conversationId } = scope;
  const at = plus(scope.now, minutes * MINUTE);
  const id = gate.random.id();
  const quote: Quote = {
    ...{ command: 'cancel_order', input: {}, orderId: `o-${orderNumber}`, orderNumber, orderVersion: 1 },
    ...{ title: { zh: '取消', en: 'Cancel' }, items: [], effects: [], refund: null },
  };
  const card = { id, conversationId, quote, quoteHash: 'h', createdAt: at, expiresAt: plus(at, MINUTE) };
  await gate.confirmations.open(scope, card);
  const intent = { key: id, confirmationId: id, turnId, conversationId, command: quote.command, quote, plannedAt: at };
  const limits = byHand ? {} : { perAction: 1 };
  const guard = freeGuard(at, { byHand, limits, amount: money(2, 'CNY'), writesPerHour: 1_000 });
  const approval = { id: gate.random.id(), expiresAt: plus(at, HOUR) };
  expect(await gate.intents.plan(scope, intent, { ...guard, approval })).toMatchObject({ ok: true });
  return approval.id;
}

/** The orders of what the clerk is told that it waits. */
async function told({ gate }: Desk, scope: GateScope, id = '1.1'): Promise<string[]> {
  const { facts } = await passGate(gate, scope, { id, name: 'list_returns', input: {} });
  return facts.flatMap((fact) => (fact.kind === 'handed-to-person' ? [fact.value.orderNumber ?? ''] : []));
}

function contract(makeDesk: () => Desk, others: number): void {
  it('[ACT-147] is found behind however many of other customers, newest first', async () => {
    const desk = makeDesk();
    const mine = await desk.begin(ANN);
    await confirmed(desk, mine, 'mine-1', 0);
    await confirmed(desk, mine, 'mine-2', 1);
    const theirs = await desk.begin(BOB);
    for (let index = 0; index < others; index++) await confirmed(desk, theirs, `theirs-${index}`, 2);
    // What the shop's people are shown opens every quote.
    desk.gate.approvals = { ...desk.gate.approvals, list: () => Promise.reject(new Error('the whole shop was read')) };
    expect(await told(desk, mine)).toEqual(['mine-2', 'mine-1']);
    expect(await told(desk, theirs)).toHaveLength(others);
  });

  it('[ACT-147] is a customer’s from all his conversations, a guest’s from that one', async () => {
    const desk = makeDesk();
    const [first, second] = [await desk.begin(ANN), await desk.begin(ANN)];
    await confirmed(desk, first, 'first', 0);
    await confirmed(desk, second, 'second', 1);
    expect(await told(desk, first)).toEqual(['second', 'first']);
    expect(await told(desk, second)).toEqual(['second', 'first']);

    const [guest, other] = [await desk.begin(GUEST), await desk.begin(GUEST)];
    await confirmed(desk, guest, 'guest', 2);
    await confirmed(desk, other, 'other', 3);
    expect(await desk.gate.approvals.listWaiting(guest.conversationId, null, guest.now)).toMatchObject([
      { conversationId: guest.conversationId, customerId: null, quote: { orderNumber: 'guest' } },
    ]);
    expect(await desk.gate.approvals.listWaiting('none', null, guest.now)).toEqual([]);
    expect(await told(desk, await desk.begin(BOB))).toEqual([]);
  });

  it('[ACT-147] is no more once it was decided or its time is over', async () => {
    const desk = makeDesk();
    const scope = await desk.begin(ANN);
    const refused = await confirmed(desk, scope, 'refused', 0);
    const approved = await confirmed(desk, scope, 'approved', 0);
    await confirmed(desk, scope, 'lapses', 1, false);
    await confirmed(desk, scope, 'by-hand', 2);
    expect(await told(desk, scope)).toHaveLength(4);
    await desk.gate.approvals.refuse(refused, 'Mei', '', { zh: '…', en: '…' }, scope.now);
    await desk.gate.approvals.approve(approved, 'Mei', scope.now);
    expect(await told(desk, scope, '1.2')).toEqual(['by-hand', 'lapses']);
    const later = plus(scope.now, 61 * MINUTE);
    expect(await told(desk, { ...scope, now: plus(later, -1) }, '1.3')).toEqual(['by-hand', 'lapses']);
    expect(await told(desk, { ...scope, now: later }, '1.4')).toEqual(['by-hand']);
  });
}

describe('what waits of one’s own (memory)', () => contract(memoryGate, 205));
describeOnEachDatabase('what waits of one’s own', (database) => contract(() => makeKit(database), 30));
