import type { Shape, Tones } from '../paint.ts';
import { ACCENT_FALL, both, box, disc, fill, line, MAIN_FALL, moved, oval, turned } from '../paint.ts';

const LONG_SLEEVED =
  'M214 118 C240 138 360 138 386 118 L446 142 C470 152 482 170 488 194 L534 432 C536 444 530 450 520 452 L478 460 C468 462 461 456 459 447 L432 290 L438 474 C438 486 432 492 420 492 L180 492 C168 492 162 486 162 474 L168 290 L141 447 C139 456 132 462 122 460 L80 452 C70 450 64 444 66 432 L112 194 C118 170 130 152 154 142 Z';

/** Folds where sleeve and body meet. */
const folds = (tone: Tones) =>
  both(
    line('M168 290 C172 256 166 226 156 204', tone.dark, 5, 'opacity=".8"') +
      line('M176 340 C190 352 198 366 200 384', tone.dark, 4, 'opacity=".45"') +
      line('M126 300 C120 312 112 320 104 324', tone.dark, 4, 'opacity=".5"'),
  );

const cuffs = (colour: string) => both(turned(10, box(68, 426, 76, 32, 8, colour), 106, 442));

const tee: Shape = (main) =>
  [
    fill('M222 124 C246 108 354 108 378 124 C358 168 242 168 222 124 Z', main.darker),
    fill(
      'M214 122 C240 176 360 176 386 122 L450 148 C474 158 488 174 498 198 L536 290 L462 326 L438 280 L444 470 C444 482 438 488 426 488 L174 488 C162 488 156 482 156 470 L162 280 L138 326 L64 290 L102 198 C112 174 126 158 150 148 Z',
      MAIN_FALL,
    ),
    line('M218 125 C246 178 354 178 382 125', main.light, 15),
    line('M214 130 C242 192 358 192 386 130', main.dark, 3, 'opacity=".6"'),
    both(line('M162 280 C166 250 162 226 152 204', main.dark, 5, 'opacity=".7"')),
    both(line('M146 314 L76 284', main.dark, 3, 'opacity=".6"')),
    line('M160 474 H440', main.dark, 3, 'opacity=".6"'),
    both(line('M190 330 C204 346 210 366 208 388', main.dark, 4, 'opacity=".4"')),
    box(352, 246, 52, 26, 4, main.dark, 'opacity=".35"'),
  ].join('');

const shirt: Shape = (main) =>
  [
    fill(LONG_SLEEVED, MAIN_FALL),
    folds(main),
    cuffs(main.light),
    fill('M236 116 C260 98 340 98 364 116 L300 182 Z', main.darker),
    box(284, 168, 32, 322, 2, main.light),
    line('M284 176 V490', main.dark, 2, 'opacity=".6"'),
    line('M316 176 V490', main.dark, 2, 'opacity=".6"'),
    fill('M226 108 C230 102 240 104 246 110 L300 174 L254 206 L206 136 Z', main.lighter),
    fill('M374 108 C370 102 360 104 354 110 L300 174 L346 206 L394 136 Z', main.lighter),
    line('M206 136 L254 206 L300 174', main.dark, 3, 'opacity=".7"'),
    line('M394 136 L346 206 L300 174', main.dark, 3, 'opacity=".7"'),
    [212, 262, 312, 362, 412, 460]
      .map((y) => disc(300, y, 6, '#fffdf8', `stroke="${main.dark}" stroke-width="2"`))
      .join(''),
    fill('M346 236 H412 V296 L379 312 L346 296 Z', main.light, `stroke="${main.dark}" stroke-width="2.5"`),
    both(disc(76, 440, 4, '#fffdf8')),
  ].join('');

const hoodie: Shape = (main, accent) =>
  [
    fill('M196 150 C176 70 240 44 300 44 C360 44 424 70 404 150 C380 190 220 190 196 150 Z', main.dark),
    fill(LONG_SLEEVED, MAIN_FALL),
    folds(main),
    cuffs(main.dark),
    fill('M162 458 H438 V478 C438 488 432 494 420 494 H180 C168 494 162 488 162 478 Z', main.dark),
    [...Array(17).keys()]
      .map((rib) => line(`M${176 + rib * 15.5} 464 V488`, main.darker, 2.5, 'opacity=".55"'))
      .join(''),
    fill(
      'M300 208 C244 190 196 160 206 112 C212 70 262 58 300 58 C338 58 388 70 394 112 C404 160 356 190 300 208 Z',
      main.light,
    ),
    fill(
      'M300 196 C254 178 224 154 230 118 C236 88 270 78 300 78 C330 78 364 88 370 118 C376 154 346 178 300 196 Z',
      main.darker,
    ),
    fill('M300 196 C272 184 250 170 240 150 C270 164 330 164 360 150 C350 170 328 184 300 196 Z', main.dark),
    line('M270 190 C266 220 268 244 264 272', accent.lighter, 7),
    line('M330 190 C334 214 332 236 338 256', accent.lighter, 7),
    disc(264, 276, 6, accent.light),
    disc(338, 260, 6, accent.light),
    fill(
      'M214 360 C218 354 224 352 232 352 H368 C376 352 382 354 386 360 L412 440 C413 446 410 450 404 450 H196 C190 450 187 446 188 440 Z',
      main.base,
      `stroke="${main.dark}" stroke-width="4"`,
    ),
  ].join('');

