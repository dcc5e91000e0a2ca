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
  moved,
  oval,
  turned,
} from '../paint.ts';

const STEEL = '#c9ced4';
const STEEL_DARK = '#9299a2';
const STEEL_LIGHT = '#eef0f2';
const GLASS = '#dcebf0';

const steam = (x: number, y: number) =>
  [0, 1, 2].map((wisp) => line(`M${x + wisp * 26} ${y} c-14 -18 14 -30 0 -50`, '#ffffff', 6, 'opacity=".6"')).join('');

const kettle: Shape = (main, accent) =>
  [
    // base plate
    oval(290, 452, 150, 18, main.darker),
    box(150, 424, 280, 28, 12, '#44464c'),
    // handle
    fill(
      'M402 200 C470 190 512 230 508 300 C504 364 458 396 412 392 L410 362 C446 362 474 338 476 298 C478 254 452 228 408 232 Z',
      accent.base,
    ),
    line('M420 212 C468 212 496 246 492 298', accent.light, 6, 'opacity=".8"'),
    // spout
    fill('M184 196 L124 176 C116 174 112 182 116 190 L168 272 Z', main.light),
    fill('M184 196 L140 182 L172 240 Z', main.dark, 'opacity=".4"'),
    // body
    fill(
      'M196 174 H386 C392 174 398 180 400 188 L430 410 C432 420 426 426 416 426 H164 C154 426 148 420 150 410 L182 188 C184 180 190 174 196 174 Z',
      MAIN_ROUND,
    ),
    fill('M206 186 C196 260 186 340 180 414 L206 414 C210 336 216 260 228 186 Z', '#ffffff', 'opacity=".45"'),
    // lid
    fill('M190 176 C196 148 236 132 292 132 C348 132 386 148 392 176 Z', main.light),
    oval(291, 176, 101, 10, main.dark),
    box(272, 112, 38, 24, 10, accent.base),
    // water window and switch
    box(364, 236, 16, 110, 8, GLASS, `stroke="${main.dark}" stroke-width="3" transform="rotate(-6 372 290)"`),
    box(366, 290, 12, 52, 6, '#8ec3dd', 'transform="rotate(-6 372 290)"'),
    box(420, 396, 40, 16, 8, accent.dark),
    disc(290, 404, 6, '#f2a65a'),
    oval(290, 440, 8, 3, '#f2a65a'),
  ].join('');

const gooseneck: Shape = (main, accent) =>
  [
    box(172, 430, 250, 26, 12, '#3f4147'),
    oval(297, 456, 120, 8, '#2f3136'),
    fill(
      'M198 380 C140 378 132 330 140 268 C146 220 140 180 96 150 C90 146 92 138 100 138 C162 150 178 206 172 268 C168 316 176 340 206 346 Z',
      main.base,
    ),
    line('M106 146 C154 168 164 214 158 268 C152 322 160 350 196 358', main.light, 6),
    fill('M218 216 H376 L414 416 C416 424 412 430 404 430 H190 C182 430 178 424 180 416 Z', MAIN_ROUND),
    fill('M236 226 L208 420 H232 L254 226 Z', '#ffffff', 'opacity=".25"'),
    fill('M212 216 C220 194 260 184 298 184 C336 184 374 194 382 216 Z', main.light),
    box(284, 166, 28, 22, 8, main.darker),
    disc(298, 160, 15, accent.base),
    fill(
      'M372 226 C430 214 480 222 494 250 C504 280 486 350 462 384 C454 394 442 388 444 378 C456 336 470 288 460 268 C450 256 414 258 380 266 Z',
      ACCENT_FALL,
    ),
    box(334, 436, 58, 14, 4, '#1d1f22'),
    line('M342 443 H352 M358 443 H368 M374 443 H382', '#ffb765', 4),
    disc(216, 443, 7, STEEL),
  ].join('');

