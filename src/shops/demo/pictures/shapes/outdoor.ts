import type { Shape } from '../paint.ts';
import { ACCENT_ROUND, both, box, disc, fill, glow, line, MAIN_FALL, MAIN_ROUND, oval, turned } from '../paint.ts';

const tent: Shape = (main, accent) =>
  [
    line('M64 456 L120 390', '#8b8375', 4),
    line('M536 456 L480 390', '#8b8375', 4),
    fill('M300 132 C380 190 470 320 516 452 H84 C130 320 220 190 300 132 Z', MAIN_FALL),
    fill('M300 132 C220 190 130 320 84 452 H200 C224 330 258 220 300 132 Z', main.light, 'opacity=".7"'),
    fill('M300 150 C262 240 232 350 214 452 H386 C368 350 338 240 300 150 Z', main.darker),
    fill('M300 150 C262 240 232 350 214 452 H270 C274 350 284 240 300 150 Z', accent.base),
    fill('M300 150 C338 240 368 350 386 452 H340 C330 350 318 240 300 150 Z', accent.dark),
    fill('M270 452 C274 350 284 240 300 170 C318 250 332 360 340 452 Z', '#3c3a33'),
    fill('M274 452 C278 420 286 404 304 404 C322 404 332 424 336 452 Z', GLOW),
    line('M300 132 C220 190 130 320 84 452', accent.base, 7),
    line('M300 132 C380 190 470 320 516 452', accent.base, 7),
    line('M300 132 V112', accent.dark, 6),
    fill('M300 112 L336 122 L300 134 Z', accent.base),
    oval(300, 456, 220, 10, main.darker, 'opacity=".5"'),
    line('M420 330 C446 370 462 410 474 448', main.dark, 5, 'opacity=".5"'),
  ].join('');

const GLOW = '#ffd98a';

const sleepingbag: Shape = (main, accent) =>
  turned(
    -7,
    [
      box(152, 70, 296, 404, 38, accent.dark),
      fill('M270 96 C330 90 400 92 424 112 C436 150 434 200 430 240 L300 150 Z', accent.darker, 'opacity=".35"'),
      fill(
        'M196 92 H316 C330 92 340 104 338 120 L332 142 C300 158 214 158 184 142 C176 116 180 96 196 92 Z',
        '#f4eee2',
      ),
      line('M202 134 C240 146 290 146 318 136', '#d8cdb8', 5),
      fill(
        'M152 176 C220 190 270 186 318 172 L448 300 V436 C448 462 432 474 410 474 H190 C168 474 152 462 152 436 Z',
        MAIN_FALL,
      ),
      fill('M318 172 L448 300 C410 318 360 312 334 290 C306 268 304 214 318 172 Z', accent.base),
      fill('M318 172 C304 214 306 268 334 290 C346 300 362 306 378 310 C340 276 326 226 330 184 Z', accent.light),
      line('M318 172 L448 300', '#efe9dc', 8),
      [...Array(13).keys()]
        .map((tooth) => line(`M${322 + tooth * 9.8} ${170 + tooth * 9.7} l7 -7`, '#8b8f96', 3))
        .join(''),
      [0, 1, 2, 3]
        .map((row) =>
          line(
            `M154 ${236 + row * 58} C210 ${250 + row * 58} ${row < 1 ? 250 : 320} ${240 + row * 58} ${row < 2 ? 308 + row * 40 : 446} ${246 + row * 58}`,
            main.dark,
            6,
            'opacity=".5"',
          ),
        )
        .join(''),
      fill('M166 196 C168 270 168 350 172 446 L188 450 C184 360 184 280 184 198 Z', '#ffffff', 'opacity=".25"'),
      box(184, 418, 70, 32, 6, accent.base),
      line('M196 434 H242', accent.light, 5),
    ].join(''),
    300,
    280,
  );

