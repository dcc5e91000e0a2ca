import { expect, it } from 'vitest';
import { describeOnEachDatabase } from '../../tests/support/database.ts';
import { recordedTalk } from '../agent/testing/recorded-talk.ts';

describeOnEachDatabase('the list of recorded turns', (database) => {
  it('[TURN-46] holds what was answered, oldest first, a page after the other', async () => {
    const talk = await recordedTalk(database);
    const { journal } = talk.store;
    const turns = [await talk.say('你好'), await talk.say('谢谢'), await talk.say('再见')].map(({ turnId }) => turnId);
    await (await talk.begin('在吗')).run();
    const first = await journal.list({ limit: 2 });
    const second = await journal.list({ limit: 2, ...(first[1] && { after: first[1] }) });
    expect([...first, ...second].map(({ turnId }) => turnId)).toEqual(turns);
    expect(first[0]).toEqual({
      turnId: turns[0],
      conversationId: talk.conversationId,
      at: '2026-11-12T02:00:00.000Z',
    });
    expect(await journal.list({ limit: 9, since: '2026-11-12T02:01:00.000Z' })).toHaveLength(2);
    expect(await journal.list({ limit: 9, conversationId: 'another' })).toEqual([]);
  });
});
