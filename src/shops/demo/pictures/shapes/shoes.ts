import type { Shape, Tones } from '../paint.ts';
import { ACCENT_FALL, box, disc, fill, line, MAIN_FALL, oval } from '../paint.ts';

const SOLE_WHITE = '#f6f3ec';
const SOLE_SHADE = '#ddd6c8';

/** Laces across the throat of a shoe whose toe points right. */
function laces(colour: string, x: number, y: number, count: number): string {
  return Array.from({ length: count }, (_, index) => {
    const left = x + index * 24;
    const top = y + index * 17;
    return line(`M${left} ${top + 16} Q${left + 16} ${top} ${left + 36} ${top - 4}`, colour, 8);
  }).join('');
}

const runner: Shape = (main, accent) =>
  [
    // collar lining and tongue
    fill('M140 232 C170 262 214 262 262 238 L300 208 C312 200 324 210 322 224 L310 262 L150 286 Z', main.darker),
    fill('M262 246 L296 204 C308 192 326 202 322 220 L312 262 Z', main.dark),
    // upper
    fill(
      'M114 366 C100 314 104 262 122 222 C128 204 148 206 154 222 C166 252 196 266 236 256 C262 249 282 238 298 244 C312 250 322 270 342 292 C376 326 424 338 470 352 C504 362 520 378 518 398 L500 404 L120 396 Z',
      MAIN_FALL,
    ),
    // knit texture
    [0, 1, 2, 3, 4]
      .map((row) =>
        line(
          `M${356 + row * 20} ${318 + row * 9} Q${372 + row * 20} ${350 + row * 4} ${366 + row * 22} 386`,
          main.light,
          3,
          'opacity=".55" stroke-dasharray="2 9"',
        ),
      )
      .join(''),
    // eyelet stay
    fill('M252 256 C276 246 290 244 298 246 C314 258 330 284 356 306 L330 322 C300 306 276 284 252 256 Z', main.dark),
    laces(SOLE_WHITE, 262, 262, 4),
    // heel counter and flash
    fill('M114 366 C102 320 104 280 116 246 C136 262 150 300 156 350 L150 392 L120 392 Z', accent.base),
    line('M182 366 C212 318 238 372 268 334 C284 314 304 316 330 338', accent.base, 20),
    line('M196 376 C222 340 246 382 276 350 C292 334 310 338 332 354', accent.light, 7),
    // toe guard
    fill('M424 396 C440 366 466 354 486 356 C508 366 520 380 518 398 L506 404 Z', main.dark),
    // sole
    fill(
      'M100 398 C94 372 112 366 132 370 C200 384 260 382 330 384 C400 386 470 396 520 388 C532 392 528 412 516 424 C500 440 470 444 430 444 L150 444 C118 444 104 428 100 398 Z',
      SOLE_WHITE,
    ),
    fill(
      'M103 412 C150 424 210 410 270 418 C350 428 440 424 526 400 C526 412 520 424 508 431 C490 442 462 444 430 444 L150 444 C122 444 108 432 103 412 Z',
      SOLE_SHADE,
    ),
    fill(
      'M110 430 C118 444 132 448 150 448 L436 448 C470 448 500 442 516 424 C520 440 506 458 462 458 L160 458 C130 458 112 448 110 430 Z',
      main.darker,
    ),
    [0, 1, 2, 3, 4, 5, 6].map((stud) => box(150 + stud * 46, 452, 26, 10, 4, main.darker)).join(''),
  ].join('');

const elasticLaces = (accent: Tones) =>
  line('M262 262 Q288 270 322 252', accent.lighter, 9) +
  line('M280 284 Q306 290 340 274', accent.lighter, 9) +
  line('M300 306 Q324 310 356 294', accent.lighter, 9);

/** Two wide straps, hooks under the lighter ends. */
const straps = (accent: Tones) =>
  fill('M196 252 L330 234 C340 242 346 250 352 258 L216 300 Z', accent.base) +
  fill('M196 252 L236 247 L256 288 L216 300 Z', accent.dark) +
  fill('M236 330 L366 272 C378 280 390 290 402 298 L276 372 Z', accent.base) +
  fill('M236 330 L274 313 L314 350 L276 372 Z', accent.dark);

