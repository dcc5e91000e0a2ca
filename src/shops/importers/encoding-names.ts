import type { Encoding } from '../../platform/encoding/names.ts';
import { knownEncoding } from '../../platform/encoding/names.ts';
import { failed } from './failure.ts';

/** An encoding by the names in use. @throws AppError `import.failed` */
export function encodingNamed(name: string): Encoding {
  const found = knownEncoding(name);
  if (found) return found;
  throw failed({
    zh: `不认识的编码「${name}」，可以用 utf-8 或 gb18030。`,
    en: `Unknown encoding “${name}”: use utf-8 or gb18030.`,
  });
}
