import type { Shape } from '../paint.ts';
import { ACCENT_FALL, box, disc, fill, line, MAIN_FALL, moved, oval, turned } from '../paint.ts';

const PAPER = '#fbf8f1';
const INK = '#3b3a40';
const LEAF = '#6f9a5a';

const orange = (x: number, y: number, radius: number, base: string, light: string, dark: string) =>
  [
    disc(x, y, radius, base),
    fill(
      `M${x + radius * 0.2} ${y + radius} A${radius} ${radius} 0 0 0 ${x + radius} ${y} Q${x + radius * 0.5} ${y + radius * 0.6} ${x + radius * 0.2} ${y + radius} Z`,
      dark,
      'opacity=".5"',
    ),
    oval(x - radius * 0.36, y - radius * 0.4, radius * 0.28, radius * 0.18, light, 'opacity=".8"'),
    disc(x + radius * 0.1, y - radius * 0.62, 4, dark),
  ].join('');

/** A slatted crate, heaped. */
const oranges: Shape = ({ base, light, dark }, accent) =>
  [
    box(120, 318, 360, 40, 8, accent.darker),
    ...[
      [190, 270, 58],
      [300, 236, 64],
      [408, 274, 56],
      [244, 300, 56],
      [356, 304, 58],
      [152, 316, 44],
      [446, 318, 44],
    ].map(([x = 0, y = 0, radius = 0]) => orange(x, y, radius, base, light, dark)),
    fill('M306 176 C322 140 364 132 384 148 C366 176 336 188 306 176 Z', LEAF),
    line('M312 172 C334 158 356 152 374 150', '#55794a', 4),
    fill('M182 214 C160 194 132 198 122 214 C144 228 166 228 182 214 Z', LEAF),
    box(108, 334, 384, 44, 8, ACCENT_FALL),
    box(108, 384, 384, 36, 8, accent.base),
    box(108, 426, 384, 32, 8, accent.dark),
    box(122, 326, 28, 134, 6, accent.light),
    box(450, 326, 28, 134, 6, accent.light),
    ...[136, 464].flatMap((x) => [350, 402, 442].map((y) => disc(x, y, 4, accent.darker))),
  ].join('');

/** A quarterly, lying a little askew on the one before it. */
const magazine: Shape = (main, accent) =>
  [
    turned(9, box(176, 118, 280, 366, 6, accent.dark)),
    turned(9, box(182, 118, 268, 360, 4, PAPER)),
    turned(
      -4,
      [
        box(150, 104, 290, 376, 5, main.darker),
        box(158, 104, 284, 372, 5, PAPER),
        box(150, 100, 284, 372, 5, MAIN_FALL),
        box(150, 100, 14, 372, 5, main.darker, 'opacity=".5"'),
        box(186, 128, 160, 30, 4, PAPER),
        box(186, 170, 92, 10, 4, PAPER, 'opacity=".7"'),
        disc(346, 262, 42, accent.base),
        fill('M164 392 C220 314 268 336 308 374 C350 330 396 340 434 372 V472 H164 Z', main.dark),
        fill('M164 424 C232 380 330 402 434 410 V472 H164 Z', accent.dark, 'opacity=".8"'),
        line('M196 300 C212 288 226 288 240 298 M214 286 C228 276 240 276 252 284', PAPER, 4),
        box(186, 438, 70, 9, 4, PAPER, 'opacity=".8"'),
        box(186, 452, 44, 7, 3, PAPER, 'opacity=".6"'),
      ].join(''),
    ),
  ].join('');

const loaf = (main: string, dark: string, light: string) =>
  [
    fill('M0 70 C-8 20 30 0 80 0 C130 0 168 20 160 70 C158 84 150 90 138 90 H22 C10 90 2 84 0 70 Z', main),
    fill('M0 70 C2 84 10 90 22 90 H138 C150 90 158 84 160 70 C130 80 30 80 0 70 Z', dark),
    ...[40, 76, 112].map((x) => line(`M${x} 18 C${x + 12} 30 ${x + 12} 44 ${x + 4} 58`, light, 7)),
  ].join('');

/** A card with a code under a strip, half out of its sleeve. */
const codecard: Shape = (main, accent) =>
  [
    turned(
      -8,
      [
        box(156, 150, 300, 196, 18, main.darker),
        box(156, 144, 300, 196, 18, MAIN_FALL),
        moved(190, 176, loaf(accent.base, accent.dark, accent.light), 0.72),
        box(330, 176, 96, 12, 6, PAPER, 'opacity=".85"'),
        box(330, 198, 64, 9, 4, PAPER, 'opacity=".6"'),
        box(190, 276, 232, 34, 6, '#b9bec6'),
        ...[0, 1, 2, 3, 4].map((step) => line(`M${204 + step * 42} 302 L${224 + step * 42} 284`, '#dfe3e8', 7)),
      ].join(''),
    ),
    turned(
      4,
      [
        fill('M140 318 H470 V448 C470 456 464 462 456 462 H154 C146 462 140 456 140 448 Z', accent.dark),
        fill('M140 318 H470 V440 C470 450 464 456 456 456 H154 C146 456 140 450 140 440 Z', PAPER),
        fill('M262 318 A44 34 0 0 0 348 318 Z', main.light),
        box(172, 392, 130, 12, 6, INK, 'opacity=".75"'),
        box(172, 416, 84, 9, 4, INK, 'opacity=".4"'),
        disc(420, 408, 22, main.base),
        line('M410 408 L418 416 L432 400', PAPER, 6),
      ].join(''),
    ),
  ].join('');

/** A record in its case, still sealed. */
const disccase: Shape = (main, accent) =>
  [
    disc(392, 286, 138, '#c9ced6'),
    disc(392, 286, 138, accent.light, 'opacity=".35"'),
    fill('M392 286 L500 200 A138 138 0 0 1 528 260 Z', '#ffffff', 'opacity=".55"'),
    disc(392, 286, 40, '#eef0f3'),
    disc(392, 286, 16, INK, 'opacity=".7"'),
    box(112, 130, 316, 322, 10, main.darker),
    box(112, 126, 316, 320, 10, '#d8dde3'),
    box(140, 134, 280, 304, 4, MAIN_FALL),
    box(112, 126, 24, 320, 8, main.darker, 'opacity=".65"'),
    disc(340, 210, 34, accent.base),
    ...[170, 214, 258, 302, 346, 390].map((x, index) =>
      line(`M${x} ${262 + (index % 3) * 26} l-14 54`, main.lighter, 5, 'opacity=".75"'),
    ),
    box(164, 160, 108, 16, 6, PAPER),
    box(164, 186, 66, 10, 5, PAPER, 'opacity=".65"'),
    fill('M136 126 H428 V154 L136 446 Z', '#ffffff', 'opacity=".14"'),
    box(112, 404, 316, 18, 0, accent.dark, 'opacity=".9"'),
  ].join('');

export const LARDER_SHAPES: Record<string, Shape> = { oranges, magazine, codecard, disccase };
