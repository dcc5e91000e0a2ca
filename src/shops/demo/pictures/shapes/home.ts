import type { Shape, Tones } from '../paint.ts';
import { box, disc, fill, line, MAIN_FALL, MAIN_ROUND, oval } from '../paint.ts';

const pillowAt = (x: number, y: number, width: number, height: number, tone: string, shade: string) =>
  fill(
    `M${x + 10} ${y + 16} C${x + width * 0.3} ${y - 10} ${x + width * 0.7} ${y - 10} ${x + width - 10} ${y + 16} C${x + width + 10} ${y + height * 0.4} ${x + width + 8} ${y + height * 0.8} ${x + width - 8} ${y + height - 8} C${x + width * 0.7} ${y + height + 8} ${x + width * 0.3} ${y + height + 8} ${x + 8} ${y + height - 8} C${x - 8} ${y + height * 0.8} ${x - 10} ${y + height * 0.4} ${x + 10} ${y + 16} Z`,
    tone,
  ) +
  line(
    `M${x + 18} ${y + 26} C${x + width * 0.32} ${y + 40} ${x + width * 0.7} ${y + 40} ${x + width - 18} ${y + 24}`,
    shade,
    4,
    'opacity=".45"',
  ) +
  line(`M${x + width * 0.3} ${y + height - 10} q10 -26 4 -44`, shade, 4, 'opacity=".4"');

const bedding: Shape = (main, accent) =>
  [
    box(76, 110, 448, 250, 30, '#c9a06c'),
    box(92, 126, 416, 220, 22, '#d9b483'),
    box(70, 296, 460, 150, 26, '#f8f4ec'),
    pillowAt(106, 190, 184, 112, accent.base, accent.darker),
    pillowAt(310, 190, 184, 112, accent.base, accent.darker),
    pillowAt(214, 222, 172, 96, main.light, main.darker),
    fill(
      'M66 330 C70 296 110 290 150 296 C250 312 350 312 450 296 C490 290 530 296 534 330 L542 432 C542 452 530 458 512 456 H88 C70 458 58 452 58 432 Z',
      MAIN_FALL,
    ),
    fill(
      'M66 330 C70 296 110 290 150 296 C250 312 350 312 450 296 C490 290 530 296 534 330 L536 350 C480 372 120 372 64 350 Z',
      main.lighter,
    ),
    line('M130 376 C150 400 148 430 140 454', main.dark, 5, 'opacity=".5"'),
    line('M262 382 C250 410 256 432 250 454', main.dark, 5, 'opacity=".4"'),
    line('M412 380 C430 404 430 430 440 452', main.dark, 5, 'opacity=".5"'),
    box(92, 454, 26, 18, 4, '#a57f50'),
    box(482, 454, 26, 18, 4, '#a57f50'),
  ].join('');

const folded = (y: number, tone: Tones, height: number) =>
  fill(
    `M108 ${y + 20} C108 ${y} 128 ${y - 4} 150 ${y} C250 ${y + 10} 350 ${y - 10} 450 ${y} C484 ${y} 496 ${y + 18} 494 ${y + height / 2} C496 ${y + height - 10} 480 ${y + height} 456 ${y + height} H146 C120 ${y + height} 104 ${y + height - 12} 108 ${y + 20} Z`,
    tone.base,
  ) +
  fill(
    `M108 ${y + height * 0.55} C200 ${y + height * 0.7} 400 ${y + height * 0.5} 494 ${y + height * 0.6} C494 ${y + height - 8} 478 ${y + height} 456 ${y + height} H146 C122 ${y + height} 108 ${y + height - 10} 108 ${y + height * 0.55} Z`,
    tone.dark,
    'opacity=".35"',
  );

const quilt: Shape = (main, accent) =>
  [
    folded(350, main, 108),
    folded(250, main, 108),
    folded(150, { ...main, base: main.light }, 108),
    [0, 1, 2, 3, 4, 5]
      .map((stitch) =>
        line(
          `M${146 + stitch * 62} 158 C${150 + stitch * 62} 190 ${150 + stitch * 62} 220 ${146 + stitch * 62} 250`,
          main.dark,
          4,
          'opacity=".35"',
        ),
      )
      .join(''),
    [0, 1, 2, 3, 4, 5]
      .map((stitch) =>
        line(
          `M${132 + stitch * 66} 262 C${136 + stitch * 66} 290 ${136 + stitch * 66} 320 ${132 + stitch * 66} 350`,
          main.dark,
          4,
          'opacity=".3"',
        ),
      )
      .join(''),
    fill(
      'M470 168 C498 190 498 230 478 256 C506 280 506 330 482 356 C510 386 500 440 466 456 C484 420 486 388 462 360 C484 330 486 290 460 258 C480 230 484 196 470 168 Z',
      main.lighter,
      'opacity=".8"',
    ),
    box(262, 140, 62, 324, 6, accent.base),
    fill(
      'M262 250 C230 210 190 214 196 250 C200 280 240 280 292 262 C344 280 386 280 390 250 C396 214 356 210 324 250 Z',
      accent.light,
    ),
    disc(293, 254, 22, accent.dark),
  ].join('');

