import type { Attribute } from '../../../core/product.ts';
import { readData } from '../pair.ts';

type Row = Record<string, string | number>;
const charts = readData<Record<string, Record<string, Row>>>('products', 'sizes.yaml');

const CELLS: Record<string, { zh: string; en: string; unit: { zh: string; en: string } }> = {
  height: { zh: '身高', en: 'height', unit: { zh: '厘米', en: 'cm' } },
  weight: { zh: '体重', en: 'weight', unit: { zh: '公斤', en: 'kg' } },
  waist: { zh: '腰围', en: 'waist', unit: { zh: '厘米', en: 'cm' } },
  foot: { zh: '脚长', en: 'foot', unit: { zh: '厘米', en: 'cm' } },
};

/** The table of that name, of the sizes that the product comes in, as an attribute that people can read too. */
export function sizeChart(name: string, sizes: readonly (string | number)[]): Attribute {
  const rows = sizes.flatMap((size) => {
    const row = charts[name]?.[String(size)];
    return row ? [{ size: String(size), row }] : [];
  });
  const write = (locale: 'zh' | 'en') =>
    rows.map(({ size, row }) => {
      const cells = Object.entries(row).map(([key, value]) => {
        const cell = CELLS[key];
        const range = String(value).replace('-', '–');
        return cell ? `${cell[locale]} ${range} ${cell.unit[locale]}` : `${key.toUpperCase()} ${value}`;
      });
      return locale === 'zh' ? `${size}：${cells.join('、')}` : `${size}: ${cells.join(', ')}`;
    });
  return {
    key: 'size-chart',
    label: { zh: '尺码表', en: 'Size chart' },
    value: { zh: write('zh').join('；'), en: write('en').join('; ') },
  };
}
