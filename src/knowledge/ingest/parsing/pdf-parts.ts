import { inflateSync } from 'node:zlib';

/** Before the bytes of a part stands what it says of itself. */
const SAID = 2_000;
const PACKED = /\/(?:FlateDecode|Fl)\b/g;
/** Nobody unpacks these to read the text, and they may be large. */
const NOT_READ = /\/(?:Image|EmbeddedFile|3D|Sound)\b/;

/**
 * Whether a part of a PDF that is read for its text unpacks to more than `limit` bytes, unpacked as often as it was packed. One that hides how it was
 * packed is not found here: what the parser's process holds is watched besides.
 */
export function hasHugePart(bytes: Uint8Array, limit: number): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = file.indexOf('stream'); at >= 0; at = file.indexOf('stream', at + 6)) {
    const before = file.toString('latin1', Math.max(0, at - SAID), at);
    if (before.endsWith('end')) continue;
    const said = before.slice(before.lastIndexOf(' obj') + 1);
    const times = said.match(PACKED)?.length ?? 0;
    if (times === 0 || NOT_READ.test(said)) continue;
    const from = at + (file[at + 6] === 0x0d ? 8 : 7);
    const end = file.indexOf('endstream', from);
    if (unpacksBeyond(file.subarray(from, end < 0 ? file.length : end), times, limit)) return true;
  }
  return false;
}

function unpacksBeyond(packed: Uint8Array, times: number, limit: number): boolean {
  let part = packed;
  try {
    for (let time = 0; time < times; time++) part = inflateSync(part, { maxOutputLength: limit });
  } catch (error) {
    // Anything else is for the parser to say.
    return error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
  }
  return false;
}
