import { describe, expect, it } from 'vitest';
import { invoiceIn } from './read/invoice.ts';
import { desk, kinds } from './testing/desk.ts';

const labels = (heard: { choices: { label: string }[] }) => heard.choices.map(({ label }) => label);
const TAX = '91330106MA27XL0A3B';

describe('an invoice', () => {
  it.each([
    [
      'zhou',
      'zh',
      '给水壶那单开张发票，抬头个人 李雷，发到li@example.com',
      { kind: 'personal', title: '李雷', taxNumber: '', email: 'li@example.com' },
    ],
    [
      'zhou',
      'zh',
      `水壶那单开公司发票 抬头杭州小满科技有限公司 税号${TAX} 邮箱a@example.com`,
      { kind: 'company', title: '杭州小满科技有限公司', taxNumber: TAX, email: 'a@example.com' },
    ],
    [
      'olivia',
      'en',
      `please send me an invoice for the kettle order, made out to Acme Trading Ltd, tax number ${TAX}, to a@example.com`,
      { kind: 'company', title: 'Acme Trading Ltd', taxNumber: TAX, email: 'a@example.com' },
    ],
  ] as const)('[EMB-64] with everything said is offered at once (%s, %s: %s)', async (who, locale, text, invoice) => {
    const talk = desk(who, locale);
    const card = await talk.say(text);
    expect(card.results.at(-1)?.input).toMatchObject(invoice);
    expect(kinds(await talk.press('confirm'))).toEqual(['done']);
    const order = await talk.shop.findOrder(who === 'zhou' ? 'XE20261106-0053' : 'XE20261106-0063');
    expect(order?.invoice).toMatchObject(invoice);
  });

  it.each([
    ['zhou', 'zh', ['帮我开发票', '水壶那单', '企业', '杭州小满科技有限公司', TAX, 'zhou@example.com']],
    [
      'olivia',
      'en',
      ['I need an invoice', 'the kettle order', 'Company', 'Acme Trading Ltd', TAX, 'olivia@example.com'],
    ],
  ] as const)(
    '[EMB-64] asks for order, kind, title, tax number and e-mail, one after the other (%s)',
    async (who, locale, said) => {
      const talk = desk(who, locale);
      const asked: unknown[] = [];
      for (const text of said) asked.push((await talk.say(text)).state.flow?.asking);
      expect(asked).toEqual(['order', 'kind', 'title', 'taxNumber', 'email', 'confirm']);
    },
  );

  it.each([
    ['zhou', 'zh', '跑鞋 XE20261111-0051 开发票', '个人', ['zhou'], ['zhou@example.com']],
    ['olivia', 'en', 'invoice for XE20261111-0061 please', 'Personal', ['olivia'], ['olivia@example.com']],
  ] as const)(
    '[EMB-64] for a person the own name and e-mail are offered (%s)',
    async (who, locale, begin, kind, names, mails) => {
      const talk = desk(who, locale);
      await talk.say(begin);
      const name = await talk.say(kind);
      expect(labels(name)).toEqual(names);
      const mail = await talk.say(names[0]);
      expect(labels(mail)).toEqual(mails);
      expect(kinds(await talk.say(mails[0]))).toEqual(['confirmation']);
    },
  );

  it.each([
    ['zhou', 'zh', '企业', '杭州小满科技有限公司', '12345', '15 到 20 位'],
    ['olivia', 'en', 'Company', 'Acme Trading Ltd', '12345', '15 to 20'],
  ] as const)(
    '[EMB-64] a tax number that cannot be one is asked for again, with the rule (%s)',
    async (who, locale, kind, title, wrong, words) => {
      const talk = desk(who, locale);
      await talk.say(`${locale === 'zh' ? '开发票' : 'I need an invoice for'} XE20261111-00${who === 'zhou' ? 5 : 6}1`);
      await talk.say(kind);
      await talk.say(title);
      const heard = await talk.say(wrong);
      expect(heard.text).toContain(words);
      expect(heard.state.flow?.asking).toBe('taxNumber');
      expect((await talk.say(TAX)).state.flow?.asking).toBe('email');
    },
  );

  it('[EMB-64] another kind in the middle takes the title of the other with it', async () => {
    const talk = desk('zhou');
    await talk.say('开发票 XE20261111-0051');
    await talk.say('个人');
    await talk.say('周宁');
    const heard = await talk.say('不对，开公司的');
    expect(heard.state.flow).toMatchObject({ asking: 'title', slots: { kind: 'company' } });
    expect(heard.state.flow?.slots.title).toBeUndefined();
  });

  it('[EMB-64] a request that is put right asks only for what changes', async () => {
    const talk = desk('zhou');
    await talk.say('给水壶那单开张发票，抬头个人 李雷，发到li@example.com');
    await talk.press('confirm');
    await talk.say('发票抬头写错了，水壶那单重开');
    const card = await talk.say('李梅');
    expect(card.results.at(-1)?.input).toMatchObject({ kind: 'personal', title: '李梅', email: 'li@example.com' });
  });

  it.each([
    ['zh', '开张增值税专票', '同事'],
    ['zh', '发票没收到，再发一次', '同事'],
    ['en', 'can you send me a paper invoice by post', 'colleague'],
  ] as const)('[EMB-64] other kinds, and sending it again, are a person’s (%s: %s)', async (locale, text, words) => {
    const heard = await desk('zhou', locale).say(text);
    expect(heard.text).toContain(words);
    expect(heard.commands).not.toContain('request_invoice');
  });

  it('[EMB-64] an order that is not paid is told so before anything is asked', async () => {
    const heard = await desk('wang').say('四件套那单开发票');
    expect(heard.text).toContain('付款后');
  });
});

