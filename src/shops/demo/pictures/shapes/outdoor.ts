import type { Shape } from '../paint.ts';
import {
  ACCENT_FALL,
  ACCENT_ROUND,
  box,
  disc,
  fill,
  glow,
  line,
  MAIN_FALL,
  MAIN_ROUND,
  mirrored,
  oval,
  turned,
} from '../paint.ts';

const both = (drawing: string) => drawing + mirrored(drawing);

const backpack: Shape = (main, accent) =>
  [
    line('M258 92 C258 44 342 44 342 92', main.darker, 17),
    both(line('M176 210 C110 250 112 380 152 432', main.darker, 24)),
    fill(
      'M152 424 C140 300 146 190 180 130 C204 92 246 82 300 82 C354 82 396 92 420 130 C454 190 460 300 448 424 C446 448 432 460 408 460 H192 C168 460 154 448 152 424 Z',
      MAIN_FALL,
    ),
    fill(
      'M184 150 C206 112 250 104 300 104 C350 104 394 112 416 150 C390 136 210 136 184 150 Z',
      main.lighter,
      'opacity=".5"',
    ),
    line('M164 236 C220 214 380 214 436 236', main.darker, 6),
    line('M186 156 C176 190 168 214 166 236', main.darker, 5, 'opacity=".7"'),
    fill(
      'M188 288 C188 270 200 262 218 262 H382 C400 262 412 270 412 288 L418 420 C418 434 410 442 396 442 H204 C190 442 182 434 182 420 Z',
      main.light,
    ),
    line('M190 306 H410', main.darker, 5),
    line('M370 306 L382 336', accent.base, 9),
    box(250, 336, 100, 54, 10, main.base, `stroke="${main.dark}" stroke-width="3"`),
    box(268, 354, 64, 18, 5, accent.base),
    box(286, 226, 28, 52, 7, accent.base),
    box(280, 258, 40, 20, 6, main.darker),
    both(fill('M152 330 C136 330 126 346 128 372 L136 428 C140 444 152 448 162 446 L156 330 Z', main.dark)),
    line('M430 330 L434 250', accent.dark, 8, 'opacity=".9"'),
    fill('M176 250 C170 310 172 370 178 430 L192 434 C186 370 184 310 188 252 Z', '#ffffff', 'opacity=".22"'),
  ].join('');

const hikingpack: Shape = (main, accent) =>
  [
    both(line('M190 170 C130 220 130 360 168 420', main.darker, 22)),
    fill(
      'M172 432 C158 320 160 216 182 150 H418 C440 216 442 320 428 432 C426 450 414 460 396 460 H204 C186 460 174 450 172 432 Z',
      MAIN_FALL,
    ),
    fill(
      'M166 158 C166 98 214 66 300 66 C386 66 434 98 434 158 C434 184 418 194 396 194 H204 C182 194 166 184 166 158 Z',
      main.dark,
    ),
    fill(
      'M190 140 C198 104 240 86 300 86 C350 86 392 98 408 130 C360 112 250 112 190 140 Z',
      main.lighter,
      'opacity=".4"',
    ),
    both(box(228, 180, 16, 108, 5, accent.base) + box(220, 262, 32, 22, 6, main.darker)),
    fill(
      'M202 300 C202 286 212 278 226 278 H374 C388 278 398 286 398 300 L404 420 C404 432 396 438 386 438 H214 C204 438 196 432 196 420 Z',
      main.light,
    ),
    line('M208 314 L300 352 L392 314', accent.base, 6),
    line('M206 352 L300 392 L394 352', accent.base, 6),
    both(fill('M172 300 C150 304 140 330 146 366 L156 430 C160 446 170 450 182 448 Z', main.dark)),
    // rolled mat below, bottle at the side
    box(152, 436, 296, 40, 20, ACCENT_FALL),
    disc(168, 456, 20, accent.dark),
    disc(168, 456, 10, accent.light),
    both(box(222, 430, 14, 52, 5, main.darker)),
    box(430, 250, 34, 118, 12, '#9cc4d8'),
    box(436, 232, 22, 22, 6, '#44464c'),
    line('M190 214 C182 280 182 340 190 400', main.lighter, 8, 'opacity=".4"'),
  ].join('');

const schoolbag: Shape = (main, accent) =>
  [
    line('M254 100 C254 54 346 54 346 100', main.darker, 18),
    both(line('M160 220 C104 262 108 380 146 426', main.darker, 22)),
    fill(
      'M136 420 V190 C136 128 176 92 240 92 H360 C424 92 464 128 464 190 V420 C464 446 450 460 424 460 H176 C150 460 136 446 136 420 Z',
      MAIN_FALL,
    ),
    fill(
      'M136 190 C136 128 176 92 240 92 H360 C424 92 464 128 464 190 V262 C464 276 456 282 444 282 H156 C144 282 136 276 136 262 Z',
      main.light,
    ),
    box(136, 288, 328, 22, 4, '#f3f1ea'),
    box(136, 296, 328, 6, 0, '#c9ccd2'),
    both(box(206, 252, 34, 62, 8, accent.base) + box(212, 286, 22, 18, 5, accent.dark)),
    fill(
      'M184 348 C184 336 192 330 204 330 H396 C408 330 416 336 416 348 V422 C416 434 408 440 396 440 H204 C192 440 184 434 184 422 Z',
      main.dark,
    ),
    line('M184 362 H416', accent.base, 5),
    // a star
    fill('M300 138 L316 172 L352 176 L325 201 L333 238 L300 219 L267 238 L275 201 L248 176 L284 172 Z', accent.base),
    fill('M300 138 L316 172 L300 219 L267 238 L275 201 L248 176 L284 172 Z', accent.light),
    fill('M158 200 C158 156 180 124 216 114 C194 144 184 180 182 268 H158 Z', '#ffffff', 'opacity=".3"'),
    [0, 1].map((dot) => disc(228 + dot * 144, 400, 7, accent.base)).join(''),
  ].join('');