const whistlekettle: Shape = (main, accent) =>
  [
    steam(108, 196),
    line('M196 232 C190 110 412 110 406 232', '#3a3b40', 20),
    line('M232 146 C268 118 334 118 370 146', accent.base, 28),
    fill('M186 296 L120 236 C112 228 102 234 106 246 L150 344 Z', main.light),
    box(92, 214, 40, 30, 10, '#3a3b40', 'transform="rotate(-42 112 229)"'),
    fill(
      'M300 214 C410 214 470 286 476 388 C478 430 462 448 436 450 H164 C138 448 122 430 124 388 C130 286 190 214 300 214 Z',
      MAIN_FALL,
    ),
    fill('M164 372 C168 310 196 262 242 240 C214 280 200 330 198 392 Z', '#ffffff', 'opacity=".5"'),
    fill('M126 404 C200 424 400 424 474 404 C476 434 460 448 436 450 H164 C140 448 124 434 126 404 Z', main.dark),
    oval(300, 228, 88, 20, main.dark),
    fill('M216 226 C222 204 258 196 300 196 C342 196 378 204 384 226 C360 240 240 240 216 226 Z', main.light),
    box(292, 176, 16, 24, 6, STEEL_DARK),
    oval(300, 174, 30, 14, accent.base),
    box(158, 444, 284, 14, 7, STEEL_DARK),
  ].join('');

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

const pourover: Shape = (main, accent) =>
  [
    // server
    fill(
      'M214 272 H370 C374 316 430 356 430 408 C430 440 404 456 372 456 H212 C180 456 154 440 154 408 C154 356 210 316 214 272 Z',
      GLASS,
      'opacity=".9"',
    ),
    fill(
      'M166 386 C164 392 160 400 160 408 C160 436 184 450 212 450 H372 C400 450 424 436 424 408 C424 398 420 388 414 380 Z',
      '#6b3f25',
    ),
    oval(290, 384, 126, 14, '#8a5836'),
    fill(
      'M180 372 C186 346 206 324 220 304 C212 344 202 390 206 440 C186 432 174 404 180 372 Z',
      '#ffffff',
      'opacity=".6"',
    ),
    line('M424 330 C486 318 502 372 480 406 C466 426 448 424 436 420', GLASS, 14),
    box(204, 262, 176, 20, 8, accent.base),
    // dripper
    fill('M150 146 H434 L350 262 H234 Z', MAIN_FALL),
    [0, 1, 2, 3, 4]
      .map((rib) => line(`M${190 + rib * 50} 152 L${248 + rib * 21} 256`, main.dark, 4, 'opacity=".45"'))
      .join(''),
    oval(292, 146, 144, 30, main.lighter),
    oval(292, 148, 126, 23, '#f7efe0'),
    oval(292, 152, 100, 16, '#5a3621'),
    oval(276, 149, 40, 6, '#7c5033'),
    line('M436 166 C486 160 492 214 446 220 L412 218', main.base, 15),
    steam(266, 116),
  ].join('');

const moka: Shape = (main, accent) =>
  [
    fill('M182 318 H418 L446 440 C447 450 440 456 430 456 H170 C160 456 153 450 154 440 Z', MAIN_ROUND),
    fill('M240 318 L226 456 H262 L268 318 Z', main.lighter, 'opacity=".7"'),
    fill('M352 318 L370 456 H404 L388 318 Z', main.dark, 'opacity=".45"'),
    box(172, 296, 256, 30, 8, main.dark),
    box(172, 296, 256, 10, 5, main.lighter),
    disc(392, 380, 12, '#d8b25a'),
    fill('M196 296 L160 146 H412 L404 296 Z', MAIN_ROUND),
    fill('M160 146 L112 176 C106 182 110 190 118 190 L172 196 Z', main.light),
    fill('M236 146 L244 296 H272 L268 146 Z', main.lighter, 'opacity=".75"'),
    fill('M356 146 L350 296 H378 L386 146 Z', main.dark, 'opacity=".4"'),
    fill('M160 146 L290 100 L412 146 Z', main.light),
    fill('M290 100 L412 146 H320 Z', main.dark, 'opacity=".45"'),
    box(276, 72, 30, 32, 10, accent.base),
    fill(
      'M408 150 L496 146 C510 146 516 156 512 168 L474 290 C470 300 456 298 456 286 L466 196 L412 200 Z',
      accent.base,
    ),
    line('M486 162 L468 266', accent.light, 6, 'opacity=".6"'),
  ].join('');

