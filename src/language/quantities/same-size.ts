import { normalise } from '../normalise.ts';
import { shiftDecimal, trimDecimal } from './decimal.ts';

/** One spelling for equal sizes: `42`, `38.5`, `XXL`, `1700ml`, `180cm`; null where it is none. */
export function canonicalSize(text: string): string | null {
  const size = normalise(text)
    .text.toUpperCase()
    .replace(/\s+/g, '')
    .replace(/^(?:EUR?|EU码|欧码)(?=\d)/, '')
    .replace(/(?<=\d\D*)(?:床|款|的|BED)$/, '');
  const letters = /^(?:(\d{1,2})X|(X{0,5}))([SML])(?:码|号)?$/.exec(size);
  if (letters) {
    const [, count, xs = '', letter = ''] = letters;
    return count ? `${'X'.repeat(Number(count))}${letter}` : `${xs}${letter}`;
  }
  const system = /^(US|UK|美码|英码)(\d{1,2}(?:\.5)?)$/.exec(size);
  if (system) return `${/US|美/.test(system[1] ?? '') ? 'US' : 'UK'}${system[2]}`;
  const number = /^(\d{1,3}(?:\.\d+)?)(?:码|号)?(半)?$/.exec(size);
  if (number) return number[2] ? `${number[1]}.5` : trimDecimal(number[1] ?? '');
  const volume = /^(\d+(?:\.\d+)?)(ML|毫升|L|升|公升|LITERS?|LITRES?)$/.exec(size);
  if (volume) return `${shiftDecimal(volume[1] ?? '', /^(?:ML|毫升)$/.test(volume[2] ?? '') ? 0 : 3)}ml`;
  const metres = /^(\d)(?:M|米)(\d{1,2})$/.exec(size);
  if (metres) return `${metres[1]}${(metres[2] ?? '').padEnd(2, '0')}cm`;
  const length = /^(\d+(?:\.\d+)?)(CM|厘米|公分|M|米|METERS?|METRES?)$/.exec(size);
  if (length) return `${shiftDecimal(length[1] ?? '', /^(?:CM|厘米|公分)$/.test(length[2] ?? '') ? 0 : 2)}cm`;
  const inches = /^(\d+(?:\.\d+)?)(?:寸|英寸|吋|INCH(?:ES)?|")$/.exec(size);
  if (inches) return `${trimDecimal(inches[1] ?? '')}in`;
  if (/^(?:均码|ONESIZE|FREESIZE|F)$/.test(size)) return 'ONE SIZE';
  return (
    {
      小码: 'S',
      小号: 'S',
      中码: 'M',
      中号: 'M',
      大码: 'L',
      大号: 'L',
      加大: 'XL',
      加大码: 'XL',
      加大号: 'XL',
      特大号: 'XXL',
      SMALL: 'S',
      MEDIUM: 'M',
      LARGE: 'L',
      EXTRALARGE: 'XL',
    }[size] ?? null
  );
}

export function sameSize(a: string, b: string): boolean {
  const left = canonicalSize(a);
  return left !== null
    ? left === canonicalSize(b)
    : normalise(a).text.trim().toLowerCase() === normalise(b).text.trim().toLowerCase();
}

/** Sizes of clothing from small to large. */
const LETTERS = ['XXS', 'XS', 'S', 'M', 'L', 'XL', 'XXL', 'XXXL', 'XXXXL'];

/** Where a size stands among its kind: letters by their order, all others by their number; NaN where it has neither. */
export function sizeRank(size: string): number {
  const letter = LETTERS.indexOf(canonicalSize(size) ?? '');
  return letter >= 0 ? letter : Number(/\d+(?:\.\d+)?/.exec(size)?.[0] ?? Number.NaN);
}

/** The size so many steps up or down: 42 → 43, 38 → 38.5, M → L; null where sizes of that kind have no order. */
export function stepSize(size: string, steps: number): string | null {
  const known = canonicalSize(size);
  if (known === null) return null;
  const letter = LETTERS.indexOf(known);
  if (letter >= 0) return LETTERS[letter + Math.sign(steps) * Math.ceil(Math.abs(steps))] ?? null;
  const number = /^((?:US|UK)?)(\d{1,2}(?:\.5)?)$/.exec(known);
  if (!number) return null;
  const next = Number(number[2]) + steps;
  return next > 0 ? `${number[1]}${next}` : null;
}
