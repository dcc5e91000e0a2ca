/** One numbered piece of an address: what number, of what kind (号, 室 …), and in place of which. */
export interface DoorPiece {
  number: string;
  kind: DoorKind | null;
  /** As it was written: 「室」, 幢. Empty for a number alone. */
  sign: string;
  /** 「不是 100 号，是 101 号」: the number that it takes the place of. */
  instead: string | null;
}

/** From the street inwards. */
const KINDS = ['lane', 'house', 'building', 'unit', 'floor', 'room'] as const;
type DoorKind = (typeof KINDS)[number];

const SIGNS: readonly (readonly [RegExp, DoorKind])[] = [
  [/^弄$/u, 'lane'],
  [/^(?:号楼|幢|栋|座)$/u, 'building'],
  [/^单元$/u, 'unit'],
  [/^(?:楼|层)$/u, 'floor'],
  [/^(?:室|房)$/u, 'room'],
  [/^号院?$/u, 'house'],
];

const SIGN = '号楼|号院|号|幢|栋|座|单元|弄|楼|层|室|房';
const NUMBER = '\\d{1,5}[a-z]?(?:-\\d{1,5})*';
const PIECE = new RegExp(`(?<![\\d-])(${NUMBER})(?![\\d-])\\s*(${SIGN})?`, 'giu');

function kindOf(sign: string): DoorKind | null {
  return SIGNS.find(([pattern]) => pattern.test(sign))?.[1] ?? null;
}

/** 「不是 100 号，是 101 号」「100 号改成 101 号」 "not 55, 56": first the old, then the new. */
const OLD_NEW: readonly RegExp[] = [
  new RegExp(
    `(?:写|填|打|寄)[错成到]*(?:成|的是)?\\s*(?<old>${NUMBER})\\s*(?:${SIGN})?了?[\\s,，]*(?:其实|实际|应该|正确的?)是?\\s*(?<now>${NUMBER})\\s*(?<sign>${SIGN})?`,
    'iu',
  ),
  new RegExp(
    `不是\\s*(?<old>${NUMBER})\\s*(?:${SIGN})?[\\s,，]*(?:而|应该|应)?是\\s*(?<now>${NUMBER})\\s*(?<sign>${SIGN})?`,
    'iu',
  ),
  new RegExp(
    `(?<old>${NUMBER})\\s*(?:${SIGN})?\\s*(?:要|应该)?(?:改成|改为|换成|应该是|应为)\\s*(?<now>${NUMBER})\\s*(?<sign>${SIGN})?`,
    'iu',
  ),
  new RegExp(`是\\s*(?<now>${NUMBER})\\s*(?<sign>${SIGN})?[\\s,，]*(?:而)?不是\\s*(?<old>${NUMBER})`, 'iu'),
  /\bnot\s+(?:number\s+|no\.?\s*|room\s+|apt\.?\s*|unit\s+)?#?(?<old>\d{1,5}[a-z]?)\b\W+(?:but\s+|it'?s\s+|it is\s+|it should be\s+|should be\s+|make it\s+)?(?:number\s+|no\.?\s*|room\s+|apt\.?\s*|unit\s+)?#?(?<now>\d{1,5}[a-z]?)\b/i,
  /(?<now>\b\d{1,5}[a-z]?)\b,?\s+(?:and\s+)?not\s+(?:number\s+|no\.?\s*)?(?<old>\d{1,5}[a-z]?)\b/i,
  /\b(?:change|replace|swap)\s+(?:number\s+|room\s+|apt\.?\s*|unit\s+)?(?<old>\d{1,5}[a-z]?)\s+(?:to|with|by|for)\s+(?<now>\d{1,5}[a-z]?)\b/i,
  /\b(?<now>\d{1,5}[a-z]?)\s+instead of\s+(?<old>\d{1,5}[a-z]?)\b/i,
];

const LABELS: readonly (readonly [RegExp, DoorKind | null])[] = [
  [/(?:房间号?|房号|室号)/u, 'room'],
  [/(?:楼号|栋号|幢号)/u, 'building'],
  [/单元号/u, 'unit'],
  [/(?:门牌号?码?|门号|号码|楼层)/u, null],
];
const SAYS =
  '\\s*(?:又?(?:填|写|打|搞)?错了?|不对)?[\\s,，]*(?:请|帮我|要|应该|想|只)?(?:改成|改为|改到|换成|换为|改|是|应为|为|写|:|：)*\\s*';
const LABELLED = LABELS.map(
  ([label, kind]) =>
    [new RegExp(`${label.source}${SAYS}((?:(?:${NUMBER})\\s*(?:${SIGN})?[\\s,，]*)+)`, 'iu'), kind] as const,
);
/** "the number is 56", "house number should be 56", "make it number 56". */
const NUMBER_EN =
  /\b(?:(?:house|street|building|door)\s+)?(?:number|no\.)\s*(?:(?:on|of|for|in) [^\d,.]{1,50}?)?(?:(?:is|was|to|should be|must be|would be|actually|:)\s*)*#?(\d{1,5}[a-z]?)\b(?!\s+[A-Z])/i;
