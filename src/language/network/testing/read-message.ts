const utf8 = new TextDecoder();

/** A field's contents: a number, or bytes that may be a text or a message of their own. */
export type Field = bigint | Uint8Array;

/** Reads back one protobuf message, whatever its meaning: field numbers with their contents in order. Written from the format's page, not from the writer. */
export function readMessage(bytes: Uint8Array): Map<number, Field[]> {
  const fields = new Map<number, Field[]>();
  let at = 0;
  const varint = (): bigint => {
    let value = 0n;
    for (let shift = 0n; ; shift += 7n) {
      const byte = bytes[at++];
      if (byte === undefined) throw new Error('the message ends within a number');
      value |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
  };
  const take = (length: number): Uint8Array => {
    if (at + length > bytes.length) throw new Error('the message ends within a field');
    at += length;
    return bytes.subarray(at - length, at);
  };
  while (at < bytes.length) {
    const tag = Number(varint());
    const wireType = tag & 7;
    if (![0, 2, 5].includes(wireType)) throw new Error(`wire type ${wireType} at ${at}`);
    const content = wireType === 0 ? varint() : take(wireType === 5 ? 4 : Number(varint()));
    fields.set(tag >> 3, [...(fields.get(tag >> 3) ?? []), content]);
  }
  return fields;
}

export const textsOf = (fields: readonly Field[] = []): string[] => fields.map((field) => utf8.decode(bytesOf(field)));

export const messagesOf = (fields: readonly Field[] = []) => fields.map((field) => readMessage(bytesOf(field)));

export function bytesOf(field: Field): Uint8Array {
  if (typeof field === 'bigint') throw new Error('a number where bytes should stand');
  return field;
}
