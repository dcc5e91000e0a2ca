import type { Shape } from '../paint.ts';
import {
  ACCENT_FALL,
  ACCENT_ROUND,
  box,
  disc,
  fill,
  line,
  MAIN_FALL,
  MAIN_ROUND,
  mirrored,
  moved,
  oval,
  turned,
} from '../paint.ts';

const SCREEN = '#16191f';

const headphones: Shape = (main, accent) =>
  [
    line('M126 330 C110 150 200 76 300 76 C400 76 490 150 474 330', main.darker, 34),
    line('M128 320 C114 156 204 82 300 82 C396 82 486 156 472 320', main.base, 22),
    line('M150 236 C168 140 232 98 300 96', main.light, 8, 'opacity=".8"'),
    fill('M190 122 C224 84 376 84 410 122 C388 100 212 100 190 122 Z', main.lighter, 'opacity=".5"'),
    [
      box(104, 268, 46, 74, 18, accent.base),
      box(128, 282, 84, 170, 42, main.darker),
      fill(
        'M96 366 C96 312 116 276 146 276 C170 276 182 312 182 366 C182 420 170 456 146 456 C116 456 96 420 96 366 Z',
        MAIN_FALL,
      ),
      fill(
        'M112 360 C112 322 124 298 142 294 C130 318 126 340 128 372 C124 384 112 380 112 360 Z',
        '#ffffff',
        'opacity=".28"',
      ),
      oval(142, 366, 26, 56, main.dark, 'opacity=".45"'),
    ]
      .map((part) => part + mirrored(part))
      .join(''),
    disc(142, 366, 9, accent.base),
    disc(458, 366, 9, accent.base),
  ].join('');

const bud = (body: string, light: string, dark: string, tip: string) =>
  [
    fill(
      'M60 0 C94 0 118 24 118 58 C118 86 104 104 86 112 L82 214 C80 234 50 236 46 214 L40 106 C16 96 2 80 4 54 C8 22 30 0 60 0 Z',
      body,
    ),
    fill('M60 0 C30 0 8 22 4 54 C2 66 6 78 14 88 C18 44 40 24 74 16 C80 10 76 0 60 0 Z', light),
    oval(14, 62, 24, 30, tip, 'transform="rotate(-14 14 62)"'),
    oval(6, 62, 11, 18, dark, 'transform="rotate(-14 6 62)"'),
    box(56, 196, 16, 22, 6, dark, 'opacity=".5"'),
    oval(84, 44, 12, 7, dark, 'opacity=".5"'),
  ].join('');

const earbuds: Shape = (main, accent) =>
  [
    moved(196, 92, turned(-12, bud(main.base, main.lighter, main.darker, accent.base), 60, 100), 0.98),
    moved(
      420,
      96,
      `<g transform="scale(-1 1)">${turned(-12, bud(main.base, main.lighter, main.darker, accent.base), 60, 100)}</g>`,
      0.98,
    ),
    fill(
      'M128 350 C128 320 158 306 200 306 H400 C442 306 472 320 472 350 V392 C472 434 442 460 396 460 H204 C158 460 128 434 128 392 Z',
      MAIN_FALL,
    ),
    fill('M128 350 C128 320 158 306 200 306 H400 C442 306 472 320 472 350 C440 368 160 368 128 350 Z', accent.light),
    fill('M200 330 C220 318 260 318 272 334 C262 348 212 348 200 330 Z', accent.darker, 'opacity=".6"'),
    fill('M328 334 C340 318 380 318 400 330 C388 348 338 348 328 334 Z', accent.darker, 'opacity=".6"'),
    fill('M148 380 C150 420 172 444 206 448 C180 428 170 404 170 374 Z', '#ffffff', 'opacity=".5"'),
    disc(300, 408, 7, '#7ec699'),
  ].join('');

