import type { Quote } from '../../core/quote.ts';
import { countsFit } from './counts.ts';
import { deedOf } from './deeds.ts';
import { denies } from './denying.ts';
import { asksForNoOther } from './others.ts';
import { type Piece, piecesOf } from './pieces.ts';
import { fitsPlaces } from './places.ts';
import { sentencesOf } from './sentences.ts';
import { tellsNothing } from './telling.ts';
import { tokensOf } from './tokens.ts';
import { fitsOptions } from './values.ts';
import { DANGLING } from './words.ts';

/** Longer than anybody agrees, in characters and in words. */
const LONGEST = 320;
const MOST_WORDS = 60;

/**
 * A yes that says the card over again: it begins with an unmistakable yes, and every word after it is either one that cannot change what is
 * meant, or says what that card shows. Whatever is not known word by word makes it none; so does an echo that is not of the whole, or that
 * could as well be of another card. When in doubt it is no assent, and the card is shown again.
 */
export function isEchoingAssent(text: string, quote: Quote): boolean {
  if (text.length > LONGEST || denies(text)) return false;
  const tokens = tokensOf(text);
  if (!tokens || tokens.length < 2 || tokens.length > MOST_WORDS) return false;
  const pieces = piecesOf(tokens, quote);
  return pieces !== null && CHECKS.every((holds) => holds(pieces, quote));
}

const CHECKS: readonly ((pieces: readonly Piece[], quote: Quote) => boolean)[] = [
  opensPlainly,
  saysWhat,
  leavesNothingOpen,
  endsWell,
  tellsNothing,
  isNoOwn,
  asksForNoOther,
  namesObject,
  hasGround,
  countsFit,
  keepsDirection,
  fitsOptions,
  fitsPlaces,
];

/** 「好了」 is enough, 「对了」 comes to something else; 「确认一下」 asks for a check, 「确认退货」 does not. */
function opensPlainly(pieces: readonly Piece[]): boolean {
  const [, second] = pieces;
  if (second && !second.apart && /^[了像说话]$/.test(second.words[0] ?? '')) return false;
  return pieces.every(({ role, words }, at) => {
    const next = pieces[at + 1];
    if (words.at(-1) === '下' && pieces[at - 1]?.role === 'confirms') return false;
    return role !== 'confirms' || next === undefined || next.apart || next.role === 'deed' || next.role === 'go-on';
  });
}

/** 「好的，地址」 begins to give one, and 「是的，订单」 says nothing of it: what is done to it has to stand beside it. */
function saysWhat(pieces: readonly Piece[]): boolean {
  const isBare = ({ role, shown }: Piece) =>
    role === 'object' || role === 'one' || (shown.length > 0 && shown.every(({ kind }) => kind === 'label'));
  const says = ({ role, shown }: Piece) =>
    role === 'deed' || role === 'go-on' || role === 'consequence' || shown.some(({ kind }) => kind !== 'label');
  // 「我确认订单」 may want it: a second yes stands by itself.
  const agrees = ({ role }: Piece, at: number) => at > 0 && role === 'yes' && (pieces[at + 1]?.marked ?? true);
  return !pieces.some(isBare) || pieces.some((piece, at) => (at > 0 && says(piece)) || agrees(piece, at));
}

/** 「是的，到了」 "yes, to me": what has to come after these words does. */
function leavesNothingOpen(pieces: readonly Piece[]): boolean {
  return pieces.every(({ role }, at) => {
    const next = pieces.slice(at + 1).find(({ words }) => !LINKS.test(words.join(' ')));
    if (role === 'before-deed') return deedFollows(pieces, at);
    if (role === 'toward') return next !== undefined && AFTER_TOWARD.has(next.role);
    return role !== 'in' || next?.role === 'shown' || next?.role === 'object';
  });
}

function endsWell(pieces: readonly Piece[]): boolean {
  const last = pieces.at(-1);
  return !last || pieces.length < 2 || !DANGLING.some((words) => words.join() === last.words.join());
}

