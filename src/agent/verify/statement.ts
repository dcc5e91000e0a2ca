import type { Proven } from './proven.ts';

export type StatementKind = 'completion' | 'status' | 'promise' | 'stock' | 'offer' | 'policy' | 'ungrounded';

/** Where the words of a statement stand. */
export interface Place {
  /** The clause before and after the words. */
  before: string;
  match: string;
  after: string;
  clause: string;
  sentence: string;
}

/** True when the words only speak of the matter and do not assert it. */
export type Guard = (place: Place) => boolean;

/** Something that words assert without a number in it, and the facts that would prove it. */
export interface Statement {
  kind: StatementKind;
  pattern: RegExp;
  unless: readonly Guard[];
  holds(proven: Proven, place: Place): boolean;
}

/** 「退款到账了吗？」 */
export const asked: Guard = ({ clause }) =>
  /[吗么]\s*[?。]?\s*$|\?\s*$|是否|是不是|有没有|能否|可否|请问|^\s*(?:has|have|is|are|was|were|did|do|does|would|could|can|shall|may)\s/.test(
    clause,
  );

/** 「如果已经发货」, 「退款成功后」, 「已签收的商品」: a condition, or goods of a kind. The condition stands before the words, or right behind them. */
export const supposed: Guard = ({ before, match, after }) =>
  /如果|若(?:是|您|要|已)?|假如|要是|倘若|万一|一旦|只要|除非|等(?!待)|待|\b(?:if|when|once|after|unless|until|before|whether|in case|as soon as)\b/.test(
    before,
  ) ||
  /^(?:如果|若|一旦|if|when|once|after|until|unless)/.test(match) ||
  /^(?:的话|(?:之|以)?(?:后|前)|时|才|的(?:订单|商品|包裹|单子?|货|东西|话|部分)?(?![。!;,\s]|$))/.test(after) ||
  /^ (?:orders?|items?|goods|parcels?|packages?|products?)\b(?! (?:is|are|was|were|has|have))/.test(after);

/** 「还没有取消」, 「无法退款」: said not to be so, right before the words or inside them. */
export const denied: Guard = ({ before, match }) =>
  /(?:没有?|未|不(?:能|会|可以?|是|想|再)?|无法|没法|并非)[^,。担心用必怕]{0,3}$/.test(before) ||
  /没有|尚未|还未|还没|不(?:能|会|可)|无法|\b(?:not|never|nothing)\b|n't\b/.test(match) ||
  /(?:\bnot|\bnever|\bno longer|\byet to be|\bcannot be|\bnothing|\bnone|n't(?! (?:worry|need|forget|panic)))(?: \w+){0,2} ?$/.test(
    before,
  );

/** 「可以帮您取消」, "can be cancelled": said to be possible, or wished. */
export const possible: Guard = ({ before }) =>
  /(?:可以|能够?|需要|要不要|想要?|愿意|方便)[^,。]{0,4}$/.test(before) ||
  /\b(?:can|could|would|should|may|might|will|shall|to|please|want)(?: \w+){0,2} ?(?:be )?$/.test(before);

/** 「您确认后我就为您取消」: hangs on the customer's own yes, and nothing in the words says that it has happened. */
export const onConfirmation: Guard = ({ sentence, match }) =>
  /(?:确认|点击?|同意|核对)[^。!?]{0,10}(?:后|才|就|再)|\b(?:once|when|after|if|as soon as) you (?:confirm|press|agree)|\bplease confirm\b/.test(
    sentence,
  ) && !/已|了|成功|\b(?:has|have|was|were|been)\b/.test(match);

/** 「已为您生成取消订单的确认卡」: of the card, not of the deed. */
export const ofCard: Guard = ({ after }) =>
  /^[^,。;!?]{0,8}(?:确认卡|卡片)|^[a-z ]{0,20}\bconfirmation card\b/.test(after);

export function says(pattern: RegExp): Guard {
  return ({ clause }) => pattern.test(clause);
}

export function anyOf(...patterns: RegExp[]): RegExp {
  return new RegExp(patterns.map(({ source }) => `(?:${source})`).join('|'));
}
