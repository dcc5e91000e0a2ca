import { describe, expect, it } from 'vitest';
import { demoDesk } from './testing/demo-desk.ts';

const EMILY = 'customer-emily-carter';

describe('a request that was just made', () => {
  it.each([
    ['en', 'exchange the t-shirt for a size larger, too small', 'actually cancel that exchange'],
    ['en', 'exchange the t-shirt for a size larger, too small', 'cancel the exchange'],
    ['en', 'return the t-shirt, changed my mind', 'undo that return please'],
    ['en', 'return the kettle, changed my mind', 'I want to withdraw the return'],
    ['zh', 'T恤太小了，换大一码', '那个换货取消吧'],
    ['zh', 'T恤太小了，换大一码', '换货取消'],
    ['zh', '水壶退货，不想要了', '刚才那个退货撤销'],
    ['zh', '水壶退货，不想要了', '退货取消吧'],
  ] as const)('[EMB-179] %s: after %j, %j means it, and no older one', async (locale, made, undo) => {
    const talk = demoDesk(EMILY, locale);
    await talk.say(made);
    const done = await talk.press('confirm');
    expect(done.text).toContain('R21');
    const heard = await talk.say(undo);
    expect(heard.results.at(-1)?.input).toMatchObject({ returnId: 'R21' });
  });

  it('[EMB-179] goods that are named are meant, whatever was made last', async () => {
    const talk = demoDesk(EMILY, 'en');
    await talk.say('return the kettle, changed my mind');
    await talk.press('confirm');
    const heard = await talk.say('cancel the exchange of the hoodie');
    expect(heard.results.at(-1)?.input).toMatchObject({ returnId: 'R2611191205' });
  });
});
