import { describe, expect, it } from 'vitest';
import { MessageWriter } from './protobuf.ts';
import { bytesOf, readMessage, textsOf } from './testing/read-message.ts';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

describe('protobuf messages', () => {
  // The examples of https://protobuf.dev/programming-guides/encoding/, −2 as it says of int64.
  it.each([
    ['a number', new MessageWriter().integer(1, 150), '089601'],
    ['nought', new MessageWriter().integer(1, 0), '0800'],
    ['a negative number', new MessageWriter().integer(1, -2), '08feffffffffffffffff01'],
    ['a text', new MessageWriter().text(2, 'testing'), '120774657374696e67'],
    ['a message within', new MessageWriter().message(3, new MessageWriter().integer(1, 150)), '1a03089601'],
    ['a float, lowest byte first', new MessageWriter().float(2, 1), '150000803f'],
  ])('%s', (_, writer, expected) => {
    expect(hex(writer.finish())).toBe(expected);
  });

  it('gives back what was written, in order', () => {
    const writer = new MessageWriter()
      .integer(1, 300)
      .text(16, '退货')
      .integer(1, 2n ** 63n - 1n)
      .bytes(2, new Uint8Array(300));
    const fields = readMessage(writer.finish());
    expect([...fields.keys()]).toEqual([1, 16, 2]);
    expect(fields.get(1)).toEqual([300n, 2n ** 63n - 1n]);
    expect(textsOf(fields.get(16))).toEqual(['退货']);
    expect(fields.get(2)?.map((field) => bytesOf(field).length)).toEqual([300]);
  });
});
