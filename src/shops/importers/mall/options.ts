import { z } from 'zod';
import type { Attribute } from '../../../core/product.ts';
import { attribute, written } from '../attributes.ts';

const pairs = z.array(z.object({ key: z.coerce.string(), value: z.coerce.string() }));

/** `[{"key":"颜色","value":"金色"}]` as options; null when it is something else. Empty text is no options. */
export function readOptions(text: string): Attribute[] | null {
  if (text === '') return [];
  try {
    const parsed = pairs.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data.map(({ key, value }) => attribute(key, written(value))) : null;
  } catch {
    return null;
  }
}

/** The values of `颜色：金色;内存：16G`, to tell lines of one product apart: the names differ from those of the order. */
export function optionValues(text: string): string[] {
  return text
    .split(/[;；]/)
    .map((pair) => pair.split(/[:：]/).at(-1)?.trim() ?? '')
    .filter((value) => value !== '');
}
