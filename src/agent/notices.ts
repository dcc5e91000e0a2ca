import type { Localized } from '../core/locale.ts';
import { localize } from '../core/locale.ts';
import type { Effect, Quote } from '../core/quote.ts';
import { withoutForetold } from './foretold.ts';

/** What the customer is told outside of a turn. Each says no more than what has happened. */
function both(zh: (say: (text: Localized) => string) => string, en: (say: (text: Localized) => string) => string) {
  return { zh: zh((text) => localize(text, 'zh')), en: en((text) => localize(text, 'en')) };
}

export function doneNotice({ title, effects, reference }: Effect): Localized {
  return both(
    (say) =>
      [`办好了：${say(title)}。`, ...withoutForetold(effects).map(say), reference ? `单号 ${reference}。` : ''].join(
        '',
      ),
    (say) =>
      [
        'That’s done.',
        `${say(title)}.`,
        ...withoutForetold(effects).map(say),
        reference ? `Reference: ${reference}.` : '',
      ]
        .join(' ')
        .trim(),
  );
}

export function notDoneNotice({ title }: Quote): Localized {
  return both(
    (say) => `「${say(title)}」没有办成，没有任何变动。需要的话请再告诉我一次，我重新为您核对。`,
    (say) => `“${say(title)}” could not be carried out; nothing was changed. Tell me again and I will check it anew.`,
  );
}

export function overtakenNotice({ title }: Quote): Localized {
  return both(
    (say) => `同事接手对话时，「${say(title)}」还没有办理，现在不会再自动办理。`,
    (say) =>
      `When a colleague took over, “${say(title)}” had not been carried out; it will not be done automatically any more.`,
  );
}

export function declinedNotice({ title }: Quote, reason: string): Localized {
  return both(
    (say) => `「${say(title)}」没有通过同事审核，没有办理。${reason && `原因：${reason}`}`,
    (say) => `A colleague declined “${say(title)}”; nothing was done.${reason && ` Reason: ${reason}`}`,
  );
}

export function lapsedNotice({ title }: Quote): Localized {
  return both(
    (say) => `「${say(title)}」一直没有等到同事审核，申请已经过期，没有办理。需要的话请再告诉我一次。`,
    (say) =>
      `“${say(title)}” was not decided in time and has lapsed; nothing was done. Tell me again if you still want it.`,
  );
}

export function backInStockNotice(title: Localized, options: Localized): Localized {
  return both(
    (say) => `您关注的「${say(title)}」${say(options) && `（${say(options)}）`}到货了。`,
    (say) => `“${say(title)}”${say(options) && ` (${say(options)})`} is back in stock.`,
  );
}