const powerbank: Shape = (main, accent) =>
  [
    line('M420 150 C484 130 506 190 476 226 C440 268 470 316 502 300', accent.base, 14),
    box(480, 276, 30, 42, 7, '#c6cad0', 'transform="rotate(24 495 297)"'),
    box(182, 96, 238, 364, 40, MAIN_ROUND),
    box(196, 110, 210, 336, 30, main.light, 'opacity=".28"'),
    fill(
      'M206 150 C206 130 216 120 234 118 H250 C240 220 238 330 240 432 C218 434 206 424 206 404 Z',
      '#ffffff',
      'opacity=".3"',
    ),
    box(232, 136, 138, 70, 16, SCREEN),
    line('M256 152 h18 v16 h-18 v20 h18 v-20 M292 152 h18 v36 h-18 Z', '#8fe0b6', 5),
    line('M336 164 l-10 14 h14 l-10 14', '#f4cb54', 5),
    box(262, 446, 32, 10, 4, main.darker),
    box(312, 446, 32, 10, 4, main.darker),
    disc(300, 392, 16, accent.base),
    [0, 1, 2, 3].map((led) => disc(270 + led * 20, 244, 5, led < 3 ? accent.base : main.darker)).join(''),
  ].join('');

const charger: Shape = () =>
  [
    line('M352 386 C440 396 500 380 496 300 C492 220 430 214 430 160', '#d7dadf', 15),
    box(414, 96, 34, 70, 9, '#b9bec6'),
    box(421, 78, 20, 24, 4, '#8d949d'),
    box(214, 82, 18, 70, 5, '#b9bec6'),
    box(286, 82, 18, 70, 5, '#b9bec6'),
    fill(
      'M148 170 C148 152 160 142 180 142 H338 C358 142 370 152 370 170 L382 424 C382 446 368 458 346 458 H172 C150 458 136 446 136 424 Z',
      MAIN_FALL,
    ),
    fill(
      'M164 178 C164 164 172 158 186 158 H206 C194 240 188 340 190 440 C166 444 156 436 156 414 Z',
      '#ffffff',
      'opacity=".6"',
    ),
    box(196, 300, 126, 124, 24, '#e4e6ea'),
    box(216, 320, 86, 20, 10, '#3b3f47'),
    box(216, 354, 86, 20, 10, '#3b3f47'),
    box(216, 388, 86, 18, 4, '#3b3f47'),
    box(302, 372, 60, 26, 8, '#c9cdd3'),
    `<text x="259" y="246" font-family="Helvetica,Arial,sans-serif" font-size="44" font-weight="700" text-anchor="middle" fill="#8f959e">65W</text>`,
  ].join('');

const keyboard: Shape = (main, accent) => {
  const rows = [14, 14, 14, 13];
  const keys = rows
    .map((count, row) =>
      [...Array(count).keys()]
        .map((key) => {
          const special = (row === 0 && key === 0) || (row === 2 && key === count - 1);
          const tone = special
            ? accent
            : key === 0 || key === count - 1
              ? { ...main, base: main.dark, light: main.base, darker: main.darker }
              : main;
          const x = 90 + key * 30.2;
          const y = 222 + row * 40;
          return (
            box(x, y + 4, 27, 35, 6, tone.darker, 'opacity=".55"') +
            box(x, y, 27, 34, 6, tone.base) +
            box(x + 4, y + 3, 19, 22, 5, tone.light)
          );
        })
        .join(''),
    )
    .join('');
  return [
    line('M300 206 C300 150 330 140 320 84', accent.dark, 9),
    box(66, 200, 468, 226, 24, main.darker),
    box(66, 192, 468, 222, 24, MAIN_FALL),
    box(82, 210, 436, 206, 12, main.darker, 'opacity=".5"'),
    keys,
    box(90, 382, 56, 32, 6, main.base),
    box(150, 382, 56, 32, 6, main.base),
    box(210, 382, 182, 32, 6, accent.base),
    box(218, 386, 166, 18, 5, accent.light),
    [0, 1, 2, 3].map((key) => box(396 + key * 30, 382, 27, 32, 6, main.base)).join(''),
    disc(498, 206, 5, '#7ec699'),
  ].join('');
};

