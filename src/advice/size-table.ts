import type { Product } from '../core/product.ts';
import { attributeOf } from '../core/product.ts';
import type { Measure, MeasureRange } from '../core/size-advice.ts';
import { normalise } from '../language/normalise.ts';
import { canonicalSize } from '../language/quantities/same-size.ts';

/** The attribute in which a shop writes a product's table: 「M：身高 160–165 厘米、体重 50–57 公斤；L：…」. */
export const SIZE_CHART = 'size-chart';

export interface SizeRow {
  size: string;
  ranges: MeasureRange[];
  /** The same size by other counts: `US8.5`, `UK8`. */
  also: string[];
}

const NAMES: [Measure, RegExp][] = [
  ['height', /身高|height/],
  ['weight', /体重|weight/],
  ['chest', /胸围|chest|bust/],
  ['waist', /腰围|waist/],
  ['foot', /脚长|foot/],
];
const CELL = /(\d+(?:\.\d+)?)(?:\s*[-–~到至]\s*(\d+(?:\.\d+)?))?\s*(毫米|mm|斤|磅|lbs?|寸|英寸|in(?:ch(?:es)?)?)?/;
const UNITS: Record<string, number> = {
  毫米: 0.1,
  mm: 0.1,
  斤: 0.5,
  磅: 0.4536,
  lb: 0.4536,
  lbs: 0.4536,
  寸: 2.54,
  英寸: 2.54,
  in: 2.54,
  inch: 2.54,
  inches: 2.54,
};

/** The table of a product in its own order; empty where the shop has written none. */
export function sizeTable(product: Product): SizeRow[] {
  const chart = attributeOf(product.attributes, SIZE_CHART);
  return readSizeTable(chart?.zh ?? chart?.en ?? '');
}

export function readSizeTable(text: string): SizeRow[] {
  return normalise(text)
    .text.toLowerCase()
    .split(/[;\n]/)
    .flatMap((line) => {
      const [name, cells] = line.split(/[:]/);
      const size = name?.trim().toUpperCase();
      if (!size || !cells) return [];
      const parts = cells.split(/[,、，]/);
      const ranges = parts.flatMap((part) => rangeIn(part));
      const also = parts.flatMap((part) => {
        const other = canonicalSize(part.trim());
        return other && /^(?:US|UK)\d/.test(other) ? [other] : [];
      });
      return ranges.length > 0 || also.length > 0 ? [{ size, ranges, also }] : [];
    });
}

function rangeIn(part: string): MeasureRange[] {
  const measure = NAMES.find(([, pattern]) => pattern.test(part))?.[0];
  const cell = CELL.exec(part);
  if (!measure || !cell) return [];
  const scale = UNITS[cell[3] ?? ''] ?? 1;
  const from = Math.round(Number(cell[1]) * scale * 10) / 10;
  return [{ measure, from, to: cell[2] ? Math.round(Number(cell[2]) * scale * 10) / 10 : from }];
}

/** US 8.5 as this product's table counts it; null where its table does not say. */
export function sizeByTable(product: Product, size: string): string | null {
  const wanted = canonicalSize(size);
  if (!wanted || !/^(?:US|UK)/.test(wanted)) return null;
  return sizeTable(product).find(({ also }) => also.includes(wanted))?.size ?? null;
}
