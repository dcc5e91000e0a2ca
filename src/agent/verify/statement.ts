import type { Proven } from './proven.ts';

export type StatementKind = 'completion' | 'status' | 'promise' | 'stock' | 'offer' | 'policy' | 'ungrounded';

/** Something that words assert without a number in it, and the facts that would prove it. */
export interface Statement {
  kind: StatementKind;
  pattern: RegExp;
  /** A clause that only speaks of it: a condition, a question, a refusal. */
  exempt: RegExp;
  holds(proven: Proven, clause: string, sentence: string): boolean;
}

/** A condition or a question: what follows is not said to be so. */
export const SUPPOSED =
  /如果|若(?:是|您|要)?|假如|要是|倘若|万一|一旦|的话|[吗么]\s*[?。]?$|\?$|是否|是不是|有没有|能否|可否|请问|(?:确认|点击?|签收|审核|验收|收到|发货|取消|通过|办理|提交|支付|付款)[^,。;]{0,6}(?:后|之后|以后|才)|之?前|才[会能可]|\b(?:if|when|once|after|unless|until|before|whether|in case|would you|do you|did you|have you|has it|can i|shall i|should i)\b/;
/** Said not to be so. */
export const DENIED =
  /没有?[^,。;]{0,8}(?:取消|退|换|改|发货|签收|付|办|提交|完成|执行|动|收到|到账|转)|(?:还|尚|并)?未(?!来)|还没|不能|无法|不可以?|不会|没法|不支持|不是|别|\b(?:not|n't|cannot|never|no longer|nothing|no one|nobody|yet to|unable)\b|n't\b/;
/** Said to be possible, or asked of the customer. */
export const POSSIBLE =
  /需要您?(?:先)?(?:确认|点击?)|可以|能够?帮|\b(?:would|could|should|may|might|can|please|need to|will be)\b/;

export function anyOf(...patterns: RegExp[]): RegExp {
  return new RegExp(patterns.map(({ source }) => `(?:${source})`).join('|'));
}
