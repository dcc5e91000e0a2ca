import type { Shape } from '../paint.ts';
import { ACCENT_FALL, box, disc, fill, line, MAIN_FALL, MAIN_ROUND, moved, oval, steam, turned } from '../paint.ts';

const STEEL = '#c9ced4';
const STEEL_DARK = '#9299a2';
const GLASS = '#dcebf0';

/** A pan seen from above and a little in front: rim, inside, wall, handle to the lower right. */
function panFrom(rim: string, inside: string, shine: string, wall: string, handle: string): string {
  return [
    handle,
    fill('M76 268 C76 346 152 404 254 404 C356 404 432 346 432 268 Z', wall),
    oval(254, 262, 180, 104, rim),
    oval(254, 266, 162, 90, inside),
    fill(
      'M104 274 C108 226 168 184 248 182 C184 200 146 236 140 286 C138 304 104 300 104 274 Z',
      shine,
      'opacity=".5"',
    ),
  ].join('');
}

const skilletAbove: Shape = () =>
  panFrom(
    '#4a4b4f',
    '#303136',
    '#6a6c72',
    '#232428',
    fill(
      'M388 318 C412 326 428 336 446 350 L522 406 C542 422 538 446 518 450 C504 452 492 446 480 436 L380 364 Z',
      '#3a3b40',
    ) +
      fill('M494 420 C502 412 518 418 522 430 C518 440 504 438 494 420 Z', '#e9e2d6') +
      fill('M76 262 C54 258 44 270 48 286 C54 300 74 300 86 292 Z', '#3a3b40') +
      line('M404 336 L484 394', '#55565c', 6),
  ) +
  fill('M78 234 C66 226 70 214 88 212 L100 224 Z', '#4a4b4f') +
  // a sprig of rosemary and butter
  turned(
    -16,
    line('M206 278 H314', '#5d7a4c', 6) +
      [0, 1, 2, 3, 4, 5]
        .map((leaf) => line(`M${216 + leaf * 17} 278 l10 -16 M${216 + leaf * 17} 278 l10 16`, '#6f9159', 6))
        .join(''),
    258,
    278,
  ) +
  box(286, 232, 44, 32, 6, '#f1d27a');

const panAbove: Shape = (main, accent) =>
  panFrom(
    main.light,
    '#efe9de',
    '#ffffff',
    MAIN_FALL,
    fill('M392 312 C420 322 436 334 456 352 L530 416 C544 430 534 450 516 446 L382 360 Z', ACCENT_FALL) +
      fill('M386 316 L432 342 L416 376 L376 356 Z', STEEL) +
      disc(516, 430, 7, accent.dark),
  ) +
  [...Array(24).keys()]
    .map((speck) => disc(140 + ((speck * 59) % 220), 222 + ((speck * 37) % 92), 2.5, '#b9b1a2'))
    .join('') +
  fill(
    'M196 262 C194 236 224 226 246 232 C270 220 308 230 312 254 C326 276 300 300 270 296 C240 306 196 292 196 262 Z',
    '#ffffff',
  ) +
  fill(
    'M200 276 C214 296 250 300 270 294 C290 298 312 286 314 268 C306 286 286 288 268 284 C244 292 216 288 200 276 Z',
    '#e8e1d2',
  ) +
  oval(254, 262, 28, 22, '#f2b53e') +
  oval(246, 254, 9, 5, '#fadf9a');