const walkerWith = (closure: (accent: Tones) => string, main: Tones, accent: Tones) =>
  [
    fill('M138 226 C170 254 230 256 286 224 L300 262 L150 290 Z', main.darker),
    fill(
      'M112 372 C100 316 106 266 124 222 C132 206 148 208 158 222 C176 250 216 258 262 240 C286 230 304 226 318 240 C338 262 366 292 420 314 C474 332 512 348 516 394 L500 404 L120 396 Z',
      MAIN_FALL,
    ),
    fill('M248 246 C276 234 300 228 318 242 C328 254 340 266 354 280 L310 326 C280 306 258 280 248 246 Z', accent.dark),
    closure(accent),
    fill('M112 372 C102 326 106 282 120 244 C146 266 158 312 158 390 L120 392 Z', main.dark),
    line('M176 300 C200 344 196 366 192 384', main.dark, 5, 'opacity=".8"'),
    line('M366 300 C352 334 352 356 360 384', main.dark, 5, 'opacity=".8"'),
    [0, 1, 2, 3]
      .map((row) =>
        line(`M400 ${336 + row * 14} H${452 + row * 10}`, main.light, 4, 'opacity=".6" stroke-dasharray="3 10"'),
      )
      .join(''),
    fill(
      'M96 396 C94 376 112 370 134 374 C230 388 420 392 522 386 C536 392 532 432 510 440 C480 450 150 450 122 446 C104 442 96 426 96 396 Z',
      SOLE_WHITE,
    ),
    fill(
      'M97 410 C210 424 400 424 528 404 C528 424 522 436 510 440 C480 450 150 450 122 446 C106 442 98 428 97 410 Z',
      SOLE_SHADE,
    ),
    fill(
      'M104 432 C110 450 122 456 140 458 L482 458 C508 456 522 446 524 426 C516 440 500 446 470 447 L150 447 C124 447 110 442 104 432 Z',
      accent.darker,
    ),
  ].join('');

const walker: Shape = (main, accent) => walkerWith(elasticLaces, main, accent);
const strapwalker: Shape = (main, accent) => walkerWith(straps, main, accent);

const canvas: Shape = (main, accent) =>
  [
    fill('M128 262 C170 280 240 280 300 246 L316 290 L130 310 Z', main.dark),
    fill(
      'M116 396 C112 340 114 292 122 262 C128 252 140 252 150 262 C190 284 250 276 300 246 C312 240 322 244 330 256 C348 284 380 306 430 324 C470 338 500 354 508 398 Z',
      MAIN_FALL,
    ),
    fill('M286 254 C304 240 320 240 332 258 C346 278 366 296 390 308 L352 350 C318 326 298 294 286 254 Z', main.light),
    laces(accent.base, 292, 268, 4),
    line('M150 270 C146 310 148 350 150 392', main.dark, 4, 'stroke-dasharray="9 7"'),
    line('M218 278 C230 320 262 350 330 392', main.dark, 4, 'stroke-dasharray="9 7"'),
    fill('M430 324 C474 338 502 356 508 398 L392 398 C392 360 406 336 430 324 Z', SOLE_WHITE),
    line('M430 324 C404 338 392 362 392 398', SOLE_SHADE, 4),
    disc(176, 336, 20, accent.base),
    disc(176, 336, 13, SOLE_WHITE),
    box(100, 388, 420, 54, 22, SOLE_WHITE),
    fill('M100 418 H520 C520 432 510 442 498 442 H122 C110 442 100 432 100 418 Z', SOLE_SHADE),
    line('M108 404 H512', accent.base, 6),
    box(108, 438, 404, 14, 7, '#c9b48f'),
  ].join('');

const kidsneaker: Shape = (main, accent) =>
  [
    fill('M150 216 C186 246 240 244 290 210 L306 268 L150 286 Z', main.darker),
    fill(
      'M118 380 C106 320 112 262 134 212 C142 198 156 200 166 212 C190 240 236 244 280 218 C304 206 322 212 332 232 C350 268 384 286 430 306 C486 328 506 352 506 398 L120 400 Z',
      MAIN_FALL,
    ),
    fill('M236 250 L324 216 C332 224 336 234 342 244 L258 300 C248 284 240 268 236 250 Z', accent.base),
    fill('M266 312 L350 258 C358 268 368 276 380 284 L300 350 C286 340 274 326 266 312 Z', accent.base),
    box(236, 244, 40, 44, 12, accent.light, 'transform="rotate(-20 256 266)"'),
    box(272, 300, 40, 44, 12, accent.light, 'transform="rotate(-32 292 322)"'),
    fill('M118 380 C108 326 112 284 126 240 C154 270 162 320 160 396 L120 396 Z', main.dark),
    line('M134 300 C142 330 144 350 144 380', '#ffffff', 7, 'opacity=".85"'),
    fill('M406 398 C412 350 440 326 460 320 C496 338 506 360 506 398 Z', accent.base),
    [0, 1, 2].map((spot) => disc(214 + spot * 42, 372 - (spot % 2) * 16, 8, main.lighter)).join(''),
    box(98, 386, 424, 58, 28, SOLE_WHITE),
    fill('M98 418 H522 C520 434 508 444 492 444 H126 C110 444 100 434 98 418 Z', SOLE_SHADE),
    [0, 1, 2, 3, 4, 5].map((dot) => disc(140 + dot * 66, 414, 8, accent.base)).join(''),
    box(112, 440, 398, 14, 7, main.darker),
  ].join('');

