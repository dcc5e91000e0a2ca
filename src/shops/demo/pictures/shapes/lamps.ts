import type { Shape } from '../paint.ts';
import { ACCENT_FALL, ACCENT_ROUND, box, disc, fill, glow, line, MAIN_FALL, oval } from '../paint.ts';

const GLOW = '#ffedb8';

const desklamp: Shape = (main, accent) =>
  [
    fill('M120 238 L76 452 H384 L300 206 Z', GLOW, 'opacity=".5"'),
    oval(410, 446, 104, 20, main.darker),
    fill(
      'M310 436 C312 420 352 410 410 410 C468 410 508 420 510 436 C510 450 466 458 410 458 C354 458 310 450 310 436 Z',
      MAIN_FALL,
    ),
    line('M410 426 L450 286', accent.dark, 18),
    line('M406 426 L446 286', accent.base, 12),
    line('M450 286 L268 150', accent.dark, 18),
    line('M450 282 L268 146', accent.base, 12),
    disc(450, 284, 22, main.base),
    disc(450, 284, 10, accent.dark),
    fill(
      'M294 112 C314 124 322 150 312 176 L300 210 L112 244 C104 190 150 128 214 108 C244 100 272 100 294 112 Z',
      MAIN_FALL,
    ),
    fill('M112 244 L300 210 C304 222 290 232 268 238 L150 258 C128 260 114 256 112 244 Z', '#fff6d6'),
    fill('M140 206 C156 166 192 136 238 124 C206 148 184 176 172 216 Z', '#ffffff', 'opacity=".5"'),
    disc(286, 138, 15, accent.base),
    oval(410, 428, 22, 6, accent.light),
  ].join('');

const bedsidelamp: Shape = (_main, accent) =>
  [
    glow(300, 270, 260),
    fill(
      'M252 300 H348 C350 360 362 410 396 440 C404 450 398 460 384 460 H216 C202 460 196 450 204 440 C238 410 250 360 252 300 Z',
      ACCENT_ROUND,
    ),
    fill('M258 306 C254 366 244 410 222 446 H248 C266 410 274 360 276 306 Z', '#ffffff', 'opacity=".4"'),
    fill(
      'M102 306 C96 196 184 118 300 118 C416 118 504 196 498 306 C496 330 476 336 452 330 C400 318 200 318 148 330 C124 336 104 330 102 306 Z',
      MAIN_FALL,
    ),
    fill('M148 330 C200 318 400 318 452 330 C440 346 380 352 300 352 C220 352 160 346 148 330 Z', '#fff0c2'),
    fill(
      'M142 270 C148 206 198 160 262 148 C212 182 190 224 188 282 C174 290 148 292 142 270 Z',
      '#ffffff',
      'opacity=".55"',
    ),
    disc(380, 214, 20, accent.light, 'opacity=".7"'),
    disc(424, 270, 13, accent.light, 'opacity=".7"'),
    disc(318, 258, 15, accent.light, 'opacity=".7"'),
    oval(300, 450, 12, 4, accent.dark),
  ].join('');

const floorlamp: Shape = (main, accent) =>
  [
    glow(300, 170, 220),
    line('M300 236 L402 456', accent.dark, 16),
    line('M300 236 L198 456', accent.base, 16),
    line('M300 236 L312 462', accent.light, 16),
    line('M252 344 H352', accent.dark, 9),
    disc(300, 250, 20, main.base),
    fill('M226 62 H374 L424 226 C424 240 368 250 300 250 C232 250 176 240 176 226 Z', '#f7ecd6'),
    fill('M226 62 H374 L424 226 C424 240 368 250 300 250 C232 250 176 240 176 226 Z', ACCENT_FALL, 'opacity=".18"'),
    fill(
      'M176 226 C176 214 232 206 300 206 C368 206 424 214 424 226 C424 240 368 250 300 250 C232 250 176 240 176 226 Z',
      '#fff4d0',
    ),
    oval(300, 62, 74, 10, '#efe0c2'),
    [0, 1, 2, 3, 4, 5, 6]
      .map((rib) => line(`M${236 + rib * 21} 70 L${192 + rib * 36} 216`, '#e4d4b4', 2.5, 'opacity=".8"'))
      .join(''),
    line('M226 64 L176 226', '#ffffff', 4, 'opacity=".7"'),
    line('M360 462 C420 456 452 462 470 442', main.dark, 4),
    box(456, 432, 34, 16, 8, main.base),
  ].join('');

export const LAMP_SHAPES: Record<string, Shape> = { desklamp, bedsidelamp, floorlamp };
