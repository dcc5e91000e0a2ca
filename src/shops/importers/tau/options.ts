import type { Attribute } from '../../../core/product.ts';
import { attribute, written } from '../attributes.ts';

/** Under standard keys, with the data's own beside them: a record that is compared with the original goes back under those. */
export function optionsOf(options: Record<string, string>): Attribute[] {
  return Object.entries(options).map(([sourceKey, value]) => {
    const known = attribute(sourceKey, written(value));
    return known.key === sourceKey ? known : { ...known, sourceKey };
  });
}
