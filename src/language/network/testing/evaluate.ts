import { Graph, type Value } from '../graph.ts';
import { type Feeds, loadRuntime, type Runtime } from '../runtime.ts';

/** Numbers with the shape they stand in. Whole numbers in an Int32Array are ids. */
export interface Numbers {
  shape: readonly number[];
  data: Float32Array | Int32Array;
}

export type NumbersByName = Readonly<Record<string, Numbers>>;

/** Rows within rows, as they are written on paper. */
export type Nested = number | readonly Nested[];

export function numbers(nested: Nested): Numbers {
  return { shape: shapeOf(nested), data: Float32Array.from(flat(nested)) };
}

export function ids(nested: Nested): Numbers {
  return { shape: shapeOf(nested), data: Int32Array.from(flat(nested)) };
}

function shapeOf(nested: Nested): number[] {
  return typeof nested === 'number' ? [] : [nested.length, ...shapeOf(nested[0] ?? 0)];
}

function flat(nested: Nested): number[] {
  return typeof nested === 'number' ? [nested] : nested.flatMap(flat);
}

export function feedsOf({ Tensor }: Runtime, given: NumbersByName): Feeds {
  return Object.fromEntries(
    Object.entries(given).map(([name, { shape, data }]) => [
      name,
      data instanceof Int32Array ? new Tensor('int32', data, [...shape]) : new Tensor('float32', data, [...shape]),
    ]),
  );
}

/** What a graph gives for these inputs. Each of them is declared by its name and shape; `write` turns them into one value. */
export async function evaluate(
  given: NumbersByName,
  write: (inputs: (name: string) => Value, graph: Graph) => Value,
  runtime?: Runtime,
): Promise<{ shape: number[]; data: Float32Array }> {
  const engine = runtime ?? (await loadRuntime());
  const graph = new Graph();
  const declared = new Map(
    Object.entries(given).map(([name, { shape, data }]) => [
      name,
      graph.input(name, shape, data instanceof Int32Array ? 'int32' : 'float32'),
    ]),
  );
  const input = (name: string): Value => {
    const value = declared.get(name);
    if (!value) throw new Error(`nothing was given for ${name}`);
    return value;
  };
  graph.output('y', write(input, graph));
  const session = await engine.open(graph.toOnnx(), 1);
  const { y } = await session.run(feedsOf(engine, given));
  await session.close();
  if (!y) throw new Error('the graph gave nothing');
  return { shape: [...y.dims], data: y.data as Float32Array };
}
