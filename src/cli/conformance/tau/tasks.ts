import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { failure } from '../../exit.ts';

/** One call of a task's reference actions, in the benchmark's own words. */
export interface ToolCall {
  name: string;
  kwargs: Record<string, unknown>;
}

/** What a customer wants, and the state of the shop that a right clerk leaves behind. */
export interface Task {
  index: number;
  userId: string;
  actions: ToolCall[];
  /** Calls that the benchmark's own tools answer with an error: nothing may be done. */
  refused: number[];
  /** Full records of what is different afterwards. */
  changed: { orders: Record<string, unknown>; users: Record<string, unknown> };
}

const Tasks = z.array(
  z.object({
    index: z.int(),
    user_id: z.string(),
    actions: z.array(z.object({ name: z.string(), kwargs: z.record(z.string(), z.unknown()) })),
  }),
);

const records = z.record(z.string(), z.unknown()).default({});
const Expectations = z.array(
  z.object({
    index: z.int(),
    errors: z.array(z.object({ i: z.int() })),
    changed: z.object({ orders: records, users: records }),
  }),
);

/** The tasks of a split with their expected ends: `tasks_<split>.json` and `expected_<split>.json`. */
export function loadTasks(directory: string, split: string): Task[] {
  const expected = new Map(read(directory, `expected_${split}.json`, Expectations).map((each) => [each.index, each]));
  return read(directory, `tasks_${split}.json`, Tasks).map(({ index, user_id: userId, actions }) => {
    const end = expected.get(index);
    if (!end)
      throw failure('conformance.data', {
        zh: `expected_${split}.json 里没有第 ${index} 个任务。`,
        en: `expected_${split}.json has no task ${index}.`,
      });
    return { index, userId, actions, refused: end.errors.map(({ i }) => i), changed: end.changed };
  });
}

function read<T>(directory: string, file: string, schema: z.ZodType<T>): T {
  const path = join(directory, file);
  if (!existsSync(path)) throw failure('conformance.data', { zh: `没有找到 ${path}。`, en: `There is no ${path}.` });
  const result = schema.safeParse(jsonOf(path));
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw failure('conformance.data', {
    zh: `${path} 读不懂：${issue?.path.join('.')} ${issue?.message}`,
    en: `${path} is not as expected: ${issue?.path.join('.')} ${issue?.message}`,
  });
}

function jsonOf(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    throw failure('conformance.data', { zh: `${path} 不是 JSON。`, en: `${path} is no JSON.` }, cause);
  }
}
