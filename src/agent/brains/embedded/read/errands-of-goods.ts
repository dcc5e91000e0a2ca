import { clausesWithMarks, type ErrandSaid, trimmed, wishIn } from './errands-apart.ts';
import { kindsIn } from './mention.ts';

/** 「毛衣留着」「杯子不退」: what is said of goods that stay is no errand of its own. */
const STAYS = /留着|留下|保留|[不别]用?(?:退|换|取消|动|改)|\b(?:keep|not|don'?t|except|instead of|rather than)\b/i;
/** 「换成靴子」 names what is wished for, and not what was bought. */
const TARGET = /(?:换|改)(?:成|为|个|一?[双件个条款]).*$/u;

interface Stretch extends ErrandSaid {
  /** Goods named after the wish and without one of their own: of this errand, or of the next. */
  loose: string;
}

/**
 * The errands of a message that names goods instead of orders: 「空气炸锅取消，跑鞋换 38 码」. Empty where one wish is meant of all of them, where
 * one of the wishes is not named outright, and where they are of the same goods.
 */
export function errandsOfGoods(text: string): ErrandSaid[] {
  if (STAYS.test(text)) return [];
  const errands = merged(stretchesOf(text)).map(({ intent, text }) => ({ intent, text: trimmed(text) }));
  const isApart = errands.length > 1 && errands.every(({ intent }) => intent !== null) && ofDifferentGoods(errands);
  return isApart ? errands : [];
}

function stretchesOf(text: string): Stretch[] {
  const stretches: Stretch[] = [];
  let pending = '';
  for (const clause of clausesWithMarks(text)) {
    const last = stretches.at(-1);
    const intent = wishIn(clause);
    const isNamed = kindsIn(clause.replace(TARGET, '')).length > 0;
    if (intent !== null && (isNamed || pending)) {
      stretches.push({ intent, text: pending + clause, loose: '' });
      pending = '';
    } else if (intent !== null && last?.loose && intent !== last.intent) {
      const { loose } = last;
      last.text = last.text.slice(0, -loose.length);
      stretches.push({ intent, text: loose + clause, loose: '' });
    } else if (!last) pending += clause;
    else {
      last.text += clause;
      last.loose = isNamed && intent === null ? last.loose + clause : '';
    }
  }
  return pending ? [] : stretches;
}

/** The same wish of goods that stand beside each other is one errand. */
function merged(stretches: readonly Stretch[]): ErrandSaid[] {
  const errands: ErrandSaid[] = [];
  for (const { intent, text } of stretches) {
    const last = errands.at(-1);
    if (last && last.intent === intent) last.text += text;
    else errands.push({ intent, text });
  }
  return errands;
}

function ofDifferentGoods(errands: readonly ErrandSaid[]): boolean {
  const kinds = errands.map(({ text }) => kindsIn(text.replace(TARGET, '')));
  return kinds.every(
    (own, at) =>
      own.length > 0 && kinds.every((other, place) => place === at || !own.some((kind) => other.includes(kind))),
  );
}
