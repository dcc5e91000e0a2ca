import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../src/core/clock.ts';
import type { Row, Span } from '../../src/language/evaluation/rows.ts';
import type { Contest } from './contestant.ts';
import { linearLogistic, linearSvm } from './linear.ts';

const contest = (differing: Partial<Contest> = {}): Contest => ({
  ...{ locale: 'zh', isMultiLabel: false, outOfScope: null },
  ...{ random: seededRandom(1), ...differing },
});

const row = (text: string, ...intents: string[]): Row => ({ text, intents, slots: [] });

const ROWS = [
  ...['我要退货', '这双鞋想退掉', '怎么退货', '退货退款', '申请退货'].map((text) => row(text, 'return')),
  ...['快递到哪了', '我的包裹到哪里了', '查一下快递', '快递怎么还没到', '包裹在哪'].map((text) => row(text, 'track')),
  ...['where is my parcel', 'track my parcel', 'has my parcel left'].map((text) => row(text, 'track')),
  ...['cancel my order', 'cancel this order please', 'cancel it'].map((text) => row(text, 'cancel')),
];

describe.each([linearLogistic, linearSvm])('$name', (contestant) => {
  it('reads messages that it has not seen, in Chinese and in English', async () => {
    const reader = await contestant.train(ROWS, contest());
    const first = async (text: string) => (await reader.read(row(text))).intents[0]?.name;
    expect([await first('鞋子要退货'), await first('快递到了吗'), await first('please cancel the order')]).toEqual([
      'return',
      'track',
      'cancel',
    ]);
  });

  it('ranks all intents with probabilities that add up to 1, whatever the message', async () => {
    const reader = await contestant.train(ROWS, contest());
    for (const text of ['退货', '👍', 'ภาษาไทย', '1'.repeat(10_000)]) {
      const { intents } = await reader.read(row(text));
      expect(intents).toHaveLength(3);
      expect(intents.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 9);
      expect(intents.map(({ probability }) => probability)).toEqual(
        intents.map(({ probability }) => probability).sort((one, other) => other - one),
      );
    }
  });

  it('the same rows and seed give the same reading', async () => {
    const readers = [await contestant.train(ROWS, contest()), await contestant.train(ROWS, contest())];
    const [one, other] = await Promise.all(readers.map((reader) => reader.read(row('退货的快递'))));
    expect(one).toEqual(other);
    expect(readers[0]?.bytes).toBeGreaterThan(1_000);
  });

  it('gives several intents where a set has several', async () => {
    const both = ['退货，快递到哪了', '包裹在哪，我要退货', '查一下快递，我想退货'].map((text) =>
      row(text, 'return', 'track'),
    );
    const reader = await contestant.train([...ROWS, ...both, row('嗯')], contest({ isMultiLabel: true }));
    const given = async (text: string) =>
      (await reader.read(row(text))).intents.filter(({ probability }) => probability >= 0.5).map(({ name }) => name);
    expect((await given('快递在哪，想退货')).sort()).toEqual(['return', 'track']);
    expect(await given('cancel order')).toEqual(['cancel']);
  });

  it('what is out of scope is stranger than what is not', async () => {
    const strange = ['今天天气怎么样', '讲个笑话', '天气好吗', '讲个故事'].map((text) => row(text, 'oos'));
    const reader = await contestant.train([...ROWS, ...strange], contest({ outOfScope: 'oos' }));
    const strangeness = async (text: string) => (await reader.read(row(text))).outOfScope;
    expect(await strangeness('天气')).toBeGreaterThan(await strangeness('要退货'));
  });
});

describe('slots of the linear tagger', () => {
  /** `想买[红色](colour)` → the text and where its slots stand. */
  function marked(line: string): Row {
    const slots: Span[] = [];
    const text = line.replaceAll(/\[(.+?)\]\((\w+)\)/g, (_, surface: string, name: string, at: number) => {
      const start = at - slots.reduce((marks, slot) => marks + slot.name.length + 4, 0);
      slots.push({ name, start, end: start + surface.length });
      return surface;
    });
    return { text, intents: ['find'], slots };
  }

  const COLOURS = ['红色', '黑色', '白色', '蓝色'];
  const PRODUCTS = ['跑鞋', '背包', '外套', '裤子'];
  const bare = ['谢谢', '可以的', '在吗', '好', 'thank you', 'ok'];
  const lines = COLOURS.flatMap((colour) =>
    PRODUCTS.flatMap((product) => [
      `想买[${colour}](colour)的[${product}](product)`,
      `[${product}](product)有[${colour}](colour)吗`,
      `order [4${colour.charCodeAt(0)}](order) has the [${product}](product)`,
    ]),
  );

  it('finds spans it has not seen, with their names, in the offsets of the text', async () => {
    const reader = await linearLogistic.train([...lines, ...bare].map(marked), contest());
    for (const line of ['想买[灰色](colour)的[跑鞋](product)', '👟 order [99731](order) has the [外套](product)']) {
      const expected = marked(line);
      expect((await reader.read({ ...expected, slots: [] })).slots).toEqual(expected.slots);
    }
    expect((await reader.read(row('好的，谢谢'))).slots).toEqual([]);
  });
});