const wok: Shape = (main) =>
  [
    fill('M398 278 L536 226 C552 222 560 244 546 252 L412 318 Z', ACCENT_FALL),
    fill('M384 272 L446 254 L452 290 L396 318 Z', STEEL_DARK),
    fill('M60 272 C70 380 150 452 244 452 C338 452 418 380 428 272 Z', MAIN_FALL),
    oval(244, 268, 186, 74, main.light),
    oval(244, 272, 168, 60, main.darker),
    fill('M92 280 C120 230 200 214 260 218 C190 230 140 256 130 300 Z', main.light, 'opacity=".35"'),
    // greens and peppers
    [...Array(7).keys()]
      .map((leaf) =>
        turned(
          leaf * 47,
          oval(184 + leaf * 22, 280 + (leaf % 3) * 10, 26, 11, leaf % 2 ? '#7fae58' : '#5c9150'),
          184 + leaf * 22,
          282,
        ),
      )
      .join(''),
    [0, 1, 2]
      .map((bit) => turned(30 + bit * 50, box(196 + bit * 44, 268, 34, 12, 6, '#d9573f'), 212 + bit * 44, 274))
      .join(''),
    fill('M62 250 C40 246 32 262 42 280 C50 290 64 288 72 284 Z', main.dark),
    fill('M96 330 C122 400 180 438 244 444 C170 420 130 376 118 326 Z', main.lighter, 'opacity=".3"'),
    oval(244, 456, 74, 10, main.darker),
  ].join('');

const knife: Shape = (main) =>
  [
    // board
    box(86, 352, 428, 108, 18, '#d9b580'),
    box(86, 352, 428, 30, 15, '#e6c796'),
    line('M120 410 C200 400 300 420 480 406', '#c49d66', 4),
    line('M110 436 C220 428 360 444 490 432', '#c49d66', 4),
    turned(
      -24,
      [
        fill('M84 300 C84 292 92 288 104 288 L372 262 L372 336 L176 346 C130 344 96 324 84 300 Z', MAIN_FALL),
        fill('M86 304 C104 326 140 342 176 346 L372 336 V326 L180 334 C142 330 108 318 86 304 Z', main.lighter),
        line('M120 296 L366 272', '#ffffff', 5, 'opacity=".8"'),
        box(370, 258, 26, 84, 6, STEEL_DARK),
        fill('M394 264 L520 270 C540 272 548 290 544 306 C542 322 530 332 512 332 L394 334 Z', ACCENT_FALL),
        [420, 464, 508].map((x) => disc(x, 300, 7, '#e9d9bd')).join(''),
      ].join(''),
      300,
      290,
    ),
    // tomato slices
    [
      [168, 372],
      [216, 386],
    ]
      .map(
        ([x = 0, y = 0]) => oval(x, y, 34, 20, '#d94f3d') + oval(x, y, 26, 14, '#ee7f68') + oval(x, y, 7, 4, '#f6c9a8'),
      )
      .join(''),
    fill(
      'M420 356 C420 330 440 318 462 322 C486 318 500 336 498 358 C496 380 476 388 458 386 C438 388 422 376 420 356 Z',
      '#d94f3d',
    ),
    fill('M446 324 l14 8 l14 -9 l-4 13 l10 7 l-14 0 l-6 10 l-5 -11 l-14 1 l10 -9 Z', '#5d8a4a'),
  ].join('');

const ricecooker: Shape = (main) =>
  [
    fill(
      'M124 262 C124 174 200 130 300 130 C400 130 476 174 476 262 L484 404 C486 440 466 456 436 456 H164 C134 456 114 440 116 404 Z',
      MAIN_ROUND,
    ),
    fill('M124 262 C124 174 200 130 300 130 C400 130 476 174 476 262 C420 282 180 282 124 262 Z', main.lighter),
    line('M122 262 C180 284 420 284 478 262', main.dark, 6),
    oval(300, 168, 60, 14, main.dark, 'opacity=".5"'),
    fill('M262 152 C266 130 334 130 338 152 L332 166 H268 Z', STEEL_DARK),
    box(200, 296, 200, 122, 26, '#2e3137'),
    box(222, 312, 156, 46, 10, '#172025'),
    line('M252 322 v26 M274 322 h18 v12 h-18 v14 h18 M318 322 h18 v26 h-18 Z', '#9be0c4', 5),
    disc(304, 330, 2.5, '#9be0c4'),
    disc(304, 342, 2.5, '#9be0c4'),
    [0, 1, 2].map((key) => box(228 + key * 52, 374, 40, 24, 10, key === 1 ? '#ee9040' : '#565b63')).join(''),
    fill('M146 290 C144 340 144 390 152 430 L176 436 C168 390 166 340 168 294 Z', '#ffffff', 'opacity=".55"'),
    box(160, 450, 60, 12, 6, '#44464c'),
    box(380, 450, 60, 12, 6, '#44464c'),
    steam(356, 112),
  ].join('');

