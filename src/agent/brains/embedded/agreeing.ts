import type { Flow } from '../../brain.ts';
import { isNamed } from './cues.ts';
import { intentOf } from './errands.ts';
import type { Reading } from './reading.ts';

/** 「对，就是它」「好，取消吧」 "yes, cancel it": too much for a plain yes, and nothing new. */
const SAME =
  /^(?:(?:对|是的?|好的?|嗯|行|可以|没错|ok|okay|yes|yeah|yep|sure|right|correct)[\s,，。.!！]*)*(?:就是?(?:它|他|她|这个|这样|[这那]一?[单个件])(?:了|的)?|(?:那|就|都|给我|帮我)*(?:取消|撤销|退货?|换货?|改(?:一下)?(?:收货)?(?:地址)?)(?:它|掉)?(?:吧|了|呗|啊)?|(?:that'?s|it'?s) (?:it|the one|right)|that one|(?:please |just )*(?:cancel|return|exchange|change)(?: it| that| this)?(?: please)?)[\s。.!！~]*$/i;
const OF_ERRAND = /取消|撤销|退|换|改|\b(?:cancel|return|exchange|change)\b/i;

/** "Yes, please go ahead with the return, thank you": nothing new either, as long as nothing is asked or changed in it. */
const GO_AHEAD =
  /^(?:yes|yeah|yep|sure|ok|okay|great|perfect|好的?|对|可以|行)[\s,，。.!！]+(?:that'?s (?:right|correct|fine|it)[\s,.!]*)?(?:(?:please|you can|let'?s|just|那就?|请|麻烦|帮我)[\s,]*)*(?:go ahead|proceed|continue|process|submit|complete|confirm|do (?:it|that|so)|办理?|继续|提交|确认)/i;
const ADDS =
  /\b(?:but|instead|also|except|only|first|how|what|when|which|could you|can you|change|to my)\b|但|不过|另外|还有|先|吗|换成|改成|[?？]/i;

/** Whether a message only says once more what the open card offers. */
export function agreesWithCard({ text, view }: Reading, { asking, command }: Flow): boolean {
  if (asking !== 'confirm' || view.openQuote?.quote.command !== command || !(SAME.test(text) || isGoAhead(text)))
    return false;
  if (command === 'cancel_return') return !OF_ERRAND.test(text) || /撤|取消|不[退换]|\bcancel|\bwithdraw/i.test(text);
  return !OF_ERRAND.test(text) || isNamed(intentOf(command), text);
}

function isGoAhead(text: string): boolean {
  return GO_AHEAD.test(text) && !ADDS.test(text) && text.length <= 120;
}

/** 「不用确认了，直接办」: a yes is what is missing, and this is none. */
const SKIPS =
  /(?:不用|不必|别|无需|免)(?:再)?(?:跟我)?确认|^(?:就|那就)?直接(?:办|取消|退|改|换|提交)(?:理|掉)?(?:吧|了|就行|就好)?[\s。.!！~]*$|\bno need to confirm\b|\bwithout (?:a )?confirm|\bskip the confirm|\bdon'?t need to confirm\b/i;
/** 「不想要了」 beside a cancellation says why, or calls it off: only a yes or a no can tell. */
const NOT_WANTED =
  /^(?:我|就是|因为|就)*(?:不想要|不要|不需要|用不上)(?:这个|它|这单)?了?[\s。.!！~]*$|^(?:because )?i (?:don'?t|do not|no longer) (?:want|need) (?:it|this|them)(?:\s+any ?more)?[\s.!]*$/i;

/** Whether beside a card words leave open whether it is to be carried out: the card stays, and a yes or a no is asked for. */
export function needsPlainYes({ text, view }: Reading, { asking, command }: Flow): boolean {
  if (asking !== 'confirm' || view.openQuote?.quote.command !== command) return false;
  return SKIPS.test(text) || (command === 'cancel_order' && NOT_WANTED.test(text));
}

/** "I changed my mind" is a no to the card, and may have been the reason for it. */
export const MAY_BE_REASON = /\bchanged my mind\b|^不要了?[\s。.!！~]*$/i;
const OTHER_ONE =
  /^(?:那)?(?:还有|另外?|剩下)(?:的)?(?:那)?一?[单个笔]呢[\s?？。]*$|^(?:and |what about |how about )+the other (?:one|order)[\s?.]*$/i;

/** 「还有一单呢」 beside the card of the one or before it. */
export function asksForOther({ text }: Reading, { asking }: Flow): boolean {
  return asking === 'confirm' && OTHER_ONE.test(text);
}
