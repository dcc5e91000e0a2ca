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