const puffer: Shape = (main, accent) =>
  [
    fill('M228 130 C226 90 250 78 300 78 C350 78 374 90 372 130 L300 160 Z', main.darker),
    fill(LONG_SLEEVED, MAIN_FALL),
    [190, 244, 298, 352, 406, 456]
      .map(
        (y) =>
          line(`M166 ${y} C210 ${y + 14} 262 ${y + 14} 296 ${y + 2}`, main.dark, 5, 'opacity=".7"') +
          line(`M434 ${y} C390 ${y + 14} 338 ${y + 14} 304 ${y + 2}`, main.dark, 5, 'opacity=".7"'),
      )
      .join(''),
    [190, 244, 298, 352, 406]
      .map((y) =>
        both(
          fill(
            `M180 ${y + 18} C214 ${y + 28} 254 ${y + 28} 284 ${y + 18} C254 ${y + 22} 214 ${y + 22} 180 ${y + 18} Z`,
            main.lighter,
            'opacity=".8"',
          ),
        ),
      )
      .join(''),
    both(
      [0, 1, 2, 3, 4]
        .map((row) =>
          line(
            `M${112 - row * 9} ${212 + row * 46} C${130 - row * 6} ${226 + row * 46} ${146 - row * 4} ${228 + row * 46} ${162 - row * 3} ${222 + row * 46}`,
            main.dark,
            5,
            'opacity=".7"',
          ),
        )
        .join(''),
    ),
    folds(main),
    fill('M222 134 C220 100 236 86 250 84 C256 110 276 132 296 142 L296 168 C262 162 236 150 222 134 Z', main.light),
    fill('M378 134 C380 100 364 86 350 84 C344 110 324 132 304 142 L304 168 C338 162 364 150 378 134 Z', main.light),
    box(294, 140, 12, 350, 4, accent.dark),
    box(295, 156, 10, 26, 3, '#d9d4c9'),
    both(line('M196 388 L214 444', accent.dark, 8)),
  ].join('');

const shell: Shape = (main, accent) =>
  [
    fill('M204 142 C186 66 250 42 300 42 C350 42 414 66 396 142 L300 176 Z', main.dark),
    fill('M234 134 C224 88 262 70 300 70 C338 70 376 88 366 134 L300 170 Z', main.darker),
    fill(LONG_SLEEVED, MAIN_FALL),
    fill(
      'M154 142 L214 118 C240 138 360 138 386 118 L446 142 C470 152 482 170 488 194 L494 226 C420 258 180 258 106 226 L112 194 C118 170 130 152 154 142 Z',
      accent.base,
    ),
    fill('M106 226 C180 258 420 258 494 226 L496 236 C420 268 180 268 104 236 Z', accent.dark, 'opacity=".5"'),
    folds(main),
    cuffs(main.darker),
    fill('M220 128 C214 98 232 80 250 78 C252 112 276 140 294 150 L294 196 C258 184 232 160 220 128 Z', accent.light),
    fill('M380 128 C386 98 368 80 350 78 C348 112 324 140 306 150 L306 196 C342 184 368 160 380 128 Z', accent.light),
    box(293, 148, 14, 344, 4, main.darker),
    box(296, 172, 8, 28, 3, '#e6e1d6'),
    both(line('M206 376 L222 440', main.darker, 9) + line('M206 376 L208 386', '#e6e1d6', 5)),
    line('M338 300 L398 288', main.darker, 8),
    both(line('M176 470 H270', main.dark, 4, 'opacity=".7"')),
  ].join('');

const knit = (tone: Tones) =>
  [...Array(8).keys()]
    .map((row) => line(`M182 ${232 + row * 28} H418`, tone.dark, 3, 'opacity=".22" stroke-dasharray="7 9"'))
    .join('');

