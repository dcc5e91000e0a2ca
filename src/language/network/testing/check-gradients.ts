import { seededRandom } from '../../../core/clock.ts';
import { type Gradients, Graph, type Value } from '../graph.ts';
import type { Dimension } from '../onnx.ts';
import { multiply } from '../operations/arithmetic.ts';
import { dropout } from '../operations/dropout.ts';
import { total } from '../operations/reduce.ts';
import { type Feeds, loadRuntime, type Outputs, type Runtime } from '../runtime.ts';
import { feedsOf, type Numbers, type NumbersByName } from './evaluate.ts';
import { compareSlopes, drawn, type SlopeReport } from './slopes.ts';

/** What a layer writes itself down with: every parameter of it is drawn at random and checked. */
export interface Draft {
  readonly graph: Graph;
  parameter(name: string, shape: readonly number[]): Value;
  dropout(x: Value): Value;
}

export interface Check {
  /** Writes the operation or layer and returns what it gives, of any shape. */
  write(draft: Draft): Value;
  /** Inputs that `write` declares itself. */
  given?: NumbersByName;
  /** Of open sizes, where the result has some. */
  sizes?: Readonly<Record<string, number>>;
  /** Share of numbers that dropout takes away. */
  dropout?: number;
  /** Parameters are drawn between these: −0.7 and 0.7. */
  between?: readonly [number, number];
  /** Of each parameter. */
  entries?: number;
  seed?: number;
}

/**
 * Compares the tape's ∂L/∂θ with measured slopes, for every parameter.
 * L = Σ y ⊙ r with a fixed random r, so that each number of y counts differently.
 */
export async function checkGradients(check: Check): Promise<SlopeReport> {
  const random = seededRandom(check.seed ?? 1);
  const runtime = await loadRuntime();
  const graph = new Graph();
  const parameters = new Map<string, Numbers>();
  let seed = 1;
  const y = check.write({
    graph,
    parameter(name, shape) {
      parameters.set(name, drawn(shape, check.between ?? [-0.7, 0.7], random.next));
      return graph.parameter(name, shape);
    },
    dropout: (x) => dropout(x, check.dropout ?? 0, seed++),
  });
  const r = drawn(
    y.shape.map((size) => sizeNamed(size, check)),
    [-1.5, 1.5],
    random.next,
  );
  const loss = total(multiply(y, graph.input('r', y.shape)));
  const ports = portsOf(graph, graph.differentiate(loss), [...parameters.keys()]);
  graph.output('y', y);
  const feeds = feedsOf(runtime, { ...check.given, ...Object.fromEntries(parameters), r });
  const engine = await runner(runtime, graph.toOnnx(), feeds, check);
  const gradients = gradientsOf(ports, await engine.run(), feeds, parameters);
  const lossNow = async () => {
    const { y: now = new Float32Array() } = await engine.run();
    // Added up in double precision.
    return now.reduce((sum, value, at) => sum + value * (r.data[at] ?? 0), 0);
  };
  const report = await compareSlopes(parameters, gradients, lossNow, check.entries ?? 6, random.next);
  await engine.close();
  return report;
}

interface Runner {
  run(): Promise<Partial<Record<string, Float32Array>>>;
  close(): Promise<void>;
}

/** Dropout draws on from run to run and begins anew with each session: where there is dropout every run has its own. */
async function runner(runtime: Runtime, model: Uint8Array, feeds: Feeds, check: Check): Promise<Runner> {
  const open = () => runtime.open(model, 1);
  const kept = check.dropout ? null : await open();
  return {
    async run() {
      const session = kept ?? (await open());
      const outputs: Outputs = await session.run(feeds);
      if (!kept) await session.close();
      return Object.fromEntries(Object.entries(outputs).map(([name, { data }]) => [name, data as Float32Array]));
    },
    close: async () => kept?.close(),
  };
}

/** Whole, with the gradients of looked-up rows at their places. */
function gradientsOf(
  ports: readonly Port[],
  outputs: Partial<Record<string, Float32Array>>,
  feeds: Feeds,
  parameters: ReadonlyMap<string, Numbers>,
): Map<string, Float32Array> {
  const gradients = new Map([...parameters].map(([name, { data }]) => [name, new Float32Array(data.length)]));
  for (const { parameter, output, ids } of ports) {
    const sum = gradients.get(parameter) ?? new Float32Array();
    const width = parameters.get(parameter)?.shape.at(-1) ?? 1;
    const rows = ids === null ? null : feeds[ids]?.data;
    outputs[output]?.forEach((slope, at) => {
      const to = rows ? Number(rows[Math.floor(at / width)]) * width + (at % width) : at;
      sum[to] = (sum[to] ?? 0) + slope;
    });
  }
  return gradients;
}

interface Port {
  parameter: string;
  output: string;
  /** The name of the ids' input, where these are rows. */
  ids: string | null;
}

/** A table may be looked up and multiplied with as well: then both its gradients count. */
function portsOf(graph: Graph, { dense, rows }: Gradients, parameters: readonly string[]): Port[] {
  const ports: Port[] = [];
  const read = (parameter: string, value: Value, ids: string | null) => {
    const output = `${parameter}:${ports.length}`;
    graph.output(output, value);
    ports.push({ parameter, output, ids });
  };
  for (const parameter of parameters) {
    const whole = dense.get(parameter);
    if (whole) read(parameter, whole, null);
    for (const part of rows.get(parameter) ?? []) read(parameter, part.rows, part.ids.name);
  }
  return ports;
}

function sizeNamed(size: Dimension, { sizes }: Check): number {
  const known = typeof size === 'number' ? size : sizes?.[size];
  if (known === undefined) throw new Error(`the size ${size} was not given`);
  return known;
}