/** 「101 号」「改成 703 室」 "56": a correction that is the piece alone. */
const ALONE = new RegExp(
  `^(?:不对|不|错了|错|应该是|应为|是|就是|改成|改为|改到|换成|只改|只换|把|麻烦|请|no|nope|wait|sorry|oops|it'?s|its|it is|make it|should be|it should be|actually|number|[\\s,，。.!:])*((?:(?:${NUMBER})\\s*(?:${SIGN})?[\\s,，]*)+)(?:才对|吧|啊|哦|了|呢|please|actually|[\\s。.!！])*$`,
  'iu',
);

interface DoorSaid {
  pieces: DoorPiece[];
  /** The words that say it. */
  words: string;
}

/** Pieces of an address that are put right by themselves; null where none is. `corrects`: a number alone is one too. */
export function doorIn(text: string, corrects: boolean): DoorSaid | null {
  for (const pattern of OLD_NEW) {
    const found = pattern.exec(text);
    const { old, now, sign = '' } = found?.groups ?? {};
    if (found && old && now)
      return { words: found[0], pieces: [{ number: now, sign, kind: kindOf(sign), instead: old }] };
  }
  for (const [pattern, kind] of LABELLED) {
    const found = pattern.exec(text);
    if (found) return { words: found[0], pieces: saidIn(found[1], kind) };
  }
  const english = NUMBER_EN.exec(text);
  if (english) return { words: english[0], pieces: saidIn(english[1], null) };
  const alone = ALONE.exec(text);
  const pieces = saidIn(alone?.[1], null);
  const isPlain = corrects || pieces.every(({ sign }) => sign !== '');
  return alone && pieces.length > 0 && isPlain ? { words: alone[0], pieces } : null;
}

function saidIn(text: string | undefined, label: DoorKind | null): DoorPiece[] {
  return piecesOf(text ?? '').map(({ number, sign, kind }) => ({ number, sign, kind: kind ?? label, instead: null }));
}

interface Placed {
  number: string;
  sign: string;
  kind: DoorKind | null;
  start: number;
  end: number;
}

function piecesOf(text: string): Placed[] {
  return [...text.matchAll(PIECE)].map(({ index, 0: whole, 1: number = '', 2: sign = '' }) => {
    return { number, sign, kind: kindOf(sign), start: index, end: index + whole.trimEnd().length };
  });
}

/** The streets that these pieces may make of the present one: one where it is plain, several where it has to be asked, none where they do not fit. */
export function withDoor(street: string, pieces: readonly DoorPiece[]): string[] {
  return pieces.reduce<string[]>(
    (streets, piece) => [...new Set(streets.flatMap((each) => withPiece(each, piece)))],
    [street],
  );
}

function withPiece(street: string, piece: DoorPiece): string[] {
  const own = piecesOf(street);
  if (piece.instead !== null) {
    const same = own.filter(({ number }) => number.toLowerCase() === piece.instead?.toLowerCase());
    return same.map((each) => replaced(street, each, piece));
  }
  if (piece.kind === null) return numbersOf(street, own).map((each) => replaced(street, each, piece));
  const alike = own.filter(({ kind }) => kind === piece.kind).at(-1);
  if (!alike) return isInner(piece, own) ? [`${street} ${piece.number}${piece.sign ? ` ${piece.sign}` : ' 室'}`] : [];
  const whole = replaced(street, alike, piece);
  // 「门牌 120 号」 of 118 号 6 幢 702 室: the flat may be of the old house.
  const isLast = own.every(({ start }) => start <= alike.start);
  const outer = `${street.slice(0, alike.start)}${piece.number}${spaced(street, alike)}${alike.sign}`;
  return isLast || piece.kind === 'room' ? [whole] : [whole, outer];
}

/** Of a Western street the number that leads it; else whatever is numbered. */
function numbersOf(street: string, own: readonly Placed[]): readonly Placed[] {
  const [first] = own;
  const leads =
    first !== undefined && !/\p{Script=Han}/u.test(street) && /^(?:no\.?\s*)?$/i.test(street.slice(0, first.start));
  return leads ? [first] : own;
}

function isInner({ kind }: DoorPiece, own: readonly Placed[]): boolean {
  if (kind === null || kind === 'lane' || kind === 'house') return false;
  return own.every((each) => each.kind !== null && KINDS.indexOf(each.kind) < KINDS.indexOf(kind));
}

function replaced(street: string, { start, end, number, sign }: Placed, piece: DoorPiece): string {
  const kept = street.slice(start + number.length, end);
  const isRenamed = piece.sign !== '' && piece.sign !== sign && sign !== '';
  return `${street.slice(0, start)}${piece.number}${isRenamed ? kept.replace(sign, piece.sign) : kept}${street.slice(end)}`;
}

function spaced(street: string, { start, end, number, sign }: Placed): string {
  return street.slice(start + number.length, end - sign.length);
}