const pillow: Shape = (main, accent) =>
  [
    fill(
      'M70 372 C60 300 84 244 130 226 C190 204 236 262 300 262 C364 262 410 204 470 226 C516 244 540 300 530 372 C524 430 478 448 430 446 C380 444 350 426 300 426 C250 426 220 444 170 446 C122 448 76 430 70 372 Z',
      MAIN_FALL,
    ),
    fill(
      'M70 372 C68 352 70 334 74 316 C140 380 220 352 300 356 C380 352 460 380 526 316 C530 334 532 352 530 372 C524 430 478 448 430 446 C380 444 350 426 300 426 C250 426 220 444 170 446 C122 448 76 430 70 372 Z',
      accent.base,
    ),
    line('M74 316 C140 380 220 352 300 356 C380 352 460 380 526 316', '#ffffff', 5, 'opacity=".8"'),
    fill(
      'M110 300 C110 262 128 244 152 240 C172 240 190 252 206 264 C170 262 140 276 128 312 Z',
      '#ffffff',
      'opacity=".7"',
    ),
    [...Array(18).keys()]
      .map((dot) => disc(120 + (dot % 9) * 45, 386 + Math.floor(dot / 9) * 26, 4, accent.light, 'opacity=".9"'))
      .join(''),
    line('M236 284 C250 296 264 302 280 302', main.dark, 4, 'opacity=".5"'),
    line('M364 284 C350 296 336 302 320 302', main.dark, 4, 'opacity=".5"'),
  ].join('');

const blanket: Shape = (main, accent) =>
  [
    [...Array(14).keys()]
      .map((strand) => line(`M${124 + strand * 27} 416 q${strand % 2 ? 6 : -6} 24 0 48`, accent.dark, 8))
      .join(''),
    fill(
      'M108 150 C108 132 120 124 140 124 H460 C480 124 492 132 492 150 V412 C492 424 484 430 470 430 H130 C116 430 108 424 108 412 Z',
      MAIN_FALL,
    ),
    [...Array(8).keys()]
      .map((row) =>
        [...Array(11).keys()]
          .map((stitch) =>
            line(`M${126 + stitch * 33} ${150 + row * 34} l14 14 l14 -14`, main.lighter, 6, 'opacity=".5"'),
          )
          .join(''),
      )
      .join(''),
    fill(
      'M492 150 V412 C492 424 484 430 470 430 H360 C396 400 404 350 400 290 C396 220 420 160 460 124 C480 124 492 132 492 150 Z',
      accent.base,
    ),
    [...Array(7).keys()]
      .map((row) => line(`M${430 - row * 2} ${176 + row * 34} l14 12 l14 -12`, accent.dark, 5, 'opacity=".5"'))
      .join(''),
    line('M460 126 C420 162 396 220 400 290 C404 350 396 400 362 428', accent.dark, 5, 'opacity=".6"'),
  ].join('');

const storagebox: Shape = (main, accent) =>
  [
    fill('M98 236 L150 176 H450 L502 236 Z', main.lighter),
    fill('M150 176 H450 L470 200 H130 Z', main.light),
    box(98, 234, 404, 222, 14, MAIN_FALL),
    [...Array(9).keys()]
      .map((row) => line(`M106 ${256 + row * 22} H494`, main.dark, 2, 'opacity=".25" stroke-dasharray="4 6"'))
      .join(''),
    box(92, 222, 416, 34, 10, main.dark),
    box(92, 222, 416, 14, 8, main.base),
    fill('M150 290 H450 V430 H150 Z', '#ffffff', 'opacity=".28"'),
    fill('M166 420 V340 C166 326 176 320 190 320 H290 C300 320 308 328 308 340 V420 Z', '#9db4c4', 'opacity=".75"'),
    fill('M300 420 V352 C300 340 310 332 322 332 H410 C424 332 434 342 434 356 V420 Z', '#d68f77', 'opacity=".75"'),
    line('M150 290 H450 V430 H150 Z', accent.base, 7),
    box(250, 266, 100, 20, 10, accent.base),
    box(262, 271, 76, 7, 3, accent.light),
    box(98, 444, 404, 16, 8, main.darker, 'opacity=".6"'),
  ].join('');