const mouse: Shape = (main, accent) =>
  [
    fill(
      'M300 100 C400 100 436 176 436 286 C436 396 390 460 300 460 C210 460 164 396 164 286 C164 176 200 100 300 100 Z',
      MAIN_ROUND,
    ),
    fill(
      'M300 100 C400 100 436 176 436 260 C390 282 350 290 300 290 C250 290 210 282 164 260 C164 176 200 100 300 100 Z',
      main.light,
      'opacity=".6"',
    ),
    line('M300 102 V288', main.darker, 5),
    line('M164 262 C210 284 250 290 300 290 C350 290 390 284 436 262', main.darker, 5),
    box(282, 148, 36, 84, 18, main.darker),
    box(288, 160, 24, 60, 12, ACCENT_FALL),
    [0, 1, 2, 3].map((ridge) => line(`M290 ${172 + ridge * 12} H310`, accent.dark, 3)).join(''),
    fill('M190 256 C190 190 212 140 256 122 C230 164 216 210 214 266 Z', '#ffffff', 'opacity=".3"'),
    box(170, 300, 16, 44, 8, main.darker),
    box(172, 352, 16, 40, 8, main.darker),
    oval(300, 396, 18, 18, accent.base, 'opacity=".85"'),
  ].join('');

const speaker: Shape = (main, accent) =>
  [
    fill(
      'M92 316 C92 206 176 132 300 132 C424 132 508 206 508 316 C508 410 430 458 300 458 C170 458 92 410 92 316 Z',
      MAIN_FALL,
    ),
    [...Array(11).keys()]
      .map((row) =>
        [...Array(17).keys()]
          .filter((column) => ((column - 8) / 8.6) ** 2 + ((row - 5) / 5.6) ** 2 < 1)
          .map((column) => disc(132 + column * 21, 200 + row * 21, 5, main.darker, 'opacity=".5"'))
          .join(''),
      )
      .join(''),
    fill(
      'M128 290 C136 216 196 168 272 156 C208 192 176 240 170 312 C160 326 128 320 128 290 Z',
      '#ffffff',
      'opacity=".22"',
    ),
    line('M404 158 C470 140 520 176 510 228', accent.base, 14),
    disc(404, 160, 13, accent.dark),
    box(236, 296, 128, 40, 20, main.dark),
    line('M262 316 h18 M320 316 h18 M329 307 v18', main.lighter, 5),
    line('M296 308 l12 8 l-12 8 Z', main.lighter, 4),
    fill('M150 420 C220 456 380 456 450 420 C416 446 364 458 300 458 C236 458 184 446 150 420 Z', accent.base),
  ].join('');

const watch: Shape = (main, accent) =>
  [
    fill('M216 160 C222 110 228 70 236 40 H364 C372 70 378 110 384 160 Z', ACCENT_ROUND),
    fill('M216 400 C222 440 230 474 240 512 H360 C370 474 378 440 384 400 Z', ACCENT_ROUND),
    [0, 1, 2, 3].map((hole) => box(288, 432 + hole * 19, 24, 8, 4, accent.darker)).join(''),
    box(262, 58, 76, 16, 8, accent.dark, 'opacity=".5"'),
    box(180, 134, 240, 290, 66, main.darker),
    box(188, 142, 224, 274, 60, MAIN_FALL),
    box(204, 158, 192, 242, 46, SCREEN),
    box(418, 238, 18, 56, 8, main.base),
    disc(300, 292, 66, 'none', 'stroke="#33404b" stroke-width="13"'),
    `<path d="M300 226 A66 66 0 1 1 236 308" fill="none" stroke="${accent.base}" stroke-width="13" stroke-linecap="round"/>`,
    disc(300, 292, 44, 'none', 'stroke="#2b3640" stroke-width="10"'),
    '<path d="M300 248 A44 44 0 0 1 332 322" fill="none" stroke="#7ec6b0" stroke-width="10" stroke-linecap="round"/>',
    '<text x="300" y="210" font-family="Helvetica,Arial,sans-serif" font-size="36" font-weight="600" text-anchor="middle" fill="#f2f2ee">10:08</text>',
    line('M280 292 h10 l7 -14 l10 26 l7 -12 h8', '#f2f2ee', 4),
    fill('M206 204 C206 176 224 160 250 160 H290 L214 330 C206 320 204 300 204 280 Z', '#ffffff', 'opacity=".1"'),
  ].join('');

