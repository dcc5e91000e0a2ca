import type { Flow } from '../../brain.ts';
import { isNamed } from './cues.ts';
import { intentOf } from './errands.ts';
import type { Reading } from './reading.ts';

/** 「对，就是它」「好，取消吧」 "yes, cancel it": too much for a plain yes, and nothing new. */
const SAME =
  /^(?:(?:对|是的?|好的?|嗯|行|可以|没错|ok|okay|yes|yeah|yep|sure|right|correct)[\s,，。.!！]*)*(?:就是?(?:它|他|她|这个|这样|[这那]一?[单个件])(?:了|的)?|(?:那|就|都|给我|帮我)*(?:取消|撤销|退货?|换货?|改(?:一下)?(?:收货)?(?:地址)?)(?:它|掉)?(?:吧|了|呗|啊)?|(?:that'?s|it'?s) (?:it|the one|right)|that one|(?:please |just )*(?:cancel|return|exchange|change)(?: it| that| this)?(?: please)?)[\s。.!！~]*$/i;
const OF_ERRAND = /取消|撤销|退|换|改|\b(?:cancel|return|exchange|change)\b/i;

/** Whether a message only says once more what the open card offers. */
export function agreesWithCard({ text, view }: Reading, { asking, command }: Flow): boolean {
  if (asking !== 'confirm' || view.openQuote?.quote.command !== command || !SAME.test(text)) return false;
  if (command === 'cancel_return') return !OF_ERRAND.test(text) || /撤|取消|不[退换]|\bcancel|\bwithdraw/i.test(text);
  return !OF_ERRAND.test(text) || isNamed(intentOf(command), text);
}