const sling: Shape = (main, accent) =>
  [
    line('M150 300 C130 150 260 60 420 84 C470 94 480 170 452 286', main.darker, 22),
    line('M154 290 C140 160 264 76 414 98', main.dark, 8),
    box(240, 78, 58, 36, 8, main.darker, 'transform="rotate(-14 269 96)"'),
    box(250, 86, 38, 20, 6, accent.base, 'transform="rotate(-14 269 96)"'),
    fill(
      'M112 330 C112 278 150 252 210 252 H396 C456 252 492 282 492 334 C492 410 446 456 372 458 H230 C158 458 112 410 112 330 Z',
      MAIN_FALL,
    ),
    line('M140 296 C200 276 400 276 464 300', main.darker, 6),
    line('M440 298 L462 334', accent.base, 9),
    fill(
      'M156 352 C156 332 172 326 194 326 H408 C430 326 446 334 446 352 C446 406 416 434 366 436 H236 C186 434 156 406 156 352 Z',
      main.light,
    ),
    line('M160 350 H442', main.darker, 5),
    line('M190 350 L178 380', accent.base, 8),
    box(262, 376, 78, 30, 8, accent.base),
    box(276, 387, 50, 7, 3, accent.light),
    fill(
      'M134 326 C136 290 160 272 200 270 C172 292 160 320 158 360 C150 376 134 356 134 326 Z',
      '#ffffff',
      'opacity=".25"',
    ),
  ].join('');

const tote: Shape = (main, accent) =>
  [
    line('M220 246 C216 90 268 60 300 60 C332 60 384 90 380 246', main.dark, 17),
    fill('M128 220 H472 L492 430 C494 448 484 458 468 458 H132 C116 458 106 448 108 430 Z', MAIN_FALL),
    fill('M128 220 H472 L476 258 C420 270 180 270 124 258 Z', main.dark, 'opacity=".35"'),
    line('M130 236 H470', main.darker, 3, 'opacity=".5" stroke-dasharray="9 7"'),
    line('M208 250 C202 84 258 44 300 44 C342 44 398 84 392 250', accent.base, 18),
    both(box(194, 236, 30, 58, 5, accent.base) + line('M200 246 L218 284 M218 246 L200 284', accent.light, 3)),
    // a sprig
    line('M300 420 C298 380 302 350 300 318', accent.dark, 6),
    [0, 1, 2]
      .map((pair) =>
        both(
          fill(
            `M300 ${392 - pair * 30} C276 ${388 - pair * 30} 258 ${370 - pair * 30} 252 ${348 - pair * 30} C276 ${350 - pair * 30} 294 ${364 - pair * 30} 300 ${392 - pair * 30} Z`,
            pair % 2 ? accent.light : accent.base,
          ),
        ),
      )
      .join(''),
    line('M140 280 C132 330 128 380 128 430', main.lighter, 7, 'opacity=".9"'),
    line('M440 300 C446 340 440 380 452 420', main.dark, 5, 'opacity=".4"'),
  ].join('');

const suitcase: Shape = (main, accent) =>
  [
    line('M250 168 V70 H350 V168', accent.dark, 13),
    box(238, 58, 124, 24, 12, main.darker),
    box(158, 148, 284, 292, 38, MAIN_ROUND),
    [0, 1, 2, 3, 4, 5]
      .map(
        (rib) =>
          box(186 + rib * 40, 166, 15, 256, 8, main.dark, 'opacity=".4"') +
          box(183 + rib * 40, 166, 6, 256, 3, '#ffffff', 'opacity=".45"'),
      )
      .join(''),
    box(158, 284, 284, 14, 0, main.darker, 'opacity=".55"'),
    box(270, 262, 60, 58, 12, accent.base),
    box(284, 276, 32, 10, 5, accent.darker),
    disc(300, 304, 6, accent.darker),
    box(262, 150, 76, 16, 8, main.darker),
    both(box(178, 430, 40, 16, 6, main.darker) + disc(198, 450, 17, '#33353b') + disc(198, 450, 7, accent.base)),
    // luggage tag
    line('M352 158 C372 170 380 180 386 196', '#b0855a', 5),
    box(370, 192, 40, 60, 8, '#d9a05c', 'transform="rotate(-8 390 222)"'),
    box(378, 206, 24, 20, 3, '#fbf4e6', 'transform="rotate(-8 390 216)"'),
  ].join('');

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
  backpack,
  hikingpack,
  schoolbag,
  sling,
  tote,
  suitcase,
  tent,
  sleepingbag,
  mat,
  bottle,
  lantern,
  campchair,
  poles,
  umbrella,
};
