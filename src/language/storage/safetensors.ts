import { AppError } from '../../core/errors.ts';

// https://github.com/huggingface/safetensors#format: 8 bytes with the header's length, the header as JSON, the numbers.

export type TensorData = Float32Array<ArrayBuffer> | Int8Array<ArrayBuffer>;

export interface StoredTensor {
  shape: readonly number[];
  data: TensorData;
}

export interface StoredTensors {
  tensors: Map<string, StoredTensor>;
  /** Texts that travel with the numbers. */
  notes: Record<string, string>;
}

const LENGTH_BYTES = 8;
/** Float32Array wants its beginning here. */
const ALIGNMENT = 8;

interface HeaderEntry {
  dtype: 'F32' | 'I8';
  shape: readonly number[];
  data_offsets: readonly [number, number];
}

export function writeTensors({ tensors, notes }: StoredTensors): Uint8Array<ArrayBuffer> {
  const header: Record<string, HeaderEntry | Record<string, string>> = { __metadata__: notes };
  let end = 0;
  for (const [name, { shape, data }] of tensors) {
    const begin = Math.ceil(end / 4) * 4;
    end = begin + data.byteLength;
    header[name] = { dtype: data instanceof Int8Array ? 'I8' : 'F32', shape, data_offsets: [begin, end] };
  }
  const json = new TextEncoder().encode(JSON.stringify(header));
  const headerLength = Math.ceil(json.length / ALIGNMENT) * ALIGNMENT;
  const bytes = new Uint8Array(LENGTH_BYTES + headerLength + end);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(headerLength), true);
  bytes.fill(0x20, LENGTH_BYTES, LENGTH_BYTES + headerLength);
  bytes.set(json, LENGTH_BYTES);
  for (const [name, { data }] of tensors) {
    const [begin] = (header[name] as HeaderEntry).data_offsets;
    const raw = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
    bytes.set(raw, LENGTH_BYTES + headerLength + begin);
  }
  return bytes;
}

/** Throws `model.damaged` naming the file and what is wrong with it. */
export function readTensors(bytes: Uint8Array, file: string): StoredTensors {
  const damaged = (reason: string) => new AppError('model.damaged', { detail: `${file}: ${reason}` });
  if (bytes.length < LENGTH_BYTES) throw damaged('too short');
  const headerLength = new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0, true);
  const start = LENGTH_BYTES + Number(headerLength);
  if (headerLength > BigInt(bytes.length) || start > bytes.length) throw damaged('its header is cut off');
  let header: Record<string, HeaderEntry | Record<string, string>>;
  try {
    header = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(LENGTH_BYTES, start)));
  } catch {
    throw damaged('its header is no JSON');
  }
  const tensors = new Map<string, StoredTensor>();
  for (const [name, entry] of Object.entries(header)) {
    if (name === '__metadata__') continue;
    tensors.set(
      name,
      tensorAt(entry as HeaderEntry, bytes, start, (reason) => damaged(`${name}: ${reason}`)),
    );
  }
  return { tensors, notes: (header.__metadata__ ?? {}) as Record<string, string> };
}

function tensorAt(
  { dtype, shape, data_offsets }: HeaderEntry,
  bytes: Uint8Array,
  start: number,
  damaged: (reason: string) => AppError,
): StoredTensor {
  if (!Array.isArray(shape) || !Array.isArray(data_offsets)) throw damaged('no shape');
  const [begin, end] = data_offsets as [number, number];
  const count = shape.reduce((product, size) => product * size, 1);
  const width = dtype === 'F32' ? 4 : dtype === 'I8' ? 1 : 0;
  if (width === 0) throw damaged(`unknown type ${dtype}`);
  if (end - begin !== count * width) throw damaged('its size does not fit its shape');
  if (begin < 0 || start + end > bytes.length) throw damaged('the file is cut off');
  // A copy: it may stand anywhere in the file, and lives longer than it. (A Buffer's slice would be a view.)
  const raw = Uint8Array.from(bytes.subarray(start + begin, start + end)).buffer;
  return { shape, data: dtype === 'F32' ? new Float32Array(raw) : new Int8Array(raw) };
}