const airfryer: Shape = (main, accent) =>
  [
    fill(
      'M144 222 C144 142 206 104 300 104 C394 104 456 142 456 222 L462 418 C462 444 446 456 422 456 H178 C154 456 138 444 138 418 Z',
      MAIN_ROUND,
    ),
    fill('M176 150 C204 124 248 114 300 114 C352 114 396 124 424 150 C392 168 208 168 176 150 Z', main.light),
    box(206, 176, 188, 60, 22, '#1d1f24'),
    line('M236 196 h16 v22 h-16 v-22 M270 196 h16 v10 h-16 v12 h16', accent.light, 5),
    disc(352, 206, 16, accent.base),
    line('M352 206 l8 -9', '#ffffff', 4),
    fill('M146 262 H454 L458 410 C458 420 450 426 440 426 H160 C150 426 142 420 142 410 Z', main.dark),
    box(182, 282, 236, 82, 20, '#17181b'),
    box(190, 290, 220, 66, 15, '#5b3a22'),
    [0, 1, 2, 3, 4]
      .map((fry) =>
        turned(
          -24 + fry * 12,
          box(208 + fry * 38, 306 + (fry % 2) * 10, 42, 14, 7, fry % 2 ? '#f0b64e' : '#e59d3a'),
          229 + fry * 38,
          314,
        ),
      )
      .join(''),
    fill('M196 296 L250 296 L214 352 L194 352 Z', '#ffffff', 'opacity=".22"'),
    box(236, 382, 128, 34, 15, accent.base),
    box(246, 388, 108, 10, 5, accent.light),
    fill('M160 224 C160 180 176 150 200 138 C184 190 178 240 178 300 L160 300 Z', '#ffffff', 'opacity=".16"'),
  ].join('');

const lunchbox: Shape = (main, accent) =>
  [
    fill('M112 290 H488 L470 434 C468 448 460 456 446 456 H154 C140 456 132 448 130 434 Z', GLASS),
    fill('M124 318 H290 V444 H156 C146 444 140 438 139 430 Z', '#fbf7ee'),
    [...Array(14).keys()]
      .map((grain) => oval(148 + ((grain * 53) % 132), 336 + ((grain * 31) % 96), 9, 5, '#e6dcc8'))
      .join(''),
    [
      [230, 354],
      [262, 398],
    ]
      .map(([x = 0, y = 0]) => disc(x, y, 5, '#3d3b39'))
      .join(''),
    fill('M306 318 H478 L462 430 C460 440 454 444 446 444 H306 Z', '#e7eedb'),
    [
      [342, 350],
      [392, 342],
      [440, 354],
      [350, 404],
      [414, 408],
    ]
      .map(
        ([x = 0, y = 0], bit) =>
          disc(x, y, 26, bit % 2 ? '#ec8a4e' : '#6ba35a') + disc(x - 6, y - 7, 8, '#ffffff', 'opacity=".35"'),
      )
      .join(''),
    box(290, 312, 16, 140, 4, '#c4d8de'),
    fill('M134 326 L156 438 H176 L158 326 Z', '#ffffff', 'opacity=".65"'),
    box(96, 254, 408, 44, 16, MAIN_FALL),
    box(108, 226, 384, 34, 15, main.light),
    box(140, 236, 320, 10, 5, '#ffffff', 'opacity=".6"'),
    box(236, 286, 128, 42, 10, accent.base),
    box(250, 296, 100, 8, 4, accent.dark, 'opacity=".5"'),
    box(70, 262, 32, 60, 8, main.dark),
    box(498, 262, 32, 60, 8, main.dark),
  ].join('');

const skillet: Shape = (main, accent) => moved(0, 42, skilletAbove(main, accent));
const pan: Shape = (main, accent) => moved(0, 42, panAbove(main, accent));

export const COOKWARE_SHAPES: Record<string, Shape> = { skillet, pan, wok, knife, lunchbox, ricecooker, airfryer };
