import { expect, it } from 'vitest';
import { describeOnEachDatabase } from '../../tests/support/database.ts';
import { SECOND } from '../core/instant.ts';
import { silentLog } from '../platform/log.ts';
import type { Shop } from '../shops/shop.ts';
import { EMPTY_STATE } from './brain.ts';
import { reconcile } from './reconcile.ts';
import { endTurn, type Kit, makeKit, noticesOf, OWN, tokenIn } from './testing/kit.ts';

/** How the platform answers: it does it, it says no, or it does it and its answer is lost. */
type Answers = 'yes' | 'no' | 'silence';

function answering(answers: Answers) {
  let silent = answers === 'silence' ? 2 : 0;
  return (shop: Shop): Shop => ({
    ...shop,
    async cancelOrder(write) {
      if (answers === 'no') return { ok: false, reason: 'not-possible' };
      const answer = await shop.cancelOrder(write);
      if (silent-- > 0) throw new Error('socket hang up');
      return answer;
    },
  });
}

type Kind = 'person replies' | 'person takes over' | 'closed' | 'turn fails' | 'apology' | 'nothing';

/** What happens between the settling of the effect and the commit of the reply. */
async function between(kind: Kind, kit: Kit, scope: Awaited<ReturnType<Kit['begin']>>): Promise<void> {
  const { conversations } = kit.store;
  const { conversationId, turnId, epoch, now: at } = scope;
  if (kind === 'person replies') await conversations.personReplies(conversationId, 'Mei', '我来', at);
  if (kind === 'person takes over') await conversations.setOwner(conversationId, 'person', 'Mei', 'takeover', at);
  if (kind === 'closed') await conversations.setOwner(conversationId, 'closed', 'Mei', 'closed', at);
  if (kind === 'turn fails') await conversations.failTurn(turnId);
  if (kind === 'apology') {
    const reply = { locale: 'zh' as const, text: '抱歉', blocks: [], citations: [] };
    const commit = {
      turnId,
      conversationId,
      epoch,
      reply,
      brain: 'none',
      state: EMPTY_STATE,
      locale: 'zh' as const,
      at,
    };
    await conversations.commitTurn({ ...commit, handOff: 'turn.failed', tells: [] });
  }
}

const WORDS = { yes: /^办好了：/, no: /没有办成/, silence: /^办好了：/ } as const;

describeOnEachDatabase('what became of a confirmed write', (database) => {
  const cases = (['yes', 'no', 'silence'] as const).flatMap((answers) =>
    (['person replies', 'person takes over', 'closed', 'turn fails', 'apology', 'nothing'] as const).map(
      (kind) => [answers, kind] as const,
    ),
  );
  it.each(cases)(
    '[ACT-66] the platform says %s, then %s before the reply: told exactly once',
    async (answers, kind) => {
      const kit = makeKit(database, answering(answers));
      const scope = await kit.begin();
      const token = tokenIn(await kit.run(scope, 'cancel_order', { orderNumber: OWN }));
      const result = await kit.press(scope, { token, decision: 'confirm' });
      expect(result.status).toBe({ yes: 'done', no: 'refused', silence: 'unknown' }[answers]);
      expect(await noticesOf(kit, scope)).toEqual([]);

      await between(kind, kit, scope);
      const spoke = await endTurn(kit, scope, [result]).then(
        () => true,
        () => false,
      );
      expect(spoke).toBe(kind === 'nothing');
      // Whatever goes on afterwards repeats nothing.
      kit.store.clock.advance(61 * SECOND);
      for (const _ of [1, 2]) await reconcile(kit.gate, kit.store.clock, silentLog);
      await kit.store.conversations.setOwner(scope.conversationId, 'bot', 'Mei', 'handed-back', scope.now);
      await kit.store.conversations.personReplies(scope.conversationId, 'Mei', '还在吗', scope.now);

      const toldByReply = spoke && result.status !== 'unknown';
      expect(await noticesOf(kit, scope)).toEqual(toldByReply ? [] : [expect.stringMatching(WORDS[answers])]);
      expect((await kit.order()).status).toBe(answers === 'no' ? 'paid' : 'cancelled');
    },
  );

  it('[ACT-66] what is found out while the turn still says that it does not know is told beside its reply', async () => {
    const kit = makeKit(database, answering('silence'));
    const scope = await kit.begin();
    const token = tokenIn(await kit.run(scope, 'cancel_order', { orderNumber: OWN }));
    const first = await kit.press(scope, { token, decision: 'confirm' });
    const second = await kit.press(scope, { token, decision: 'confirm' });
    expect([first.status, second.status]).toEqual(['unknown', 'done']);
    await endTurn(kit, scope, [first]);
    expect(await noticesOf(kit, scope)).toEqual([expect.stringMatching(/^办好了：/)]);
  });

  it('[ACT-66] the notice is the system’s: in the conversation’s order, and no turn’s reply', async () => {
    const kit = makeKit(database);
    const scope = await kit.begin();
    const token = tokenIn(await kit.run(scope, 'cancel_order', { orderNumber: OWN }));
    await kit.press(scope, { token, decision: 'confirm' });
    const { conversations } = kit.store;
    const events = await conversations.personReplies(scope.conversationId, 'Mei', '我来', scope.now);
    expect(events?.map(({ kind }) => kind)).toEqual(['ownership-changed', 'notice-sent', 'person-replied']);
    expect(await conversations.events(scope.conversationId, 1, 10)).toEqual(events);
  });

  it('[ACT-66] of an erased customer nothing is told', async () => {
    const kit = makeKit(database);
    const scope = await kit.begin();
    const token = tokenIn(await kit.run(scope, 'cancel_order', { orderNumber: OWN }));
    await kit.press(scope, { token, decision: 'confirm' });
    await kit.store.erase('customer:customer-1');
    const events = await kit.store.conversations.setOwner(scope.conversationId, 'person', 'Mei', 'takeover', scope.now);
    expect(events?.map(({ kind }) => kind)).toEqual(['ownership-changed']);
  });
});