describe('what is read of an invoice', () => {
  it.each([
    ['抬头：北辰小学', null, { kind: 'company', title: '北辰小学' }],
    ['抬头写周婷', null, { title: '周婷' }],
    ['抬头个人', null, { kind: 'personal', title: null }],
    ['开公司发票', null, { kind: 'company', title: null }],
    ['我们公司叫杭州云杉网络科技有限公司', null, { kind: 'company', title: '杭州云杉网络科技有限公司' }],
    ['发到 finance@acme.example', null, { email: 'finance@acme.example', title: null }],
    ['税号 9133 0106 MA27 XL0A 3B', null, { taxNumber: TAX }],
    ['就写王芳', 'title', { title: '王芳' }],
    ['make it out to Acme Ltd', null, { kind: 'company', title: 'Acme Ltd' }],
    ['my company', 'title', { kind: 'company', title: null }],
    ['12345', 'taxNumber', { taxNumber: '12345' }],
  ] as const)('[EMB-64] %j (asked: %s)', (text, asked, words) => {
    expect(invoiceIn(text, asked)).toMatchObject(words);
  });
});

describe('the title of an invoice', () => {
  it.each([
    ...[
      '发我微信',
      '发我邮箱',
      '发到我的邮箱',
      '晚点再说',
      '等下给你',
      '回头发你',
      '快点',
      '赶紧的',
      '尽快啊',
      '马上发给我',
      '明天再说',
    ],
    ...[
      '随便',
      '都行',
      '和之前一样',
      '常用的那个',
      '可以开吗',
      '你帮我写',
      '不知道写什么',
      '抬头晚点发你',
      '抬头随便写',
    ],
    ...[
      'later',
      'send it to my email',
      'text me',
      'hurry up',
      'Hurry Please',
      'whatever',
      'Same as last time',
      'as usual',
    ],
    ...['I will tell you tomorrow', 'not sure', 'Send It Now', 'title: whatever'],
  ])('[EMB-175] %j is none', (text) => {
    expect(invoiceIn(text, 'title', '林晓梅').title).toBeNull();
  });

  it.each([
    ['林晓梅', '林晓梅'],
    ['就写王芳', '王芳'],
    ['欧阳小敏', '欧阳小敏'],
    ['阿依古丽·买买提', '阿依古丽·买买提'],
    ['个人 林晓梅', '林晓梅'],
    ['个人，李雷', '李雷'],
    ['抬头：阿依古丽', '阿依古丽'],
    ['杭州小满科技有限公司', '杭州小满科技有限公司'],
    ['城东五金厂', '城东五金厂'],
    ['北辰小学', '北辰小学'],
    ['Emily Carter', 'Emily Carter'],
    ['emily carter', 'emily carter'],
    ['Ludwig van Beethoven', 'Ludwig van Beethoven'],
    ['Acme Trading Ltd', 'Acme Trading Ltd'],
    ['Müller GmbH', 'Müller GmbH'],
    ['title: jane doe', 'jane doe'],
  ])('[EMB-175] %j is one', (text, title) => {
    expect(invoiceIn(text, 'title', 'Emily Carter').title).toBe(title);
  });

  it.each([
    ['zhou', 'zh', '跑鞋 XE20261111-0051 开发票 个人', ['发我微信', '晚点再说', '快点', '马上发给我'], '姓名', '周宁'],
    [
      'olivia',
      'en',
      'personal invoice for XE20261111-0061 please',
      ['not now', 'text me', 'hurry up'],
      'name',
      'Jane Doe',
    ],
    ['zhou', 'zh', '跑鞋 XE20261111-0051 开公司发票', ['发我微信', '快点'], '公司全称', '杭州小满科技有限公司'],
  ] as const)(
    '[EMB-175] %s %s is told what is needed, and nothing else begins',
    async (who, locale, begin, said, words, name) => {
      const talk = desk(who, locale);
      await talk.say(begin);
      for (const text of said) {
        const heard = await talk.say(text);
        expect(heard.text).toContain(words);
        expect(heard.state.flow).toMatchObject({ command: 'request_invoice', asking: 'title' });
      }
      expect((await talk.say(name)).state.flow?.slots).toMatchObject({ title: name });
    },
  );

  it.each([
    ['zhou', 'zh', '跑鞋 XE20261111-0051 开发票', '个人 林晓梅', '林晓梅'],
    ['zhou', 'zh', '跑鞋 XE20261111-0051 开发票', '个人，林晓梅', '林晓梅'],
    ['olivia', 'en', 'I need an invoice for XE20261111-0061', 'Personal, Emily Carter', 'Emily Carter'],
  ] as const)(
    '[EMB-175] %s %s: a name beside the kind is taken, and an e-mail is no title',
    async (who, locale, begin, said, title) => {
      const talk = desk(who, locale);
      await talk.say(begin);
      expect((await talk.say(said)).state.flow).toMatchObject({ asking: 'email', slots: { kind: 'personal', title } });
      const card = await talk.say(locale === 'zh' ? '发我邮箱 lin@example.com' : 'send it to me at lin@example.com');
      expect(card.results.at(-1)?.input).toMatchObject({ title, email: 'lin@example.com' });
    },
  );
});