const cardigan: Shape = (main, accent) =>
  [
    fill('M230 124 C256 108 344 108 370 124 L300 330 Z', main.darker),
    fill(LONG_SLEEVED, MAIN_FALL),
    fill('M226 120 C252 138 348 138 374 120 L300 338 Z', main.darker),
    fill('M252 130 C276 140 324 140 348 130 L300 300 Z', '#efe6d8'),
    knit(main),
    folds(main),
    cuffs(main.dark),
    fill('M162 456 H438 V478 C438 488 432 494 420 494 H180 C168 494 162 488 162 478 Z', main.dark),
    line('M220 122 C236 210 268 288 300 340 V488', main.light, 20),
    line('M380 122 C364 210 332 288 300 340', main.light, 20),
    [356, 396, 436, 474].map((y) => disc(300, y, 9, accent.base) + disc(300, y, 4, accent.dark)).join(''),
    both(
      box(194, 390, 70, 60, 8, main.base, `stroke="${main.dark}" stroke-width="3"`) +
        box(194, 390, 70, 14, 6, main.light),
    ),
  ].join('');

const fleece: Shape = (main, accent) =>
  [
    fill('M232 134 C230 92 252 80 300 80 C348 80 370 92 368 134 L300 164 Z', accent.darker),
    fill(LONG_SLEEVED, MAIN_FALL),
    fill('M154 142 L214 118 L224 200 C190 214 150 212 108 214 L112 194 C118 170 130 152 154 142 Z', accent.base),
    fill('M446 142 L386 118 L376 200 C410 214 450 212 492 214 L488 194 C482 170 470 152 446 142 Z', accent.base),
    folds(main),
    cuffs(accent.base),
    box(162, 470, 276, 22, 9, accent.base),
    fill('M224 134 C222 104 236 90 250 88 C256 114 276 134 296 144 L296 178 C262 168 238 152 224 134 Z', main.light),
    fill('M376 134 C378 104 364 90 350 88 C344 114 324 134 304 144 L304 178 C338 168 362 152 376 134 Z', main.light),
    box(294, 142, 12, 330, 4, accent.dark),
    disc(300, 156, 9, accent.light),
    fill('M336 250 H408 V318 C408 326 402 330 394 330 H350 C342 330 336 326 336 318 Z', accent.base),
    line('M336 266 H408', accent.light, 4),
  ].join('');

const thermal: Shape = (main) =>
  moved(
    16,
    6,
    [
      fill('M236 124 C258 112 342 112 364 124 C346 158 254 158 236 124 Z', main.darker),
      fill(LONG_SLEEVED.replace('C240 138 360 138 386 118', 'C240 166 360 166 386 118'), MAIN_FALL),
      folds(main),
      cuffs(main.dark),
      line('M220 122 C250 166 350 166 380 122', main.light, 13),
      [...Array(11).keys()]
        .map((rib) => line(`M${186 + rib * 23} ${214 + Math.abs(rib - 5) * -3} V484`, main.dark, 3, 'opacity=".22"'))
        .join(''),
    ].join(''),
    0.74,
  ) +
  moved(
    292,
    176,
    [
      fill(
        'M120 60 H350 L392 500 C392 508 388 512 380 512 H308 C302 512 298 508 297 502 L240 220 L176 502 C175 508 171 512 165 512 H92 C84 512 80 508 80 500 Z',
        MAIN_FALL,
      ),
      box(116, 48, 238, 34, 12, main.dark),
      line('M240 84 V218', main.dark, 4, 'opacity=".6"'),
      box(82, 482, 90, 28, 8, main.dark),
      box(302, 482, 90, 28, 8, main.dark),
    ].join(''),
    0.66,
  );

const jeans: Shape = (main, accent) =>
  [
    fill(
      'M196 96 H404 L438 496 C439 506 434 510 426 510 H338 C330 510 326 506 325 498 L302 246 L276 498 C275 506 270 510 262 510 H174 C166 510 161 506 162 496 Z',
      MAIN_FALL,
    ),
    box(190, 86, 220, 36, 8, main.dark),
    [206, 250, 338, 382].map((x) => box(x, 82, 12, 44, 4, main.light)).join(''),
    disc(300, 104, 9, accent.light),
    line('M300 124 V210 C300 226 290 234 276 236', accent.base, 3, 'stroke-dasharray="7 6"'),
    line('M288 124 V206', main.dark, 3),
    line('M196 150 C226 166 244 150 250 126', accent.base, 3.5, 'stroke-dasharray="7 6"'),
    line('M404 150 C374 166 356 150 350 126', accent.base, 3.5, 'stroke-dasharray="7 6"'),
    fill('M196 240 C190 330 184 400 192 470 L226 470 C226 390 224 320 222 240 Z', main.lighter, 'opacity=".28"'),
    fill('M356 240 C366 330 376 400 384 470 L408 470 C402 390 394 320 384 240 Z', main.lighter, 'opacity=".2"'),
    line('M166 490 H264', accent.base, 3.5, 'stroke-dasharray="7 6"'),
    line('M336 490 H436', accent.base, 3.5, 'stroke-dasharray="7 6"'),
    line('M302 246 C290 252 270 250 256 244', main.darker, 4, 'opacity=".6"'),
    line('M302 250 C316 256 334 254 346 246', main.darker, 4, 'opacity=".6"'),
  ].join('');

