import type { Parameters } from '../network/parameters.ts';
import type { StoredTensor } from './safetensors.ts';

/** Smaller parameters stay as they are: gains and biases decide much and weigh little. */
const WORTH_IT = 1_024;
const SCALE = '#scale';
/** int8 without −128, so that zero is exactly zero. */
const LARGEST = 127;

type Shapes = ReadonlyMap<string, readonly number[]>;

/** Each row of a matrix as whole numbers from −127 to 127 times a factor of its own: a quarter of the bytes (Jacob et al. 2018). */
export function quantise(parameters: Parameters, shapes: Shapes): Map<string, StoredTensor> {
  const stored = new Map<string, StoredTensor>();
  for (const [name, values] of parameters) {
    const shape = shapes.get(name) ?? [values.length];
    const [rows = 1, columns = 1] = shape;
    if (shape.length !== 2 || values.length < WORTH_IT) {
      stored.set(name, { shape, data: values });
      continue;
    }
    const scales = new Float32Array(rows);
    const whole = new Int8Array(values.length);
    for (let row = 0; row < rows; row++) {
      let most = 0;
      for (let at = row * columns; at < (row + 1) * columns; at++)
        most = Math.max(most, Math.abs(values[at] as number));
      const scale = most / LARGEST || 1;
      scales[row] = scale;
      for (let at = row * columns; at < (row + 1) * columns; at++)
        whole[at] = Math.round((values[at] as number) / scale);
    }
    stored.set(name, { shape, data: whole });
    stored.set(`${name}${SCALE}`, { shape: [rows], data: scales });
  }
  return stored;
}

/** Back to real numbers. */
export function dequantise(stored: ReadonlyMap<string, StoredTensor>): Parameters {
  const parameters: Parameters = new Map();
  for (const [name, { shape, data }] of stored) {
    if (name.endsWith(SCALE)) continue;
    const scales = stored.get(`${name}${SCALE}`)?.data;
    if (data instanceof Float32Array || scales === undefined) {
      parameters.set(name, new Float32Array(data));
      continue;
    }
    const [rows = 1, columns = 1] = shape;
    const values = new Float32Array(data.length);
    for (let row = 0; row < rows; row++) {
      const scale = scales[row] as number;
      for (let at = row * columns; at < (row + 1) * columns; at++) values[at] = (data[at] as number) * scale;
    }
    parameters.set(name, values);
  }
  return parameters;
}
