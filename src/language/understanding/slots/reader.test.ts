import { describe, expect, it } from 'vitest';
import { normalise } from '../../normalise.ts';
import { createSlotReader } from './reader.ts';

const readSlots = createSlotReader({ products: ['kettle', '雾凇羽绒服'], brands: ['North Peak'] });
const short = (slots: ReturnType<typeof readSlots>) => slots.map(({ name, text }) => [name, text]);

describe('the slot reader', () => {
  it('[LANG-45] reads one text anew in each context', () => {
    const source = normalise('尾号 8832 的 20251177');
    const asked = { context: { expecting: 'order', lastIntent: null } };
    const alone = short(readSlots(source));
    expect(alone).toEqual([['phone', '8832']]);
    expect(short(readSlots(source, asked))).toEqual([
      ['order_id', '8832'],
      ['order_id', '20251177'],
    ]);
    expect(short(readSlots(source))).toEqual(alone);
  });

  it('[LANG-43] reads one text with the words of each catalogue', () => {
    const source = normalise('the kettle for 20 dollars');
    expect(short(readSlots(source))).toEqual([
      ['product', 'kettle'],
      ['price', '20 dollars'],
    ]);
    expect(short(createSlotReader({})(source))).toEqual([['price', '20 dollars']]);
  });

  it.each([
    ['two kettles please', [['product', 'kettles']]],
    ['the teakettle or kettlebell', []],
    [
      '我要雾凇羽绒服和KETTLE',
      [
        ['product', '雾凇羽绒服'],
        ['product', 'KETTLE'],
      ],
    ],
    ['a north peak jacket', [['attribute', 'north peak']]],
    ['k', []],
  ])('[LANG-43] finds the words of the catalogue in %j', (text, found) => {
    expect(short(readSlots(normalise(text)))).toEqual(found);
  });
});
