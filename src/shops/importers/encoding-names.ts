import { failed } from './failure.ts';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

const NAMES: Record<string, Encoding> = {
  utf8: 'utf-8',
  'utf-8': 'utf-8',
  gb18030: 'gb18030',
  gbk: 'gb18030',
  gb2312: 'gb18030',
  cp936: 'gb18030',
  'utf-16': 'utf-16le',
  'utf-16le': 'utf-16le',
  'utf-16be': 'utf-16be',
};

/** An encoding by the names in use. @throws AppError `import.failed` */
export function encodingNamed(name: string): Encoding {
  const found = NAMES[name.trim().toLowerCase()];
  if (found) return found;
  throw failed({
    zh: `不认识的编码「${name}」，可以用 utf-8 或 gb18030。`,
    en: `Unknown encoding “${name}”: use utf-8 or gb18030.`,
  });
}
