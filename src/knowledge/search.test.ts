import { describe, expect, it } from 'vitest';
import type { Article } from '../core/customer.ts';
import { ARTICLES } from './testing/articles.ts';
import { knowledgeOf } from './testing/knowledge-of.ts';

const knowledge = knowledgeOf(ARTICLES);

async function first(text: string, locale: 'zh' | 'en' = 'zh', topic?: string) {
  return (await knowledge.search({ text, locale, topic }))[0];
}

describe('knowledge', () => {
  it.each([
    ['我想了解您的商品的配送时间', 'delivery-time', 'zh'],
    ['寄到新疆要几天', 'delivery-time', 'zh'],
    ['發票怎麼開', 'invoice', 'zh'],
    ['退货运费谁出', 'returns', 'zh'],
    ['花呗能用吗', 'payment', 'zh'],
    ['铸铁锅生锈怎么养护', 'cast-iron', 'zh'],
    ['How do I season my cast iron pan?', 'cast-iron', 'en'],
    ['do you take paypal', 'payment', 'en'],
    ['who pays return postage', 'returns', 'en'],
  ] as const)('[KNOW-1] %j is answered from %s', async (text, article, locale) => {
    const passage = await first(text, locale);
    expect(passage?.articleId).toBe(article);
    expect(passage?.locale).toBe(locale);
    expect(passage?.score).toBeGreaterThan(0.5);
  });

  it('[KNOW-2] gives the very paragraph that answers, in the article’s own words', async () => {
    expect((await first('寄到新疆要几天', 'zh', 'ask_delivery_time'))?.text).toContain(
      '新疆、西藏、青海、内蒙古 5–7 天，遇到大雪会再晚一两天。',
    );
    expect(
      (await first('寄到新疆要几天', 'zh', 'ask_delivery_time'))?.text.startsWith('每天 16:00 前付款的订单当天发出。'),
    ).toBe(true);
    expect((await first('多久能到', 'zh', 'ask_delivery_time'))?.text).toBe(
      '每天 16:00 前付款的订单当天发出。江浙沪 1–2 天送到，其他城市 2–4 天。',
    );
    expect((await first('袜子可以退吗', 'zh', 'ask_return_policy'))?.text).toContain(
      '下面几类不能退：\n- 拆封的内衣、袜子',
    );
  });

  it.each(['怎么做红烧肉', '明天天气怎么样', '帮我写一首诗', '股票会涨吗', '', '？？？', '你好'])(
    '[KNOW-3] %j finds nothing',
    async (text) => {
      expect(await knowledge.search({ text, locale: 'zh' })).toEqual([]);
    },
  );

  it.each(['what is the weather tomorrow', 'write me a poem', 'how do I cook rice', 'hello'])(
    '[KNOW-3] %j finds nothing',
    async (text) => {
      expect(await knowledge.search({ text, locale: 'en' })).toEqual([]);
    },
  );

  it.each([
    ['能开专票吗', 'vat', 'ask_invoice'],
    ['可以开专票不', 'vat', 'ask_invoice'],
    ['能开发票吗', 'invoice', 'ask_invoice'],
    ['怎么下单', 'order', 'ask_account'],
    ['怎么登录', 'account', 'ask_account'],
  ])(
    '[KNOW-13] of several articles for a topic the one that the word names answers %s',
    async (text, article, topic) => {
      const written = (id: string, title: string, body: string): Article => ({
        id,
        topics: [topic],
        title: { zh: title },
        body: { zh: body },
        updatedAt: '2026-11-01T00:00:00.000Z',
      });
      const shop = knowledgeOf([
        written('account', '账户与登录', '用手机号登录，不用密码。'),
        written('order', '怎么下单', '选好规格，加入购物车，再付款。'),
        written('invoice', '开发票', '所有商品都能开电子普通发票，下单时勾选。'),
        written('vat', '增值税专用发票', '企业客户可以开专票，请联系人工客服。'),
        written('fee', '运费', '下单满 99 元包邮。'),
        written('gift', '礼品包装', '下单时勾选礼品包装。'),
      ]);
      expect((await shop.search({ text, locale: 'zh', topic }))[0]?.articleId).toBe(article);
    },
  );

  it('[KNOW-4] an article written for the understood intent comes first, whatever the wording', async () => {
    expect((await first('啥时候能到我手里呀', 'zh', 'ask_delivery_time'))?.articleId).toBe('delivery-time');
    expect((await first('几点有人', 'zh', 'ask_opening_hours'))?.articleId).toBe('hours');
    expect((await first('how soon', 'en', 'ask_delivery_time'))?.articleId).toBe('delivery-time');
  });

  it('[KNOW-5] an exact code outranks likeness', async () => {
    for (const [text, id] of [
      ['HM-2046怎么用', 'massage-other'],
      ['hm-2045 使用时间', 'massage'],
      ['按摩仪ＨＭ－２０４６', 'massage-other'],
    ] as const) {
      expect((await first(text))?.articleId).toBe(id);
    }
  });

  it('[KNOW-6] a two-character word finds every article that contains it', async () => {
    const found = await knowledge.search({ text: '健康', locale: 'zh', limit: 10 });
    expect(found.map((passage) => passage.articleId).sort()).toEqual(['massage', 'massage-other']);
  });

  it('[KNOW-7] the customer’s language first, the other where only that exists', async () => {
    expect((await first('invoice', 'en', 'ask_invoice'))?.locale).toBe('en');
    expect((await first('tax refund for travellers', 'zh'))?.locale).toBe('en');
    expect((await first('健康按摩仪', 'en'))?.locale).toBe('zh');
  });

  it('[KNOW-8] long paragraphs are given in whole sentences', async () => {
    const sentence = '这种面料洗的时候水温不要超过三十度，也不要用漂白剂。';
    const articles: Article[] = [
      {
        id: 'long',
        title: { zh: '面料' },
        body: { zh: sentence.repeat(40) },
        topics: [],
        updatedAt: '2026-11-01T00:00:00.000Z',
      },
    ];
    const [passage] = await knowledgeOf(articles).search({
      text: '面料水温',
      locale: 'zh',
    });
    expect(passage?.text.length).toBeLessThanOrEqual(300);
    expect(passage?.text.endsWith('。')).toBe(true);
    expect(articles[0]?.body.zh).toContain(passage?.text);
  });

  it('[KNOW-10] another word for it finds it as well', async () => {
    expect((await first('邮费怎么算'))?.articleId).toBe('delivery-fee');
    expect((await first('怎么护理铸铁锅'))?.articleId).toBe('cast-iron');
  });

  it('[KNOW-11] where the one who asks does not say what it is about, the reader of intents may', async () => {
    const reading = knowledgeOf(ARTICLES, {
      topicsOf: async (text) => new Map(text.includes('几点') ? [['ask_opening_hours', 0.95]] : []),
    });
    expect((await reading.search({ text: '几点有人', locale: 'zh' }))[0]?.articleId).toBe('hours');
    expect(await reading.search({ text: '有人', locale: 'zh' })).toEqual([]);
  });

  it('[KNOW-9] reads the articles again when their version changes, and only then', async () => {
    let version = '1';
    let reads = 0;
    let articles = ARTICLES;
    const changing = knowledgeOf(
      async () => {
        reads++;
        return articles;
      },
      { version: async () => version },
    );
    await Promise.all([
      changing.search({ text: '运费', locale: 'zh' }),
      changing.search({ text: '发票', locale: 'zh' }),
    ]);
    expect(reads).toBe(1);
    articles = [
      {
        id: 'new',
        title: { zh: '运费' },
        body: { zh: '现在全场包邮。' },
        topics: [],
        updatedAt: '2026-11-02T00:00:00.000Z',
      },
    ];
    version = '2';
    const found = await changing.search({ text: '运费', locale: 'zh' });
    expect(found.map((passage) => passage.text)).toEqual(['现在全场包邮。']);
    expect(reads).toBe(2);
  });

  it('[KNOW-9] a failed reading is tried again', async () => {
    let fail = true;
    const shaky = knowledgeOf(async () => {
      if (fail) throw new Error('unreachable');
      return ARTICLES;
    });
    await expect(shaky.search({ text: '运费', locale: 'zh' })).rejects.toThrow('unreachable');
    fail = false;
    expect((await shaky.search({ text: '运费', locale: 'zh' })).length).toBeGreaterThan(0);
  });

  it('[KNOW-12] of several articles for a topic the one the shop lists first answers a general question', async () => {
    const article = (id: string, title: string, body: string): Article => ({
      id,
      title: { zh: title },
      body: { zh: body },
      topics: ['ask_return_policy'],
      updatedAt: '2026-11-01T00:00:00.000Z',
    });
    const general = article('general', '退货政策', '签收后七天内可以退货，商品要保持完好。');
    const special = article('special', '哪些不能退', '拆封的内衣、袜子不能退货。');
    const ask = async (articles: Article[], text: string) => {
      const search = knowledgeOf(articles);
      return (await search.search({ text, locale: 'zh', topic: 'ask_return_policy' }))[0]?.articleId;
    };
    expect(await ask([general, special], '可以退货吗')).toBe('general');
    expect(await ask([special, general], '可以退货吗')).toBe('special');
    expect(await ask([general, special], '拆封的袜子能退吗')).toBe('special');
  });
});