function lugs(colour: string): string {
  return [0, 1, 2, 3, 4, 5, 6, 7].map((lug) => box(116 + lug * 49, 440, 34, 24, 6, colour)).join('');
}

const boot: Shape = (main, accent) =>
  [
    fill('M146 146 C180 160 250 160 296 140 L300 176 L148 186 Z', main.darker),
    fill(
      'M132 400 C124 320 132 240 140 152 C142 138 154 138 166 144 C206 160 256 154 290 138 C304 132 312 140 312 156 C312 214 330 264 366 294 C420 318 496 320 510 400 Z',
      MAIN_FALL,
    ),
    box(132, 134, 184, 40, 20, main.dark),
    fill('M270 176 C290 180 304 176 312 172 C314 222 332 268 368 296 L338 340 C292 304 272 244 270 176 Z', main.dark),
    [0, 1, 2, 3]
      .map((row) => line(`M${276 + row * 8} ${196 + row * 30} L${316 + row * 9} ${186 + row * 31}`, accent.base, 9))
      .join(''),
    [0, 1, 2, 3].map((row) => disc(270 + row * 9, 200 + row * 32, 8, '#d9cdb2')).join(''),
    fill('M132 400 C126 344 130 300 136 260 C176 280 188 340 186 402 Z', main.dark),
    line('M200 190 C206 270 230 340 262 400', main.light, 4, 'stroke-dasharray="10 8" opacity=".7"'),
    fill('M408 402 C412 350 440 324 466 324 C496 338 508 362 510 402 Z', main.darker),
    box(108, 392, 414, 30, 14, accent.base),
    box(104, 408, 424, 42, 16, '#3c3833'),
    lugs('#2c2925'),
  ].join('');

const chelsea: Shape = (main, accent) =>
  [
    fill('M164 132 C210 146 266 146 304 130 L306 158 L164 164 Z', main.darker),
    fill(
      'M150 412 C144 320 154 230 158 144 C160 130 170 130 182 136 C222 150 262 148 292 132 C304 128 312 134 312 148 C314 220 332 282 372 314 C420 338 488 342 506 392 C510 404 508 414 500 416 Z',
      MAIN_FALL,
    ),
    fill('M208 146 C232 150 250 148 272 142 C274 206 274 262 246 322 C220 268 210 208 208 146 Z', accent.base),
    [0, 1, 2, 3, 4]
      .map((rib) =>
        line(
          `M${220 + rib * 11} ${160 - Math.abs(rib - 2) * 3} C${224 + rib * 8} 220 ${232 + rib * 5} 262 ${238 + rib * 3} 290`,
          accent.light,
          3,
          'opacity=".5"',
        ),
      )
      .join(''),
    line('M158 142 C148 118 160 104 176 112', main.dark, 10),
    line('M348 300 C340 340 352 382 376 410', main.dark, 4, 'opacity=".6"'),
    fill('M400 332 C452 344 490 356 504 390 C470 362 432 350 392 350 Z', main.lighter, 'opacity=".45"'),
    fill('M144 410 H500 C516 410 518 424 506 430 L240 432 L236 464 H150 C142 448 142 428 144 410 Z', '#3a2f2a'),
    fill('M240 432 L506 430 C500 442 470 446 440 446 L300 444 C270 442 252 438 240 432 Z', '#2a221e'),
  ].join('');