const mat: Shape = (main, accent) =>
  [
    fill('M170 396 H520 C534 396 538 408 536 420 L530 448 C528 458 520 462 510 462 H170 Z', MAIN_FALL),
    [0, 1, 2, 3, 4, 5]
      .map((groove) => line(`M${250 + groove * 50} 402 L${246 + groove * 50} 456`, main.dark, 6, 'opacity=".5"'))
      .join(''),
    box(504, 424, 34, 18, 6, accent.base),
    disc(190, 338, 124, main.dark),
    disc(190, 338, 116, MAIN_FALL),
    [94, 72, 50, 28]
      .map((radius) => disc(190, 338, radius, 'none', `stroke="${main.dark}" stroke-width="7" opacity=".75"`))
      .join(''),
    disc(190, 338, 12, main.darker),
    fill('M96 300 C108 252 150 224 192 224 C150 240 122 272 114 316 Z', '#ffffff', 'opacity=".4"'),
    line('M168 224 C176 216 204 214 214 222', accent.base, 15),
    box(228, 218, 38, 26, 7, accent.dark, 'transform="rotate(20 247 231)"'),
  ].join('');

const bottle: Shape = (main, accent) =>
  [
    fill(
      'M222 210 C222 196 232 188 246 188 H354 C368 188 378 196 378 210 V424 C378 448 364 460 342 460 H258 C236 460 222 448 222 424 Z',
      MAIN_ROUND,
    ),
    box(240, 206, 24, 240, 12, '#ffffff', 'opacity=".5"'),
    box(228, 160, 144, 36, 10, ACCENT_ROUND),
    fill('M236 162 C236 112 250 92 286 88 H330 C358 92 366 116 366 162 Z', main.dark),
    fill('M248 154 C250 118 262 104 290 102 H300 V154 Z', main.light, 'opacity=".5"'),
    line('M352 98 C396 84 412 120 388 150', accent.dark, 11),
    box(352, 140, 26, 26, 7, accent.base),
    // a wheat ear, the shop's sign
    line('M308 390 V300', main.lighter, 5),
    [0, 1, 2, 3]
      .map(
        (grain) =>
          turned(-34, oval(293, 312 + grain * 19, 7, 13, main.lighter), 293, 312 + grain * 19) +
          turned(34, oval(323, 312 + grain * 19, 7, 13, main.lighter), 323, 312 + grain * 19),
      )
      .join(''),
    oval(308, 290, 7, 14, main.lighter),
    box(222, 434, 156, 26, 12, main.dark, 'opacity=".6"'),
  ].join('');

const lantern: Shape = (main, accent) =>
  [
    glow(300, 290, 270),
    line('M196 170 C180 60 420 60 404 170', accent.base, 11),
    fill('M236 142 C240 116 360 116 364 142 L388 178 H212 Z', MAIN_ROUND),
    box(272, 96, 56, 28, 8, main.dark),
    box(204, 174, 192, 22, 9, main.dark),
    fill('M226 196 H374 C402 240 402 320 374 366 H226 C198 320 198 240 226 196 Z', '#fff3cf'),
    fill('M300 226 C328 262 336 292 326 318 C320 336 280 336 274 318 C264 292 272 262 300 226 Z', '#f6b04a'),
    fill('M300 262 C314 284 318 300 312 314 C308 324 292 324 288 314 C282 300 286 284 300 262 Z', '#fff1c4'),
    fill('M226 210 C208 250 208 312 226 350 L242 350 C228 312 228 250 242 210 Z', '#ffffff', 'opacity=".8"'),
    line('M226 198 C194 244 194 318 226 364', accent.base, 8),
    line('M374 198 C406 244 406 318 374 364', accent.base, 8),
    line('M206 282 H394', accent.base, 5, 'opacity=".7"'),
    box(204, 362, 192, 20, 9, main.dark),
    fill('M214 382 H386 L410 440 C412 454 404 460 392 460 H208 C196 460 188 454 190 440 Z', MAIN_ROUND),
    disc(300, 420, 22, accent.base),
    line('M300 420 L310 408', main.lighter, 5),
  ].join('');

