import type { Localized } from '../../core/locale.ts';
import type { Attribute } from '../../core/product.ts';

/** Standard keys by the names that shops write, with their labels in both languages. */
const KNOWN: [key: string, zh: string, en: string, ...names: string[]][] = [
  ['colour', '颜色', 'Colour', 'color', '颜色分类', '色号'],
  ['size', '尺码', 'Size', '尺寸', '码数', '大小', '鞋码'],
  ['capacity', '容量', 'Capacity'],
  ['material', '材质', 'Material', '材料', '面料'],
  ['style', '风格', 'Style', '款式'],
  ['version', '版本', 'Version'],
  ['series', '系列', 'Series'],
  ['memory', '内存', 'Memory', 'ram'],
  ['storage', '存储', 'Storage'],
  ['weight', '重量', 'Weight'],
  ['type', '类型', 'Type'],
  ['brand', '品牌', 'Brand'],
  ['length', '长度', 'Length'],
  ['height', '高度', 'Height'],
  ['waterproof', '防水', 'Waterproof'],
];

const BY_NAME = new Map(
  KNOWN.flatMap(([key, zh, en, ...names]) => [key, zh, ...names].map((name) => [name, { key, zh, en }])),
);

/** An option or attribute under its standard key, or the shop's own name where there is none. */
export function attribute(name: string, value: Localized): Attribute {
  const trimmed = name.trim();
  const known = BY_NAME.get(trimmed.toLowerCase());
  if (known) return { key: known.key, label: { zh: labelZh(trimmed, known.zh), en: known.en }, value };
  const han = /\p{Script=Han}/u.test(trimmed);
  const label: Localized = han ? { zh: trimmed } : { en: trimmed.charAt(0).toUpperCase() + trimmed.slice(1) };
  return { key: trimmed.toLowerCase().replace(/\s+/g, '-'), label, value };
}

/** The shop's own Chinese word stays: a screen has 尺寸, a shoe 尺码. */
function labelZh(name: string, standard: string): string {
  return /\p{Script=Han}/u.test(name) ? name : standard;
}

/** In the language it is written in. */
export function written(text: string): Localized {
  return /\p{Script=Han}/u.test(text) ? { zh: text } : /\p{Letter}/u.test(text) ? { en: text } : { zh: text, en: text };
}
