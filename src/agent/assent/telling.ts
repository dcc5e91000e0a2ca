import type { Piece } from './pieces.ts';
import { clausesOf, sentencesOf } from './sentences.ts';

/** 「我退了」「取消订单了」「我退的」 and "I confirmed the order" tell what was done, 「帮我退了吧」 asks for it. When in doubt it tells. */
export function tellsNothing(pieces: readonly Piece[]): boolean {
  return (
    sentencesOf(pieces).every(
      (sentence) =>
        clausesOf(sentence).every(asksWhereOver) &&
        !(sentence.some(isPerson) && (sentence.some(isOver) || endsInPast(sentence))),
    ) && pieces.every((piece, at) => standsFree(piece, at, pieces) && !doesItAlone(piece, pieces[at + 1]))
  );
}

/** 「了」 comes right after the deed, in a clause that asks: with an object in between, or after what will be, it tells. */
function asksWhereOver(clause: readonly Piece[]): boolean {
  return clause.every((piece, at) => {
    const before = clause[at - 1];
    if (isPast(piece, before, clause[at + 1])) return false;
    if (!isOver(piece) || (isPolite(piece) && before && /^(?:yes|filler)$/.test(before.role))) return true;
    const asked = clause.slice(0, at).map(said);
    const isAsked =
      (/^[吧呗]$/.test(said(clause[at + 1])) && clause[at + 1]?.apart === false) ||
      asked.some((word) => /^(?:麻烦|麻烦您|麻烦你|请|请您)$/.test(word)) ||
      (asked.some((word) => /^(?:帮我|给我|替我|帮忙)$/.test(word)) && asked.includes('把'));
    return isAsked && isDone(before) && !piece.apart;
  });
}

/** 「我换红色的」 may tell of it as well. */
function endsInPast(sentence: readonly Piece[]): boolean {
  return clausesOf(sentence).some((clause) => /^[的哒]$/.test(said(clause.at(-1))));
}

/** 「谢谢啦」「好的嘞」 */
function isPolite(piece: Piece): boolean {
  return said(piece) !== '了';
}

function isOver(piece: Piece): boolean {
  return /^[了啦嘞]$/.test(said(piece));
}

function isPerson(piece: Piece): boolean {
  return /^[我你您]$/.test(said(piece));
}

function isDone(piece: Piece | undefined): boolean {
  return piece?.role === 'deed' || piece?.role === 'go-on';
}

/** 「我退的」「我取消的订单」「我寄回跑鞋的」: only what an option is called ends with 「的」. */
function isPast(piece: Piece, before: Piece | undefined, next: Piece | undefined): boolean {
  if (!/^[的哒]$/.test(said(piece)) || !before) return false;
  const isOfOption = before.shown.some(({ kind }) => kind === 'value');
  return isDone(before) || (!next && !isOfOption && !/^(?:yes|filler)$/.test(before.role));
}

/** "order confirmed", "confirmed the order": as a yes of its own it stands between marks. */
function standsFree(piece: Piece, at: number, pieces: readonly Piece[]): boolean {
  if (at === 0 || !/^(?:confirmed|agreed)$/.test(said(piece))) return true;
  return piece.marked && (pieces[at + 1]?.marked ?? true);
}

/** 「我处理」「我提交」: he means to do it himself. */
function doesItAlone(piece: Piece, next: Piece | undefined): boolean {
  return said(piece) === '我' && next?.role === 'go-on';
}

function said(piece: Piece | undefined): string {
  return piece?.words.join('') ?? '';
}