const basket: Shape = (main, accent) =>
  [
    fill('M138 180 C150 140 210 120 300 120 C390 120 450 140 462 180 Z', accent.base),
    [0, 1, 2, 3]
      .map((wave) => line(`M${180 + wave * 70} ${168 - (wave % 2) * 10} q22 -30 46 -4`, accent.dark, 6, 'opacity=".5"'))
      .join(''),
    fill('M128 186 H472 L444 430 C442 448 430 458 412 458 H188 C170 458 158 448 156 430 Z', MAIN_ROUND),
    [...Array(9).keys()]
      .map((row) => {
        const left = 134 + row * 3;
        const width = 332 - row * 6;
        return [...Array(11).keys()]
          .map((weave) =>
            box(
              left + (weave * width) / 11,
              206 + row * 26 + (weave % 2) * 6,
              width / 11 - 4,
              15,
              6,
              (weave + row) % 2 ? main.light : main.dark,
              'opacity=".55"',
            ),
          )
          .join('');
      })
      .join(''),
    fill('M124 180 H476 L470 228 C420 244 180 244 130 228 Z', accent.light),
    fill('M130 228 C180 244 420 244 470 228 L468 238 C420 254 180 254 132 238 Z', main.darker, 'opacity=".25"'),
    line('M128 186 H472', accent.dark, 5, 'opacity=".5"'),
    line('M128 262 C88 262 84 322 136 324', main.dark, 15),
    line('M472 262 C512 262 516 322 464 324', main.dark, 15),
    fill('M286 214 L300 246 L314 214 Z', main.dark),
  ].join('');

const humidifier: Shape = (_main, accent) =>
  [
    [0, 1, 2]
      .map((wisp) =>
        line(
          `M${284 + wisp * 20} ${126 - wisp * 8} C${254 + wisp * 20} ${96 - wisp * 6} ${322 + wisp * 20} ${76 - wisp * 4} ${292 + wisp * 22} ${36 + wisp * 4}`,
          '#ffffff',
          13,
          'opacity=".6"',
        ),
      )
      .join(''),
    fill(
      'M300 128 C384 206 430 282 430 346 C430 420 380 458 300 458 C220 458 170 420 170 346 C170 282 216 206 300 128 Z',
      MAIN_FALL,
    ),
    fill(
      'M172 332 C220 356 380 356 428 332 C430 336 430 342 430 346 C430 420 380 458 300 458 C220 458 170 420 170 346 C170 342 170 336 172 332 Z',
      accent.base,
      'opacity=".55"',
    ),
    line('M172 332 C220 356 380 356 428 332', '#ffffff', 5, 'opacity=".9"'),
    fill(
      'M206 330 C212 280 240 230 284 184 C258 240 240 290 240 350 C226 352 208 346 206 330 Z',
      '#ffffff',
      'opacity=".75"',
    ),
    [
      [252, 394, 7],
      [290, 416, 5],
      [336, 384, 8],
      [372, 404, 5],
    ]
      .map(([x = 0, y = 0, r = 0]) => disc(x, y, r, '#ffffff', 'opacity=".7"'))
      .join(''),
    oval(300, 134, 22, 8, accent.dark),
    disc(300, 430, 12, '#ffffff', `stroke="${accent.dark}" stroke-width="4"`),
    fill(
      'M210 436 C240 452 360 452 390 436 L398 450 C400 458 394 462 386 462 H214 C206 462 200 458 202 450 Z',
      accent.dark,
    ),
  ].join('');

