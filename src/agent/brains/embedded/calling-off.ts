import { sharpened, wishNamed } from './cues.ts';
import { GIVES_BACK, intentOf } from './errands.ts';
import { wantedIn } from './read/denied.ts';
import type { Reading } from './reading.ts';

/** 「算了不退了，」 "actually no, don't cancel." at the start: what was under way is called off. */
const HEAD =
  /^(?:(?:(?:actually|no|nope|nah|wait|sorry|oh|ok|okay|never ?mind|forget (?:it|that)|keep it|i(?:'ve)? changed my mind|don'?t (?:cancel|return|exchange|change)(?: it| that| this| the \w+| anything)?)\b|(?:那|还是)*算了(?:吧|算了)*|(?:先|那|还是)*(?:不(?:用|要|想)?|别)[退换改取](?:货|消|地址|订单)*(?:了|吧|啦)+)[\s,，。.!！;；]*)+/i;
const HEAD_CALLS_OFF =
  /算了|[不别](?:用|要|想)?[退换改取]|\b(?:no,? wait|wait,? no|actually,? no|changed my mind|never ?mind|forget (?:it|that)|keep it|don'?t (?:cancel|return|exchange|change))/i;

/** 「算了取消吧」 says the same thing twice. */
const BARE_CANCEL = /^(?:那?就?|还是|都)?(?:取消|cancel(?: it| this| that)?)(?:吧|了|掉)?[\s。.!！~]*$/i;

/** What the message asks for after it has called the matter off; null where it does neither, or names no errand after it. */
export function afterCallingOff(reading: Reading): Reading | null {
  const head = HEAD.exec(reading.text)?.[0] ?? '';
  const other = HEAD_CALLS_OFF.test(head) ? null : otherWish(reading);
  const text = other ?? reading.text.slice(head.length);
  if (other === null && !HEAD_CALLS_OFF.test(head)) return null;
  if (!/[\p{L}\p{N}]/u.test(text) || BARE_CANCEL.test(text)) return null;
  const scores = sharpened([], text);
  if (scores.length === 0 || callsOffTwice(reading, scores[0]?.name)) return null;
  const { view } = reading;
  const understanding = {
    ...view.understanding,
    intents: scores,
    act: 'none' as const,
    slots: view.understanding.slots.filter((slot) => text.includes(slot.text)),
  };
  const intents = scores.map(({ name }) => name);
  return { ...reading, text, scores, intents, view: { ...view, text, understanding } };
}

/** 「炸锅不要取消，帮我催一下」 beside the card that would cancel it: what is wanted instead; null where it is more of the same. */
function otherWish({ text, flow }: Reading): string | null {
  if (flow?.asking !== 'confirm' || flow.command !== 'cancel_order') return null;
  const wanted = wantedIn(text);
  const named = wanted?.isWish ? wishNamed(wanted.rest) : null;
  return wanted && named !== null && named !== intentOf(flow.command) ? wanted.rest : null;
}

/** 「不退了，取消退货」 of a return that has only been offered: it withdraws no other. */
function callsOffTwice({ flow }: Reading, intent: string | undefined): boolean {
  if (!flow?.asking) return false;
  return intent === 'undo_return'
    ? GIVES_BACK.has(flow.command)
    : intent === 'undo_cancel' && flow.command === 'cancel_order';
}
