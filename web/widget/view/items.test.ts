import { describe, expect, it } from 'vitest';
import type { Reply, WireEvent } from '../../../src/core/wire.ts';
import { BLANK } from '../client/chat-state.ts';
import type { Unsent } from '../client/outbox.ts';
import { awaitsReply, receive } from '../client/transcript.ts';
import { type Item, itemsOf } from './items.ts';

type Draft<E = WireEvent> = E extends WireEvent ? Omit<E, 'sequence' | 'at'> : never;

const at = (minute: number) => `2026-03-01T08:${String(minute).padStart(2, '0')}:00.000Z`;
const said = (id: string, text = '好'): Draft => ({ kind: 'message', clientMessageId: id, text });
const replied = (...blocks: Reply['blocks']): Draft => ({
  kind: 'reply',
  reply: { locale: 'zh', text: '好', blocks, citations: [] },
});
const card = (token: string): Reply['blocks'][number] => ({
  kind: 'confirmation',
  card: { token, title: '取消', orderNumber: '1', items: [], effects: [], refund: null, expiresAt: at(59) },
});

function items(drafts: Draft[], minutes: number[] = [], unsent: Unsent[] = []): Item[] {
  const events = drafts.map(
    (draft, index) => ({ ...draft, sequence: index + 1, at: at(minutes[index] ?? 0) }) as WireEvent,
  );
  const transcript = receive(BLANK.transcript, events, true);
  return itemsOf({ ...BLANK, transcript, unsent, ready: true });
}
const replies = (list: Item[]) => list.filter((item) => item.kind === 'reply');
const cards = (drafts: Draft[]) => replies(items(drafts)).map((item) => item.card);

describe('what stands in the log', () => {
  it('[WEB-15] a card is open until it is pressed, replaced, settled by word of mouth or taken over by a person', () => {
    expect(cards([replied(card('a'))])).toEqual(['open']);
    expect(cards([replied(card('a')), said('m1', '等等，运费多少')])).toEqual(['open']);
    expect(cards([replied(card('a')), said('card-confirm-a')])).toEqual(['confirmed']);
    expect(cards([replied(card('a')), said('card-cancel-a')])).toEqual(['cancelled']);
    expect(cards([replied(card('a')), replied(card('b'))])).toEqual(['replaced', 'open']);
    expect(cards([replied(card('a')), replied({ kind: 'done', title: '', lines: [], reference: null })])[0]).toBe(
      'settled',
    );
    expect(cards([replied(card('a')), { kind: 'owner', owner: 'person' }])).toEqual(['settled']);
  });

  it('[WEB-17] choices are live under the last word alone', () => {
    const choices: Reply['blocks'][number] = { kind: 'choices', choices: [{ label: '是', send: '是' }] };
    const last = (drafts: Draft[]) => replies(items(drafts)).map((item) => item.last);
    expect(last([replied(choices), said('m1'), replied(choices)])).toEqual([false, true]);
    expect(last([replied(choices), said('m1')])).toEqual([false]);
    const waiting: Unsent = { clientMessageId: 'm9', text: '是', state: 'pending', at: 0 };
    expect(replies(items([replied(choices)], [], [waiting])).map((item) => item.last)).toEqual([false]);
    expect(last([replied(choices), { kind: 'person', operator: '阿青', text: '您好' }])).toEqual([false]);
  });

  it('[ACT-64] a notice stands in the log and takes nothing from the last word or the answer that is due', () => {
    const choices: Reply['blocks'][number] = { kind: 'choices', choices: [{ label: '是', send: '是' }] };
    const notice: Draft = { kind: 'notice', text: '办好了：订单 1 已取消。' };
    const list = items([replied(choices), notice]);
    expect(list.at(-1)).toMatchObject({ kind: 'notice', key: '2', text: '办好了：订单 1 已取消。' });
    expect(replies(list).map((item) => item.last)).toEqual([true]);
    const asked = [said('m1'), notice].map(
      (draft, index) => ({ ...draft, sequence: index + 1, at: at(0) }) as WireEvent,
    );
    expect(awaitsReply(receive(BLANK.transcript, asked, true))).toBe(true);
  });

  it('[WEB-19] the time is written where a conversation begins and after a silence', () => {
    const kinds = items([said('a'), said('b'), said('c')], [0, 1, 30]).map((item) => item.kind);
    expect(kinds).toEqual(['time', 'customer', 'customer', 'time', 'customer']);
  });
});