const campchair: Shape = (main, accent) =>
  [
    line('M168 458 L376 330', '#8f959d', 12),
    line('M432 458 L224 330', '#6f757d', 12),
    line('M200 458 L236 340', '#8f959d', 11),
    line('M400 458 L364 340', '#6f757d', 11),
    line('M176 120 L236 352', '#6f757d', 11),
    line('M424 120 L364 352', '#6f757d', 11),
    fill(
      'M158 104 C180 96 220 132 300 132 C380 132 420 96 442 104 C456 112 448 140 440 170 C424 230 404 292 392 322 H208 C196 292 176 230 160 170 C152 140 144 112 158 104 Z',
      MAIN_FALL,
    ),
    fill(
      'M208 322 C220 300 380 300 392 322 L452 318 C468 320 468 340 452 352 C410 388 350 404 300 404 C250 404 190 388 148 352 C132 340 132 320 148 318 Z',
      main.base,
    ),
    fill(
      'M148 352 C190 388 250 404 300 404 C350 404 410 388 452 352 C430 398 364 424 300 424 C236 424 170 398 148 352 Z',
      main.dark,
    ),
    fill('M196 150 C240 176 360 176 404 150 L396 196 C350 216 250 216 204 196 Z', main.light, 'opacity=".7"'),
    line('M170 128 C176 190 196 262 214 314', accent.base, 9),
    line('M430 128 C424 190 404 262 386 314', accent.base, 9),
    line('M160 330 C220 366 380 366 440 330', accent.base, 6, 'opacity=".7"'),
    both(box(154, 448, 30, 16, 7, '#3b3d42')),
  ].join('');

const pole = (main: string, light: string, accent: string, dark: string) =>
  [
    line('M300 190 V472', main, 11),
    line('M297 200 V460', light, 3),
    line('M300 330 V472', dark, 7),
    box(286, 300, 28, 42, 8, accent),
    box(310, 308, 18, 24, 5, dark),
    fill('M282 80 C282 66 318 66 320 80 L314 190 C314 198 288 198 288 190 Z', '#c9a06e'),
    [0, 1, 2, 3].map((ring) => line(`M288 ${108 + ring * 20} H314`, '#a67f50', 4)).join(''),
    fill('M280 82 C280 60 322 60 322 82 Z', dark),
    line('M290 92 C250 110 256 160 290 168', dark, 7),
    box(270, 448, 60, 10, 5, accent),
    line('M300 472 V490', '#b9bec6', 6),
  ].join('');

const poles: Shape = (main, accent) =>
  turned(13, pole(main.base, main.lighter, accent.base, main.darker), 300, 320) +
  turned(-13, pole(main.base, main.lighter, accent.base, main.darker), 300, 320);

const umbrella: Shape = (main, accent) =>
  turned(
    10,
    [
      line('M300 112 V430', '#a9aeb6', 9),
      line('M300 400 V440 C300 474 246 474 246 440', '#80583d', 17),
      fill(
        'M300 84 C190 84 92 168 76 300 C96 276 128 272 151 296 C172 270 208 270 226 296 C246 270 282 268 300 294 C318 268 354 270 374 296 C392 270 428 270 449 296 C472 272 504 276 524 300 C508 168 410 84 300 84 Z',
        MAIN_FALL,
      ),
      fill('M300 84 C250 120 222 210 226 296 C246 270 282 268 300 294 Z', accent.base),
      fill('M300 84 C350 120 378 210 374 296 C354 270 318 268 300 294 Z', accent.dark),
      fill(
        'M300 84 C190 84 92 168 76 300 C96 276 128 272 151 296 C158 210 210 120 300 84 Z',
        main.light,
        'opacity=".5"',
      ),
      line('M300 86 C210 122 158 210 151 296', main.darker, 3, 'opacity=".6"'),
      line('M300 86 C390 122 442 210 449 296', main.darker, 3, 'opacity=".6"'),
      line('M300 84 V66', '#a9aeb6', 8),
      [76, 151, 226, 300, 374, 449, 524].map((x, index) => disc(x, index % 6 === 0 ? 302 : 298, 5, '#e6e2d8')).join(''),
    ].join(''),
    300,
    280,
  );

export const OUTDOOR_SHAPES: Record<string, Shape> = {
  tent,
  sleepingbag,
  mat,
  bottle,
  lantern,
  campchair,
  poles,
  umbrella,
};
