import { MessageWriter } from './protobuf.ts';

// Field numbers and type codes: https://github.com/onnx/onnx/blob/main/onnx/onnx.proto

export type ElementType = 'float32' | 'int8' | 'int32' | 'int64' | 'bool';
const TYPE_CODES: Record<ElementType, number> = { float32: 1, int8: 3, int32: 6, int64: 7, bool: 9 };

/** A size, or the name of one that is known only when the graph runs. */
export type Dimension = number | string;

export type Attribute = { int: number } | { ints: readonly number[] } | { float: number };

export interface OnnxNode {
  operator: string;
  inputs: readonly string[];
  outputs: readonly string[];
  attributes: Readonly<Record<string, Attribute>>;
}
export interface OnnxTensor {
  name: string;
  type: ElementType;
  shape: readonly number[];
  data: ArrayBufferView;
}
export interface OnnxPort {
  name: string;
  type: ElementType;
  shape: readonly Dimension[];
}
export interface OnnxGraph {
  nodes: readonly OnnxNode[];
  constants: readonly OnnxTensor[];
  inputs: readonly OnnxPort[];
  outputs: readonly OnnxPort[];
}

const IR_VERSION = 8;
const OPERATOR_SET = 18;

/** The bytes of a standard `.onnx` file. */
export function writeOnnx(graph: OnnxGraph, name = 'xiaoer'): Uint8Array {
  const body = new MessageWriter();
  for (const node of graph.nodes) body.message(1, nodeMessage(node));
  body.text(2, name);
  for (const constant of graph.constants) body.message(5, tensorMessage(constant));
  for (const input of graph.inputs) body.message(11, portMessage(input));
  for (const output of graph.outputs) body.message(12, portMessage(output));
  const operatorSet = new MessageWriter().text(1, '').integer(2, OPERATOR_SET);
  return new MessageWriter().integer(1, IR_VERSION).text(2, name).message(7, body).message(8, operatorSet).finish();
}

function nodeMessage({ operator, inputs, outputs, attributes }: OnnxNode): MessageWriter {
  const message = new MessageWriter();
  for (const input of inputs) message.text(1, input);
  for (const output of outputs) message.text(2, output);
  message.text(3, outputs[0] ?? operator).text(4, operator);
  for (const [name, value] of Object.entries(attributes)) message.message(5, attributeMessage(name, value));
  return message;
}

function attributeMessage(name: string, value: Attribute): MessageWriter {
  const message = new MessageWriter().text(1, name);
  if ('float' in value) return message.float(2, value.float).integer(20, 1);
  if ('int' in value) return message.integer(3, value.int).integer(20, 2);
  for (const each of value.ints) message.integer(8, each);
  return message.integer(20, 7);
}

function tensorMessage({ name, type, shape, data }: OnnxTensor): MessageWriter {
  const message = new MessageWriter();
  for (const size of shape) message.integer(1, size);
  return message
    .integer(2, TYPE_CODES[type])
    .text(8, name)
    .bytes(9, new Uint8Array(data.buffer, data.byteOffset, data.byteLength));
}

function portMessage({ name, type, shape }: OnnxPort): MessageWriter {
  const dimensions = new MessageWriter();
  for (const size of shape)
    dimensions.message(
      1,
      typeof size === 'number' ? new MessageWriter().integer(1, size) : new MessageWriter().text(2, size),
    );
  const tensor = new MessageWriter().integer(1, TYPE_CODES[type]).message(2, dimensions);
  return new MessageWriter().text(1, name).message(2, new MessageWriter().message(1, tensor));
}