const clock: Shape = (main, accent) =>
  [
    disc(300, 290, 190, MAIN_FALL),
    disc(300, 290, 190, 'none', `stroke="${main.dark}" stroke-width="6" opacity=".5"`),
    disc(300, 290, 160, '#fbf7ee'),
    disc(300, 290, 160, 'none', `stroke="${main.dark}" stroke-width="5" opacity=".55"`),
    [...Array(60).keys()]
      .map((tick) => {
        const hour = tick % 5 === 0;
        return `<g transform="rotate(${tick * 6} 300 290)">${line(`M300 ${hour ? 152 : 146} V${hour ? 142 : 142}`, accent.base, hour ? 6 : 2.5)}</g>`;
      })
      .join(''),
    [12, 3, 6, 9]
      .map(
        (hour, index) =>
          `<text x="${[300, 416, 300, 184][index]}" y="${[198, 306, 414, 306][index]}" font-family="Georgia,serif" font-size="44" font-weight="700" text-anchor="middle" fill="${accent.base}">${hour}</text>`,
      )
      .join(''),
    line('M300 290 L240 236', accent.base, 13),
    line('M300 290 L376 204', accent.base, 8),
    line('M290 318 L326 190', '#d2694a', 3.5),
    disc(300, 290, 14, accent.base),
    disc(300, 290, 6, '#d2694a'),
    fill('M182 206 A160 160 0 0 1 286 132 L230 300 A140 140 0 0 1 182 206 Z', '#ffffff', 'opacity=".35"'),
  ].join('');

const books = (x: number, y: number, heights: number[], palette: string[]) =>
  heights
    .map((height, index) =>
      box(x + index * 21, y - height, 18, height, 3, palette[index % palette.length] ?? '#888888'),
    )
    .join('');

const SPINES = ['#c9604f', '#d9a648', '#5b8b7a', '#44618c', '#e6dcc8', '#8b6f9e'];

const shelf: Shape = (main, accent) =>
  [
    line('M164 76 V462', accent.base, 12),
    line('M436 76 V462', accent.base, 12),
    line('M184 76 V440', accent.light, 5, 'opacity=".6"'),
    line('M416 76 V440', accent.light, 5, 'opacity=".6"'),
    [84, 170, 256, 342, 428]
      .map((y) => box(150, y, 300, 18, 5, MAIN_FALL) + box(150, y + 12, 300, 6, 3, main.dark))
      .join(''),
    books(188, 170, [54, 62, 48, 58, 62], SPINES),
    fill('M356 170 C350 146 366 130 392 130 C416 130 430 148 424 170 Z', '#efe6d6'),
    line('M390 130 C384 108 400 100 404 84 M390 130 C394 112 374 104 372 92', '#6f9a64', 6),
    books(260, 256, [58, 50, 62, 56, 60, 48, 58], [...SPINES].reverse()),
    box(184, 214, 56, 42, 6, '#d8b98c'),
    line('M196 230 H228', '#a6855a', 4),
    books(184, 342, [60, 52, 62, 56], ['#44618c', '#e6dcc8', '#c9604f', '#5b8b7a']),
    disc(330, 310, 31, '#f2ede2', 'stroke="#c9604f" stroke-width="7"'),
    box(372, 300, 54, 42, 5, '#7aa3b8'),
    box(184, 380, 108, 48, 8, '#d9cdb8'),
    box(306, 380, 120, 48, 8, '#cfb490'),
    box(224, 398, 28, 8, 4, '#a5947a'),
    box(352, 398, 28, 8, 4, '#94774f'),
  ].join('');

const desk: Shape = (main, accent) =>
  [
    line('M150 262 L104 460', accent.base, 13),
    line('M450 262 L496 460', accent.base, 13),
    line('M196 262 L232 448', accent.light, 10),
    line('M404 262 L368 448', accent.light, 10),
    line('M128 372 H472', accent.base, 8),
    box(66, 238, 468, 26, 9, MAIN_FALL),
    box(66, 254, 468, 10, 5, main.darker),
    line('M96 248 H300 M340 246 H500', main.dark, 3, 'opacity=".5"'),
    // laptop, cup and plant
    fill('M196 120 H350 C358 120 362 124 362 132 V226 H184 V132 C184 124 188 120 196 120 Z', '#474b53'),
    box(194, 130, 158, 90, 4, '#cfe0ea'),
    fill('M194 196 L246 158 L286 190 L312 172 L352 204 V220 H194 Z', '#9fc0b0'),
    fill('M164 226 H382 L394 238 H152 Z', '#a9aeb6'),
    box(416, 196, 40, 42, 7, '#e8dcc8'),
    line('M456 206 q18 2 14 16 q-4 10 -14 8', '#e8dcc8', 6),
    box(92, 196, 44, 42, 8, '#cf7f5c'),
    [-28, -8, 12, 30]
      .map((lean) => line(`M114 198 q${lean / 2} -34 ${lean} -${60 - Math.abs(lean)}`, '#5e8f61', 9))
      .join(''),
  ].join('');

export const HOME_SHAPES: Record<string, Shape> = {
  bedding,
  quilt,
  pillow,
  blanket,
  storagebox,
  basket,
  humidifier,
  clock,
  shelf,
  desk,
};
