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
  oval,
  steam,
  turned,
} from '../paint.ts';

const STEEL = '#c9ced4';
const STEEL_DARK = '#9299a2';
const STEEL_LIGHT = '#eef0f2';
const GLASS = '#dcebf0';

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

export const KITCHEN_SHAPES: Record<string, Shape> = {
  kettle,
  gooseneck,
  whistlekettle,
  pourover,
  moka,
  grinder,
  teapot,
};
