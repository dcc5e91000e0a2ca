import { describe, expect, it } from 'vitest';
import type { CommandResult } from '../../../core/command.ts';
import { allow } from '../../../core/verdict.ts';
import type { BrainView } from '../../brain.ts';
import { EMPTY_STATE } from '../../brain.ts';
import { createEmbeddedBrain } from './brain.ts';
import { NOW } from './testing/orders.ts';

const never = new AbortController().signal;

function view(changes: Partial<BrainView> = {}): BrainView {
  return {
    turnId: 'turn-1',
    locale: 'zh',
    now: NOW,
    shop: { name: { zh: '小满杂货', en: 'Xiaoman Store' }, currency: 'CNY', timeZone: 'Asia/Shanghai' },
    actor: { kind: 'customer', customerId: 'lin' },
    customer: null,
    transcript: [],
    text: '我的快递到哪了',
    understanding: {
      locale: 'zh',
      intents: [{ name: 'track_order', probability: 0.9 }],
      slots: [],
      act: 'none',
      tones: [],
    },
    state: EMPTY_STATE,
    openQuote: null,
    commands: [],
    results: [],
    ...changes,
  };
}

const quote: CommandResult = {
  callId: '1.1',
  name: 'cancel_order',
  input: { orderNumber: 'X-1' },
  status: 'confirmation-needed',
  verdict: allow(),
  facts: [
    {
      id: '1.1.1',
      kind: 'quote',
      at: NOW,
      source: { kind: 'gate', ref: 'hash' },
      value: {
        token: 'token',
        expiresAt: NOW,
        quote: {
          command: 'cancel_order',
          input: {},
          orderId: 'id',
          orderNumber: 'X-1',
          orderVersion: 1,
          title: { zh: '取消订单 X-1', en: 'Cancel order X-1' },
          items: [],
          effects: [],
          refund: null,
        },
      },
    },
  ],
};

describe('the embedded brain', () => {
  it('[EMB-19] proposes and changes nothing: the same view gives the same proposal', async () => {
    const brain = createEmbeddedBrain();
    const given = view();
    const before = structuredClone(given);
    const first = await brain.propose(given, never);
    const second = await brain.propose(view(), never);
    expect(first).toEqual(second);
    expect(given).toEqual(before);
    expect(first).toMatchObject({ kind: 'commands', calls: [{ name: 'list_orders', input: { limit: 20 } }] });
  });

  it('[EMB-19] never proposes a command while it only answers a card press', async () => {
    const press: CommandResult = { ...quote, callId: 'k1', input: { decision: 'cancel' }, status: 'done', facts: [] };
    const proposal = await createEmbeddedBrain().propose(view({ text: '', results: [press] }), never);
    expect(proposal.kind).toBe('draft');
  });

  it.each([
    ['done', 'effect', '办好了'],
    ['done', 'quote-cancelled', '没有办理'],
    ['unknown', 'unknown-outcome', '不能说已经办好'],
    ['refused', 'refused', '卡片已经过期'],
  ] as const)('[EMB-23] a card press is told by what came of it: %s, %s', async (status, kind, words) => {
    const title = { zh: '取消订单 X-1', en: 'Cancel order X-1' };
    const values = {
      effect: {
        command: 'cancel_order',
        orderNumber: 'X-1',
        title,
        items: [],
        effects: [],
        refund: null,
        reference: null,
        at: NOW,
      },
      'quote-cancelled': { command: 'cancel_order', orderNumber: 'X-1', title },
      'unknown-outcome': { command: 'cancel_order', orderNumber: 'X-1' },
      refused: { command: 'cancel_order', reasons: [{ rule: 'confirmation.expired', text: { zh: '卡片已经过期。' } }] },
    };
    const fact = { id: 'k1.1', kind, value: values[kind], at: NOW, source: { kind: 'gate', ref: 'x' } };
    const result = { ...quote, callId: 'k1', input: { decision: 'confirm' }, status, facts: [fact] } as CommandResult;
    const proposal = await createEmbeddedBrain().propose(view({ text: '', results: [result] }), never);
    expect(proposal.kind === 'draft' && proposal.draft.text).toContain(words);
    expect(proposal.kind === 'draft' && /办好了/.test(proposal.draft.text)).toBe(kind === 'effect');
  });

  it('[EMB-23] a card that another brain asked for before it failed is shown, never left lying unseen', async () => {
    const greeting = { locale: 'zh', intents: [{ name: 'greet', probability: 0.9 }], slots: [], act: 'greet' } as const;
    const proposal = await createEmbeddedBrain().propose(
      view({
        text: '你好',
        understanding: { ...greeting, intents: [...greeting.intents], slots: [], tones: [] },
        results: [quote],
      }),
      never,
    );
    expect(proposal.kind === 'draft' && proposal.draft.showing).toEqual(['1.1.1']);
    expect(proposal.kind === 'draft' && proposal.draft.text).toContain('取消订单 X-1');
  });
});