const leggings: Shape = (main, accent) =>
  [
    fill(
      'M202 88 H398 C406 150 412 210 402 290 C396 370 386 430 376 500 C375 508 370 512 362 512 H322 C314 512 310 508 310 500 L300 262 L290 500 C290 508 286 512 278 512 H238 C230 512 225 508 224 500 C214 430 204 370 198 290 C188 210 194 150 202 88 Z',
      MAIN_FALL,
    ),
    fill('M202 88 H398 L402 138 C340 160 260 160 198 138 Z', main.dark),
    line('M198 140 C260 162 340 162 402 140', main.light, 3, 'opacity=".7"'),
    fill('M196 200 C206 300 222 410 240 508 L226 508 C212 420 196 340 192 262 Z', accent.base),
    fill('M404 200 C394 300 378 410 360 508 L374 508 C388 420 404 340 408 262 Z', accent.base),
    line('M300 170 V262', main.darker, 3, 'opacity=".5"'),
    fill('M234 230 C238 320 250 400 258 470 L266 470 C264 390 258 310 256 230 Z', main.lighter, 'opacity=".3"'),
    fill('M336 230 C338 320 334 400 330 470 L338 470 C346 390 354 310 354 230 Z', main.lighter, 'opacity=".25"'),
    line('M366 190 V250', main.darker, 4, 'opacity=".7"'),
  ].join('');

const dress: Shape = (main, accent) =>
  [
    fill('M246 92 C262 84 338 84 354 92 C340 138 260 138 246 92 Z', main.darker),
    fill(
      'M240 84 C258 150 342 150 360 84 L398 100 C416 110 426 124 434 146 L462 214 L404 240 L388 204 L378 262 C400 340 436 420 462 500 C400 524 200 524 138 500 C164 420 200 340 222 262 L212 204 L196 240 L138 214 L166 146 C174 124 184 110 202 100 Z',
      MAIN_FALL,
    ),
    line('M244 88 C262 148 338 148 356 88', main.light, 9),
    [0, 1, 2, 3, 4]
      .map((pleat) =>
        line(
          `M${252 + pleat * 24} 284 C${232 + pleat * 34} 360 ${212 + pleat * 44} 430 ${198 + pleat * 51} 504`,
          main.dark,
          4,
          'opacity=".4"',
        ),
      )
      .join(''),
    fill('M221 250 C270 264 330 264 379 250 L384 280 C330 294 270 294 216 280 Z', accent.base),
    fill('M318 266 C350 262 372 278 362 300 C350 312 330 296 318 272 Z', accent.light),
    line('M320 278 C332 310 330 340 338 366', accent.base, 11),
    line('M312 278 C306 312 312 336 308 356', accent.base, 11),
    both(line('M212 204 C216 184 212 168 204 156', main.dark, 4, 'opacity=".7"')),
    both(line('M186 360 L172 410', main.dark, 5, 'opacity=".65"')),
  ].join('');

const sock = (tone: Tones, stripe: string) =>
  [
    fill(
      'M150 70 H250 V286 C250 306 264 320 284 330 L362 370 C400 390 402 446 352 448 L236 448 C180 446 150 410 150 350 Z',
      tone.base,
    ),
    fill(
      'M150 350 C150 410 180 446 236 448 L262 448 C210 430 176 390 176 330 L176 120 H150 Z',
      tone.dark,
      'opacity=".35"',
    ),
    fill('M304 340 L362 370 C400 390 402 446 352 448 L300 448 C334 424 336 376 304 340 Z', stripe),
    fill('M150 330 C176 300 220 300 248 320 C246 366 206 402 176 412 C156 388 150 364 150 330 Z', stripe),
    box(144, 62, 112, 58, 12, tone.light),
    [160, 178, 196, 214, 232].map((x) => line(`M${x} 70 V112`, tone.dark, 3, 'opacity=".5"')).join(''),
    box(150, 150, 100, 16, 0, stripe),
    box(150, 178, 100, 10, 0, stripe),
  ].join('');