const snowboot: Shape = (main, accent) =>
  [
    fill(
      'M150 180 C146 252 138 330 136 404 L508 404 C508 350 470 326 420 318 C364 308 330 282 324 232 L322 178 Z',
      MAIN_FALL,
    ),
    [0, 1, 2]
      .map((row) =>
        line(
          `M148 ${232 + row * 50} C210 ${246 + row * 50} 270 ${244 + row * 50} ${326 + row * 14} ${230 + row * 44}`,
          main.dark,
          5,
          'opacity=".6"',
        ),
      )
      .join(''),
    line('M236 190 C232 260 240 330 262 400', main.dark, 5, 'opacity=".6"'),
    [
      [150, 148],
      [184, 134],
      [222, 130],
      [260, 132],
      [296, 136],
      [324, 150],
    ]
      .map(([x = 0, y = 0]) => disc(x, y + 6, 30, '#f7f1e6'))
      .join(''),
    box(128, 146, 218, 48, 24, '#f7f1e6'),
    [140, 176, 212, 248, 284, 320]
      .map((x, index) => line(`M${x} ${168 + (index % 2) * 10} q8 -10 16 0`, '#dccfb8', 4))
      .join(''),
    line('M330 206 C350 212 362 226 356 248', accent.base, 7),
    disc(354, 254, 13, accent.base),
    fill('M134 372 C240 388 400 380 500 362 C508 376 510 390 508 408 H134 Z', main.darker),
    box(112, 398, 412, 44, 18, '#3b3a3d'),
    lugs('#2b2a2d'),
  ].join('');

const rainboot: Shape = (main, accent) =>
  [
    oval(232, 130, 92, 24, main.darker),
    fill(
      'M140 132 C146 230 138 320 136 420 L506 420 C508 366 474 340 424 330 C360 318 328 292 324 240 L324 132 C300 152 168 154 140 132 Z',
      MAIN_FALL,
    ),
    fill('M140 128 C168 154 296 154 324 128 L324 164 C296 186 168 186 141 164 Z', accent.base),
    line('M170 118 C172 82 208 82 208 116', accent.dark, 13),
    line('M262 116 C262 82 298 82 300 116', accent.dark, 13),
    fill('M166 190 C168 270 162 340 160 404 L186 404 C188 330 192 264 190 192 Z', main.lighter, 'opacity=".65"'),
    fill('M430 346 C466 352 488 366 494 390 C470 372 446 364 420 362 Z', main.lighter, 'opacity=".7"'),
    // a duckling
    disc(268, 282, 30, '#fff6d8'),
    disc(292, 256, 20, '#fff6d8'),
    fill('M308 252 L328 260 L308 266 Z', '#e8863a'),
    disc(296, 252, 4, '#33302b'),
    line('M256 286 q14 12 26 -2', '#e6cf92', 6),
    box(114, 404, 410, 42, 18, accent.dark),
    box(122, 440, 394, 14, 7, accent.darker),
  ].join('');

const sandal: Shape = (main, accent) =>
  [
    fill(
      'M104 404 C150 380 214 378 280 396 C350 414 430 400 500 408 C520 412 520 436 498 440 L130 440 C104 440 88 418 104 404 Z',
      '#b98d5d',
    ),
    fill(
      'M104 404 C150 376 214 374 280 392 C350 410 430 396 500 404 C512 408 510 418 494 418 C420 416 350 424 280 410 C214 394 160 398 110 416 Z',
      accent.light,
    ),
    fill(
      'M318 400 C322 330 364 290 420 292 C462 296 488 340 490 404 L446 406 C446 366 432 336 408 334 C382 334 366 366 364 406 Z',
      MAIN_FALL,
    ),
    fill(
      'M350 404 C352 350 380 318 416 316 C430 318 442 332 450 352 C434 336 420 330 406 332 C382 334 366 364 364 406 Z',
      main.dark,
      'opacity=".5"',
    ),
    fill('M116 400 C112 330 124 276 150 236 C160 224 174 230 172 244 C152 288 150 342 156 392 Z', main.dark),
    fill(
      'M128 296 C170 258 236 258 276 300 C296 322 304 356 306 398 L266 392 C262 356 250 322 226 306 C194 288 160 300 134 330 Z',
      MAIN_FALL,
    ),
    box(180, 258, 46, 40, 8, '#d8b25a', 'transform="rotate(-4 203 278)"'),
    box(190, 268, 26, 20, 4, main.dark, 'transform="rotate(-4 203 278)"'),
    fill(
      'M96 420 C100 440 114 444 130 444 L498 444 C514 442 520 432 516 420 C520 446 512 458 490 458 L134 458 C104 458 92 440 96 420 Z',
      '#4a3b30',
    ),
  ].join('');

