const utf8 = new TextEncoder();
const float = new DataView(new ArrayBuffer(4));

/** Wire types of https://protobuf.dev/programming-guides/encoding/ */
const VARINT = 0;
const LENGTH_DELIMITED = 2;
const FIXED_32 = 5;

/** Writes one protobuf message, field by field. Enough of the format for ONNX: varints, strings, bytes, floats, messages. */
export class MessageWriter {
  private readonly parts: Uint8Array[] = [];
  private length = 0;

  integer(field: number, value: number | bigint): this {
    return this.tag(field, VARINT).varint(BigInt(value));
  }

  float(field: number, value: number): this {
    float.setFloat32(0, value, true);
    return this.tag(field, FIXED_32).raw(new Uint8Array(float.buffer.slice(0)));
  }

  text(field: number, value: string): this {
    return this.bytes(field, utf8.encode(value));
  }

  bytes(field: number, value: Uint8Array): this {
    return this.tag(field, LENGTH_DELIMITED).varint(BigInt(value.length)).raw(value);
  }

  message(field: number, value: MessageWriter): this {
    return this.bytes(field, value.finish());
  }

  finish(): Uint8Array {
    const whole = new Uint8Array(this.length);
    let at = 0;
    for (const part of this.parts) {
      whole.set(part, at);
      at += part.length;
    }
    return whole;
  }

  private tag(field: number, wireType: number): this {
    return this.varint(BigInt((field << 3) | wireType));
  }

  private varint(value: bigint): this {
    const bytes: number[] = [];
    let rest = BigInt.asUintN(64, value);
    while (rest > 127n) {
      bytes.push(Number(rest & 127n) | 128);
      rest >>= 7n;
    }
    bytes.push(Number(rest));
    return this.raw(Uint8Array.from(bytes));
  }

  private raw(bytes: Uint8Array): this {
    this.parts.push(bytes);
    this.length += bytes.length;
    return this;
  }
}