const socks: Shape = (main, accent) =>
  turned(-8, moved(176, 86, sock(accent, main.base), 0.92), 300, 300) +
  turned(6, moved(34, 74, sock(main, accent.base), 0.98), 300, 300);

const check = (x: number, y: number, width: number, height: number, tone: Tones, accent: Tones) =>
  box(x, y, width, height, 4, tone.base) +
  [0.22, 0.72].map((part) => box(x + width * part - 12, y, 24, height, 0, accent.base, 'opacity=".65"')).join('') +
  [...Array(Math.floor(height / 84)).keys()]
    .map((row) => box(x, y + 30 + row * 84, width, 26, 0, accent.base, 'opacity=".5"'))
    .join('') +
  [...Array(Math.floor(height / 84)).keys()]
    .map((row) => line(`M${x} ${y + 14 + row * 84} H${x + width}`, tone.lighter, 4, 'opacity=".8"'))
    .join('') +
  line(`M${x + width * 0.47} ${y} V${y + height}`, tone.lighter, 4, 'opacity=".8"');

const fringe = (x: number, y: number, width: number, colour: string) =>
  [...Array(9).keys()]
    .map((strand) => line(`M${x + 6 + strand * ((width - 12) / 8)} ${y} v${26 + (strand % 3) * 5}`, colour, 5))
    .join('');

const scarf: Shape = (main, accent) =>
  [
    turned(7, fringe(330, 452, 104, main.dark) + check(330, 200, 104, 254, main, accent), 380, 300),
    turned(-5, fringe(196, 490, 112, main.dark) + check(196, 220, 112, 272, main, accent), 250, 340),
    fill(
      'M166 190 C160 120 230 92 300 92 C370 92 440 120 436 190 C434 240 376 270 304 270 C230 270 170 246 166 190 Z',
      MAIN_FALL,
    ),
    fill(
      'M214 176 C214 146 254 132 300 132 C346 132 388 146 388 176 C388 202 350 216 302 216 C252 216 214 204 214 176 Z',
      main.darker,
    ),
    fill(
      'M170 204 C186 250 250 264 306 262 C370 260 424 240 434 196 C438 252 380 282 304 282 C230 282 176 260 170 204 Z',
      main.dark,
    ),
    line('M196 132 C240 100 360 98 408 134', accent.base, 18, 'opacity=".6"'),
    line('M184 226 C240 262 360 262 420 224', accent.base, 14, 'opacity=".6"'),
    line('M176 160 C170 190 178 210 190 226', main.lighter, 4, 'opacity=".7"'),
  ].join('');

const cap: Shape = (main, accent) =>
  moved(
    0,
    46,
    [
      oval(300, 372, 226, 70, main.dark),
      fill(
        'M74 362 C78 316 160 292 300 292 C440 292 522 316 526 362 C518 398 430 410 300 410 C170 410 82 398 74 362 Z',
        MAIN_FALL,
      ),
      fill(
        'M150 338 C156 240 190 166 240 150 C280 138 320 138 360 150 C410 166 444 240 450 338 C420 372 180 372 150 338 Z',
        MAIN_FALL,
      ),
      fill('M148 318 C200 350 400 350 452 318 L454 348 C410 380 190 380 146 348 Z', accent.base),
      fill('M240 150 C206 180 184 250 182 330 L206 336 C204 262 220 190 256 146 Z', main.lighter, 'opacity=".45"'),
      line('M300 142 C298 210 300 270 300 336', main.dark, 3, 'opacity=".5"'),
      line('M244 150 C226 210 222 270 222 334', main.dark, 3, 'opacity=".4"'),
      line('M356 150 C374 210 378 270 378 334', main.dark, 3, 'opacity=".4"'),
      [372, 386]
        .map((y, ring) =>
          line(
            `M${104 + ring * 10} ${y} C180 ${y + 22} 420 ${y + 22} ${496 - ring * 10} ${y}`,
            main.dark,
            3,
            'opacity=".4" stroke-dasharray="8 6"',
          ),
        )
        .join(''),
      [186, 206].map((y) => disc(262, y, 4, main.darker)).join(''),
      box(392, 322, 34, 20, 4, ACCENT_FALL, `stroke="${accent.light}" stroke-width="2"`),
    ].join(''),
  );

export const CLOTHING_SHAPES: Record<string, Shape> = {
  tee,
  shirt,
  hoodie,
  puffer,
  shell,
  cardigan,
  fleece,
  thermal,
  jeans,
  leggings,
  dress,
  socks,
  scarf,
  cap,
};
