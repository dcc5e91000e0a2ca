/** The gradient of a parameter: all of it, or of those rows of a table that were read. */
export type Gradient =
  | { kind: 'dense'; values: Float32Array }
  | {
      kind: 'rows';
      width: number;
      /** Row numbers, each once, and their gradients end to end. */
      rows: Int32Array;
      values: Float32Array;
    };

export type GradientsByName = Map<string, Gradient>;

/** Adds up the gradients of rows that were read more than once. */
export function gatherRows(parts: readonly { ids: Int32Array; values: Float32Array }[], width: number): Gradient {
  const places = new Map<number, number>();
  for (const { ids } of parts) for (const id of ids) if (!places.has(id)) places.set(id, places.size);
  const gathered = new Float32Array(places.size * width);
  for (const { ids, values } of parts)
    for (let row = 0; row < ids.length; row++) {
      const to = (places.get(ids[row] as number) as number) * width;
      const from = row * width;
      for (let at = 0; at < width; at++)
        gathered[to + at] = (gathered[to + at] as number) + (values[from + at] as number);
    }
  return { kind: 'rows', width, rows: Int32Array.from(places.keys()), values: gathered };
}

/** Shortens the gradient as a whole to `most` (Pascanu, Mikolov & Bengio 2013), by name where tables have their own. Returns its length before. */
export function clip(gradients: GradientsByName, most: number): number {
  let square = 0;
  for (const { values } of gradients.values())
    for (let at = 0; at < values.length; at++) square += (values[at] as number) ** 2;
  const length = Math.sqrt(square);
  if (length > most)
    for (const { values } of gradients.values())
      for (let at = 0; at < values.length; at++) values[at] = ((values[at] as number) * most) / length;
  return length;
}
