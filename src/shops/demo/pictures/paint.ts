/** Colours of the pictures by the names that the catalogue uses. */
const HEX: Record<string, string> = {
  black: '#34363c',
  white: '#f4f3ef',
  grey: '#a3a8af',
  charcoal: '#51565e',
  silver: '#c6cad0',
  navy: '#2f4468',
  blue: '#3f74b8',
  sky: '#8dbce4',
  green: '#4f8a6b',
  olive: '#77794d',
  mint: '#a3d3bf',
  red: '#cf4b44',
  burgundy: '#7f2f40',
  pink: '#eeb0b7',
  coral: '#ec8468',
  orange: '#ee9040',
  yellow: '#f4cb54',
  mustard: '#d19f3a',
  beige: '#dfcfb6',
  khaki: '#bba67f',
  camel: '#bd8c58',
  brown: '#7d5640',
  walnut: '#80583d',
  oak: '#d2a873',
  purple: '#7d659f',
  lavender: '#b9a7d6',
  cream: '#f3e8d3',
};

/** One colour in the steps that give a flat drawing its body. Light falls from the upper left. */
export interface Tones {
  base: string;
  light: string;
  lighter: string;
  dark: string;
  darker: string;
}

function channels(hex: string): [number, number, number] {
  const value = Number.parseInt(hex.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

export function mix(from: string, to: string, share: number): string {
  const target = channels(to);
  const mixed = channels(from).map((channel, index) => Math.round(channel + ((target[index] ?? 0) - channel) * share));
  return `#${mixed.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

export function tones(colour: string): Tones {
  const base = HEX[colour];
  if (!base) throw new RangeError(`no colour ${colour}`);
  return {
    base,
    light: mix(base, '#fffaf2', 0.24),
    lighter: mix(base, '#fffaf2', 0.5),
    dark: mix(base, '#1d1f33', 0.2),
    darker: mix(base, '#1d1f33', 0.4),
  };
}

/** A drawing on a 600 × 600 sheet, standing on the ground at about y = 460. */
export type Shape = (main: Tones, accent: Tones) => string;

export const fill = (d: string, colour: string, more = '') => `<path d="${d}" fill="${colour}"${more && ` ${more}`}/>`;

export const line = (d: string, colour: string, width: number, more = '') =>
  `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"${more && ` ${more}`}/>`;

export const box = (x: number, y: number, width: number, height: number, radius: number, colour: string, more = '') =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}" fill="${colour}"${more && ` ${more}`}/>`;

export const disc = (x: number, y: number, radius: number, colour: string, more = '') =>
  `<circle cx="${x}" cy="${y}" r="${radius}" fill="${colour}"${more && ` ${more}`}/>`;

export const oval = (x: number, y: number, width: number, height: number, colour: string, more = '') =>
  `<ellipse cx="${x}" cy="${y}" rx="${width}" ry="${height}" fill="${colour}"${more && ` ${more}`}/>`;

/** Mirrored left to right about the middle of the sheet. */
export const mirrored = (drawing: string) => `<g transform="translate(600 0) scale(-1 1)">${drawing}</g>`;

export const turned = (degrees: number, drawing: string, x = 300, y = 300) =>
  `<g transform="rotate(${degrees} ${x} ${y})">${drawing}</g>`;

export const moved = (x: number, y: number, drawing: string, scale = 1) =>
  `<g transform="translate(${x} ${y})${scale === 1 ? '' : ` scale(${scale})`}">${drawing}</g>`;

/** Every picture offers these: round bodies (`main-round`, `accent-round`), standing planes (`main-fall`, `accent-fall`). */
export const gradients = (main: Tones, accent: Tones) =>
  [['main', main] as const, ['accent', accent] as const]
    .map(
      ([name, { base, light, lighter, dark }]) =>
        `<linearGradient id="${name}-round" x1="0" x2="1" y1="0" y2="0"><stop offset="0" stop-color="${base}"/><stop offset=".22" stop-color="${lighter}"/><stop offset=".55" stop-color="${base}"/><stop offset="1" stop-color="${dark}"/></linearGradient>` +
        `<linearGradient id="${name}-fall" x1=".2" x2=".6" y1="0" y2="1"><stop offset="0" stop-color="${light}"/><stop offset=".5" stop-color="${base}"/><stop offset="1" stop-color="${dark}"/></linearGradient>`,
    )
    .join('');

export const MAIN_ROUND = 'url(#main-round)';
export const MAIN_FALL = 'url(#main-fall)';
export const ACCENT_ROUND = 'url(#accent-round)';
export const ACCENT_FALL = 'url(#accent-fall)';

/** Lamplight that fades out. */
export const glow = (x: number, y: number, radius: number) => disc(x, y, radius, 'url(#glow)');

/** A drawing of the left side, and its mirror image on the right. */
export const both = (drawing: string) => drawing + mirrored(drawing);

/** Three wisps over something hot. */
export const steam = (x: number, y: number) =>
  [0, 1, 2].map((wisp) => line(`M${x + wisp * 26} ${y} c-14 -18 14 -30 0 -50`, '#ffffff', 6, 'opacity=".6"')).join('');