/** "my red one" is what is there already. */
function isNoOwn(pieces: readonly Piece[]): boolean {
  return sentencesOf(pieces).every((sentence) => {
    const words = sentence.map((piece) => piece.words.join(''));
    return !sentence.some(
      ({ shown }, at) => isOption(shown) && /^(?:my|我的?)(?:这个|这|的)*$/.test(ownerBefore(words, at)),
    );
  });
}

function isOption(shown: Piece['shown']): boolean {
  return shown.some(({ kind }) => kind === 'value');
}

/** Whose it is, with what may stand in between. */
function ownerBefore(words: readonly string[], at: number): string {
  let from = at;
  while (/^(?:这个|这|的)$/.test(words[from - 1] ?? '')) from--;
  return words.slice(Math.max(0, from - 1), at).join('');
}

function deedFollows(pieces: readonly Piece[], at: number): boolean {
  const rest = pieces.slice(at + 1);
  const end = rest.findIndex(({ opens }) => opens);
  return rest.slice(0, end < 0 ? rest.length : end).some(({ role }) => role === 'deed' || role === 'go-on');
}

const LINKS = /^(?:the|my|a|an|this|that|one|your|我|我的|这|这个|一个|的|您)$/;
const AFTER_TOWARD: ReadonlySet<Piece['role']> = new Set([
  'shown',
  'object',
  'deed',
  'both',
  'many',
  'consequence',
  'sum',
  'go-on',
]);

/** 「取消」 beside a card of cancelling may call the card off: only with its object it means the order. */
function namesObject(pieces: readonly Piece[], quote: Quote): boolean {
  const verbs = deedOf(quote)?.needsObject ?? [];
  const sentences = sentencesOf(pieces);
  return sentences.every((sentence) => {
    const isCalling = sentence.some(({ words }) => verbs.some((verb) => verb.join() === words.join()));
    return !isCalling || sentence.some(({ role, shown }) => role === 'object' || shown.some(isObject));
  });
}

function isObject({ kind }: Piece['shown'][number]): boolean {
  return kind === 'number' || kind === 'title';
}

/** The refund that comes of a return is no word of agreement to the return by itself, and why something is done is none either. */
function hasGround(pieces: readonly Piece[]): boolean {
  const rest = pieces.slice(1);
  const asks = ({ role }: Piece) => role === 'deed' || role === 'go-on';
  const agrees = (piece: Piece) =>
    asks(piece) || piece.role === 'yes' || piece.shown.some(({ kind }) => kind === 'number');
  const gives = (kind: string) =>
    pieces.some(({ role, shown }) => role === kind || shown.some((each) => each.kind === kind));
  return (!gives('consequence') || rest.some(agrees)) && (!gives('reason') || rest.some(asks));
}

/** Where one thing takes the place of another, what stands right after the verb goes and what stands after "to" comes: 「红色的换一下」 is no wish for red. */
function keepsDirection(pieces: readonly Piece[], quote: Quote): boolean {
  if (!deedOf(quote)?.replaces) return true;
  return sentencesOf(pieces).every((sentence) => {
    let comes = true;
    let named = false;
    for (const { role, words, shown } of sentence) {
      const isNew = shown.some(({ kind }) => kind === 'value' || kind === 'place' || kind === 'means');
      if (isNew && !comes) return false;
      named ||= isNew;
      if (role === 'toward') comes = true;
      if (role !== 'deed' || NO_SWAP.test(words.join(' '))) continue;
      if (named) return false;
      // 「换红色」 is for red, "exchange the red one" gives it back, and 「换了红色的」 may be either.
      comes = /\p{Script=Han}/u.test(words.join(''));
    }
    return !sentence.some(
      ({ words }, at) =>
        words.join('') === '了' && sentence[at - 1]?.role === 'deed' && sentence.slice(at).some(isValue),
    );
  });
}

function isValue({ shown }: Piece): boolean {
  return shown.some(({ kind }) => kind === 'value' || kind === 'means' || kind === 'place');
}

/** What is done and not the doing, and verbs of which the object is what will be: "the exchange", "use my visa", 「用信用卡付」. */
const NO_SWAP =
  /^(?:the .*|changes|updates|modification|use|using|pay|paying|charge|ship|send|deliver|set|用|支 付|付 款|付|寄 到|寄 去|送 到|发 到)$/;