const grinder: Shape = (main) =>
  [
    turned(-14, box(292, 108, 180, 16, 8, STEEL_DARK), 300, 116),
    fill('M446 66 C446 44 486 44 486 66 L480 104 C478 112 454 112 452 104 Z', main.base),
    line('M456 62 L460 98', main.light, 7),
    box(284, 100, 32, 44, 8, STEEL_DARK),
    fill('M214 160 C218 142 250 134 300 134 C350 134 382 142 386 160 Z', STEEL_LIGHT),
    box(208, 158, 184, 160, 14, ACCENT_ROUND),
    box(202, 312, 196, 44, 8, main.base),
    box(202, 312, 196, 14, 6, main.light),
    fill('M210 356 H390 L384 442 C384 452 376 458 366 458 H234 C224 458 216 452 216 442 Z', ACCENT_ROUND),
    box(228, 172, 22, 132, 10, '#ffffff', 'opacity=".6"'),
    box(232, 366, 20, 78, 9, '#ffffff', 'opacity=".5"'),
    [...Array(9).keys()].map((mark) => line(`M${222 + mark * 19} 344 v8`, main.darker, 3)).join(''),
    // beans
    [
      [438, 446, 20],
      [476, 452, -30],
      [456, 428, 60],
    ]
      .map(([x = 0, y = 0, angle = 0]) =>
        turned(angle, oval(x, y, 19, 13, '#6b4128') + line(`M${x - 14} ${y} q14 7 28 0`, '#4a2a18', 3), x, y),
      )
      .join(''),
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

const cup = (x: number, body: string, inside: string, shine: string) =>
  fill(`M${x} 372 h96 c2 48 -14 84 -34 84 h-28 c-20 0 -36 -36 -34 -84 Z`, body) +
  oval(x + 48, 372, 48, 14, shine) +
  oval(x + 48, 374, 39, 9, inside);

const teapot: Shape = (main, accent) =>
  [
    fill('M86 438 H514 L494 462 H106 Z', accent.base),
    box(78, 426, 444, 20, 10, accent.light),
    fill('M170 296 C124 292 110 244 92 216 C88 208 98 202 108 206 C150 220 150 252 190 256 Z', main.light),
    fill(
      'M142 318 C142 234 196 196 258 196 C320 196 374 234 374 318 C374 386 332 428 258 428 C184 428 142 386 142 318 Z',
      MAIN_FALL,
    ),
    line('M366 260 C430 236 452 300 424 344 C408 368 384 370 366 362', main.base, 17),
    fill(
      'M168 318 C168 264 194 230 232 216 C206 252 196 300 204 358 C182 350 168 336 168 318 Z',
      '#ffffff',
      'opacity=".4"',
    ),
    fill('M198 212 C206 184 310 184 318 212 C296 226 220 226 198 212 Z', main.light),
    disc(258, 176, 17, main.base),
    disc(253, 171, 6, main.lighter),
    line('M262 300 C284 282 300 296 292 320 C284 344 256 350 248 376', main.lighter, 5, 'opacity=".8"'),
    oval(300, 300, 18, 8, main.lighter, 'opacity=".7" transform="rotate(-30 300 300)"'),
    cup(372, main.base, '#b9894b', main.lighter),
    cup(286, main.light, '#b9894b', main.lighter),
  ].join('');

const skillet: Shape = (main, accent) => moved(0, 42, skilletAbove(main, accent));
const pan: Shape = (main, accent) => moved(0, 42, panAbove(main, accent));

export const KITCHEN_SHAPES: Record<string, Shape> = {
  kettle,
  gooseneck,
  whistlekettle,
  skillet,
  pan,
  wok,
  pourover,
  moka,
  grinder,
  knife,
  ricecooker,
  airfryer,
  lunchbox,
  teapot,
};
