const utf8 = new TextEncoder();
const float = new DataView(new ArrayBuffer(4));

/** Wire types of https://protobuf.dev/programming-guides/encoding/ */
const VARINT = 0;
const LENGTH_DELIMITED = 2;
const FIXED_32 = 5;

/** Bytes that a new message has room for: most are a field or two. */
const ROOM = 64;

/** Writes one protobuf message, field by field. Enough of the format for ONNX: varints, strings, bytes, floats, messages. */
export class MessageWriter {
  private written = new Uint8Array(ROOM);
  private length = 0;

  integer(field: number, value: number | bigint): this {
    return this.tag(field, VARINT).varint(value);
  }

  float(field: number, value: number): this {
    float.setFloat32(0, value, true);
    return this.tag(field, FIXED_32).raw(new Uint8Array(float.buffer));
  }

  text(field: number, value: string): this {
    return this.bytes(field, utf8.encode(value));
  }

  bytes(field: number, value: Uint8Array): this {
    return this.tag(field, LENGTH_DELIMITED).varint(value.length).raw(value);
  }

  message(field: number, value: MessageWriter): this {
    return this.bytes(field, value.finish());
  }

  /** What has been written so far; it is a view, to be read before anything more is written. */
  finish(): Uint8Array {
    return this.written.subarray(0, this.length);
  }

  private tag(field: number, wireType: number): this {
    return this.varint((field << 3) | wireType);
  }

  private varint(value: number | bigint): this {
    let rest = value;
    // Whole numbers below 2^31 are written without the detour through 64 bits, and nearly all are.
    if (typeof rest === 'number' && rest >= 0 && rest < 2 ** 31) {
      for (; rest > 127; rest >>>= 7) this.byte((rest & 127) | 128);
      return this.byte(rest);
    }
    let wide = BigInt.asUintN(64, BigInt(value));
    for (; wide > 127n; wide >>= 7n) this.byte(Number(wide & 127n) | 128);
    return this.byte(Number(wide));
  }

  private byte(value: number): this {
    this.makeRoom(1);
    this.written[this.length++] = value;
    return this;
  }

  private raw(bytes: Uint8Array): this {
    this.makeRoom(bytes.length);
    this.written.set(bytes, this.length);
    this.length += bytes.length;
    return this;
  }

  private makeRoom(more: number): void {
    const needed = this.length + more;
    if (needed <= this.written.length) return;
    const wider = new Uint8Array(Math.max(needed, 2 * this.written.length));
    wider.set(this.finish());
    this.written = wider;
  }
}