const dryer: Shape = (main, accent) =>
  [
    line('M316 448 C300 486 250 470 214 488', main.darker, 11),
    fill('M250 262 H346 L336 420 C334 440 322 450 306 450 H288 C270 450 258 440 258 420 Z', MAIN_ROUND),
    box(276, 318, 42, 76, 20, accent.base),
    box(288, 330, 18, 22, 9, main.base),
    box(288, 362, 18, 22, 9, main.dark),
    fill(
      'M160 112 H404 C466 112 512 150 512 202 C512 254 466 292 404 292 H160 C150 292 144 286 144 276 V128 C144 118 150 112 160 112 Z',
      MAIN_FALL,
    ),
    fill('M160 130 H400 C440 130 470 146 482 170 C420 156 260 156 150 170 Z', main.lighter, 'opacity=".7"'),
    box(92, 122, 62, 160, 12, accent.dark),
    box(72, 140, 30, 124, 10, accent.base),
    [0, 1, 2, 3, 4].map((slot) => box(78, 154 + slot * 21, 18, 12, 5, '#4a4650')).join(''),
    disc(420, 202, 62, main.dark),
    disc(420, 202, 54, accent.light),
    [0, 1, 2, 3, 4, 5, 6, 7].map((ray) => turned(ray * 45, line('M420 168 V186', main.dark, 6), 420, 202)).join(''),
    disc(420, 202, 13, main.dark),
    [0, 1, 2].map((gust) => line(`M52 ${170 + gust * 32} q-14 -12 -28 0`, '#ffffff', 6, 'opacity=".8"')).join(''),
  ].join('');

const hub: Shape = (main, accent) =>
  turned(
    -14,
    [
      line('M438 300 C520 300 536 240 500 196 C474 164 488 128 506 116', accent.dark, 18),
      box(488, 68, 38, 64, 9, main.dark, 'transform="rotate(20 507 100)"'),
      box(498, 50, 20, 24, 4, '#8d949d', 'transform="rotate(20 508 62)"'),
      box(92, 234, 352, 112, 22, main.darker),
      box(92, 222, 352, 112, 22, MAIN_FALL),
      box(106, 230, 324, 26, 12, '#ffffff', 'opacity=".5"'),
      box(118, 274, 60, 34, 5, '#2b2f36'),
      box(126, 282, 44, 8, 2, '#5a87c9'),
      box(190, 274, 60, 34, 5, '#2b2f36'),
      box(198, 282, 44, 8, 2, '#5a87c9'),
      fill('M264 276 H328 V294 L318 308 H274 L264 294 Z', '#2b2f36'),
      box(342, 280, 38, 20, 10, '#2b2f36'),
      box(392, 284, 34, 12, 3, '#2b2f36'),
      disc(420, 246, 5, '#7ec699'),
    ].join(''),
    300,
    290,
  );

export const ELECTRONICS_SHAPES: Record<string, Shape> = {
  headphones,
  earbuds,
  powerbank,
  charger,
  keyboard,
  mouse,
  speaker,
  watch,
  dryer,
  hub,
};
