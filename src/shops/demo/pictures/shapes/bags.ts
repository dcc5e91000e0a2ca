import type { Shape } from '../paint.ts';
import { ACCENT_FALL, both, box, disc, fill, line, MAIN_FALL, MAIN_ROUND } from '../paint.ts';

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

export const BAG_SHAPES: Record<string, Shape> = { backpack, hikingpack, schoolbag, sling, tote, suitcase };
