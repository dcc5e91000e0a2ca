import { orderNumbersIn, type SaidNumber } from './codes.ts';

/** 「和 XE…1107 一样的地址」 "the same address as order XE…1107": the order that has the address, and not the one that gets it. */
const OF_ORDER =
  /(?:\b(?:to|use|using|with|into|as)\s+(?:the |its )?(?:same )?(?:\w+ )?address (?:that is |that's )?(?:of|on|from|in|for|as)|\bsame (?:address |place |one )?(?:as|that)|\bmatch(?:es|ing)?|\blike)\s+(?:the |my |on |in |of |for )?(?:other )?(?:order )?(?:number )?(#?[a-z]{0,4}-?\d[\d-]{3,})|(?:和|跟|与|同|按|用)\s*(?:订单)?\s*(#?[a-z]{0,4}-?\d[\d-]{3,})\s*(?:这单|那单|订单)?(?:一样|相同|的(?:收货)?地址|的那个地址)/giu;

/** Where a message takes an address from, and what of it is left. */
export interface Elsewhere {
  from: 'order' | 'other-order' | 'default' | 'known' | null;
  number: SaidNumber | null;
  rest: string;
}

const DEFAULT =
  /默认(?:的)?(?:收货)?地址|账户(?:里|上)的?地址|\b(?:default|profile|account|home|saved|current|usual) address\b|\baddress (?:on|in|of) (?:my |the )?(?:profile|account|file)\b/i;
const OTHER =
  /(?:另外?|别的|其他|上)一?[单个笔]?订?单?的?(?:那个)?(?:收货)?地址|\b(?:other|another|previous|last|different|one of my(?: \w+)?) orders?\b|\bsame address as my other\b/i;
/** 「我上海的地址」 "my New York address": one that the shop has already. */
const KNOWN = /\b(?:my|the) (?:[a-z.']+ ){1,3}address\b|我?(?:在)?\p{Script=Han}{2,6}的?(?:那个)?地址/iu;

/** `ofDefault`: it is the default address that changes, so that its name points at nothing. */
export function elsewhereIn(whole: string, ofDefault = false): Elsewhere {
  const text = ofDefault ? whole.replace(DEFAULT, ' ') : whole;
  const [found] = [...text.matchAll(OF_ORDER)];
  const number = found ? orderNumbersIn(found[1] ?? found[2] ?? '', true)[0] : undefined;
  if (found && number) return { from: 'order', number, rest: text.replace(found[0], ' ') };
  const from = DEFAULT.test(text) ? 'default' : OTHER.test(text) ? 'other-order' : KNOWN.test(text) ? 'known' : null;
  return { from, number: null, rest: text };
}