const sportsandal: Shape = (main, accent) =>
  [
    fill('M116 398 C110 320 120 268 142 226 C150 214 166 218 168 232 C160 284 168 340 190 396 Z', main.dark),
    fill('M126 300 C180 262 246 250 310 262 L322 304 C258 294 196 302 136 340 Z', MAIN_FALL),
    fill('M150 396 C200 340 270 310 350 298 L384 328 C306 340 250 362 214 404 Z', accent.base),
    fill('M300 404 C300 344 330 286 366 272 L404 292 C372 314 352 356 352 408 Z', MAIN_FALL),
    fill('M364 406 C368 344 410 312 450 320 C494 332 514 366 512 406 Z', main.dark),
    fill('M392 402 C396 360 422 342 450 346 C474 352 488 372 490 402 Z', main.base),
    box(262, 256, 54, 50, 10, accent.dark, 'transform="rotate(4 289 281)"'),
    box(322, 290, 52, 46, 10, main.darker, 'transform="rotate(-14 348 313)"'),
    fill(
      'M96 400 C180 384 240 410 320 404 C400 398 470 400 522 392 C532 400 530 420 514 428 L120 430 C104 428 96 416 96 400 Z',
      '#8d8a80',
    ),
    fill(
      'M96 412 C180 404 260 424 340 418 C420 414 480 414 526 406 C526 440 512 450 480 450 L136 450 C108 450 96 436 96 412 Z',
      '#45443f',
    ),
    [0, 1, 2, 3, 4, 5, 6].map((lug) => box(126 + lug * 54, 444, 36, 16, 5, '#33322e')).join(''),
  ].join('');

const loafer: Shape = (main, accent) =>
  [
    fill('M118 286 C170 318 250 320 330 286 L344 324 L120 330 Z', main.darker),
    fill(
      'M106 410 C98 356 100 312 112 288 C118 278 130 280 138 288 C190 318 264 312 320 284 C336 278 346 282 358 292 C404 326 506 322 524 386 C528 404 522 412 508 414 Z',
      MAIN_FALL,
    ),
    fill(
      'M298 296 C316 284 338 280 358 292 C388 316 432 324 470 334 C448 360 412 368 374 360 C336 350 310 326 298 296 Z',
      main.light,
    ),
    fill('M262 304 C300 298 330 288 346 284 L398 318 C376 350 330 372 282 372 C268 350 262 326 262 304 Z', main.dark),
    box(296, 312, 62, 26, 10, accent.base, 'transform="rotate(24 327 325)"'),
    box(310, 320, 34, 10, 5, main.darker, 'transform="rotate(24 327 325)"'),
    line('M118 300 C124 350 124 380 122 404', main.dark, 5, 'opacity=".7"'),
    fill('M420 344 C462 346 496 356 510 378 C480 364 450 360 416 362 Z', main.lighter, 'opacity=".5"'),
    fill('M100 406 H520 C530 410 526 426 512 428 L190 430 L186 452 H108 C100 438 98 422 100 406 Z', '#4a382d'),
    fill('M190 430 L512 428 C500 440 460 444 420 442 L250 438 Z', '#37291f'),
  ].join('');

const slipper: Shape = (main, accent: Tones) =>
  [
    fill('M96 404 C110 350 150 326 200 340 L330 392 L330 430 L104 430 Z', '#efe7d8'),
    fill(
      'M104 396 C92 352 108 312 138 300 C150 296 160 304 164 318 C176 352 206 372 250 384 L240 420 L112 420 Z',
      main.dark,
    ),
    fill('M204 416 C196 336 248 262 336 258 C436 254 516 320 520 406 L516 424 L206 424 Z', MAIN_FALL),
    fill('M204 410 C196 340 240 276 312 262 C264 298 250 350 258 420 L206 424 Z', '#f8f1e4'),
    [0, 1, 2, 3, 4].map((tuft) => disc(222 + tuft * 16, 384 - tuft * 27, 21, '#fbf6ec')).join(''),
    // a small bear
    disc(352, 296, 15, accent.base),
    disc(430, 296, 15, accent.base),
    oval(391, 334, 54, 46, accent.light),
    disc(374, 328, 5, '#40352e'),
    disc(408, 328, 5, '#40352e'),
    oval(391, 346, 15, 11, '#fff7ea'),
    line('M385 345 q6 6 12 0', '#40352e', 4),
    fill(
      'M92 412 C94 400 104 402 116 408 C240 420 400 420 524 408 C532 414 530 436 512 442 L120 442 C100 440 92 428 92 412 Z',
      ACCENT_FALL,
    ),
    box(104, 436, 416, 18, 9, accent.darker),
  ].join('');

export const SHOE_SHAPES: Record<string, Shape> = {
  runner,
  walker,
  strapwalker,
  canvas,
  kidsneaker,
  boot,
  chelsea,
  snowboot,
  rainboot,
  sandal,
  sportsandal,
  loafer,
  slipper,
};
