import type { Attribute, Dimension, ElementType, OnnxNode, OnnxPort, OnnxTensor } from './onnx.ts';
import { writeOnnx } from './onnx.ts';
import { add } from './operations/arithmetic.ts';

/** A tensor of the graph: not its numbers, but its place, its shape and where it came from. */
export interface Value {
  readonly graph: Graph;
  readonly name: string;
  readonly shape: readonly Dimension[];
  readonly type: ElementType;
  /** Whether a parameter stands behind it, so that a gradient has to flow through. */
  readonly isDifferentiable: boolean;
}

/** From the gradients of a node's outputs to those of its inputs, in order; null where none flows. */
export type Backward = (gradients: readonly (Value | null)[]) => readonly (Value | null)[];

type ConstantData = Float32Array | Int8Array | Uint8Array | BigInt64Array;

interface Output {
  shape: readonly Dimension[];
  type?: ElementType;
}

interface Step {
  inputs: readonly Value[];
  outputs: readonly Value[];
  backward: Backward | null;
}

/** The gradient of a table whose rows were looked up: one row for each id that was, to be added up by whoever updates the table. */
export interface RowGradient {
  ids: Value;
  /** (…ids, width) */
  rows: Value;
}

export interface Gradients {
  dense: Map<string, Value>;
  rows: Map<string, RowGradient[]>;
}

/**
 * A computation written down, not done: each operation adds its ONNX node and how gradients flow back through it.
 * `differentiate` walks that record backwards (reverse-mode automatic differentiation: Linnainmaa 1970) and writes
 * the gradients into the same graph, so that a runtime computes loss and gradients in one run.
 */
export class Graph {
  private readonly steps: Step[] = [];
  private readonly nodes: OnnxNode[] = [];
  private readonly constants = new Map<string, OnnxTensor>();
  private readonly inputs: OnnxPort[] = [];
  private readonly outputs: OnnxPort[] = [];
  private readonly rowGradients = new Map<string, RowGradient[]>();
  private named = 0;

  /** Given anew at each run. */
  input(name: string, shape: readonly Dimension[], type: ElementType = 'float32'): Value {
    this.inputs.push({ name, shape, type });
    return { graph: this, name, shape, type, isDifferentiable: false };
  }

  /** What training changes. Fed like an input, so that an optimizer can change its numbers in place between runs. */
  parameter(name: string, shape: readonly number[]): Value {
    this.inputs.push({ name, shape, type: 'float32' });
    return { graph: this, name, shape, type: 'float32', isDifferentiable: true };
  }

  /** Numbers that never change; the same ones are kept once. */
  constant(data: ConstantData, shape: readonly number[], name?: string): Value {
    const type = elementTypeOf(data);
    const key = name ?? `${type}[${shape.join()}]:${data.length > 16 ? `#${this.constants.size}` : data.join()}`;
    if (!this.constants.has(key)) this.constants.set(key, { name: key, type, shape, data });
    return { graph: this, name: key, shape, type, isDifferentiable: false };
  }

  scalar(value: number): Value {
    return this.constant(Float32Array.of(value), []);
  }

  truth(value: boolean): Value {
    return this.constant(Uint8Array.of(value ? 1 : 0), []);
  }

  integers(values: readonly number[]): Value {
    return this.constant(BigInt64Array.from(values, BigInt), [values.length]);
  }

  /** Adds a node with several outputs. */
  emitAll(
    operator: string,
    inputs: readonly Value[],
    outputs: readonly Output[],
    attributes: Readonly<Record<string, Attribute>> = {},
    backward: Backward | null = null,
  ): Value[] {
    const isDifferentiable = backward !== null && inputs.some((input) => input.isDifferentiable);
    const values = outputs.map(({ shape, type = 'float32' }): Value => {
      return { graph: this, name: `${operator}_${this.named++}`, shape, type, isDifferentiable };
    });
    this.nodes.push({ operator, inputs: inputs.map(nameOf), outputs: values.map(nameOf), attributes });
    this.steps.push({ inputs, outputs: values, backward: isDifferentiable ? backward : null });
    return values;
  }

  /** Adds a node with one output. */
  emit(
    operator: string,
    inputs: readonly Value[],
    shape: readonly Dimension[],
    attributes: Readonly<Record<string, Attribute>> = {},
    backward: ((gradient: Value) => readonly (Value | null)[]) | null = null,
    type: ElementType = 'float32',
  ): Value {
    const [value] = this.emitAll(
      operator,
      inputs,
      [{ shape, type }],
      attributes,
      backward && (([gradient]) => (gradient ? backward(gradient) : inputs.map(() => null))),
    );
    if (!value) throw new Error(`${operator} has no output`);
    return value;
  }

  /** For lookups: see RowGradient. */
  addRowGradient(table: Value, gradient: RowGradient): void {
    this.rowGradients.set(table.name, [...(this.rowGradients.get(table.name) ?? []), gradient]);
  }

  /** Writes ∂loss/∂value for everything behind `loss` into the graph. `loss` is a scalar. */
  differentiate(loss: Value): Gradients {
    const gradients = new Map<string, Value>([[loss.name, this.scalar(1)]]);
    this.rowGradients.clear();
    for (const { inputs, outputs, backward } of [...this.steps].reverse()) {
      if (!backward || outputs.every(({ name }) => !gradients.has(name))) continue;
      const flowing = backward(outputs.map(({ name }) => gradients.get(name) ?? null));
      inputs.forEach((input, at) => {
        const gradient = flowing[at];
        if (!gradient || !input.isDifferentiable) return;
        const before = gradients.get(input.name);
        // Where a value is used twice its gradients add up: the chain rule of several variables.
        gradients.set(input.name, before ? add(before, gradient) : gradient);
      });
    }
    return { dense: gradients, rows: new Map(this.rowGradients) };
  }

  /** Makes a value readable from outside under a name of its own. */
  output(name: string, value: Value): void {
    this.nodes.push({ operator: 'Identity', inputs: [value.name], outputs: [name], attributes: {} });
    this.outputs.push({ name, shape: value.shape, type: value.type });
  }

  /** Names of all that has to be fed, parameters included. */
  inputNames(): string[] {
    return this.inputs.map(({ name }) => name);
  }

  toOnnx(): Uint8Array {
    const { nodes, inputs, outputs } = this;
    return writeOnnx({ nodes, inputs, outputs, constants: [...this.constants.values()] });
  }
}

function elementTypeOf(data: ConstantData): ElementType {
  if (data instanceof Float32Array) return 'float32';
  if (data instanceof Int8Array) return 'int8';
  return data instanceof Uint8Array ? 'bool' : 'int64';
}

function nameOf({ name }: Value): string {
  return name;
}
