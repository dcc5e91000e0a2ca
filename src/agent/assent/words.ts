import { wordsOf } from './tokens.ts';

/** A phrase a line or between bars, each as its words. */
export function phrases(list: string): string[][] {
  return list
    .split(/[|\n]/)
    .map(wordsOf)
    .filter((words) => words.length > 0);
}

/** Said by whoever agrees and by nobody else. "Ok", "fine", "great" and 「嗯」 are weaker: with more words behind them they are no assent. */
export const YES = phrases(
  `yes|yep|yeah|yup|sure|sure thing|absolutely|definitely|certainly|of course|yes of course|yes sure|yes please|correct|agreed|confirmed
  i confirm|yes i confirm|i agree|that is correct|thats correct|that is right|thats right|that sounds good|that sounds great|that sounds perfect|that sounds right
  sounds good|sounds great|sounds perfect|that looks good|that looks correct|that looks right|looks good|looks correct|it looks good|everything looks good|everything looks correct
  everything is correct|all the details are correct|the details are correct|those details are correct|all details are correct|all correct|all good
  that is perfect|thats perfect|that is fine|thats fine|that is what i want|thats what i want
  go ahead|please go ahead|ok go ahead|okay go ahead|ok please go ahead|okay please go ahead|please proceed|ok please proceed|okay please proceed|ok proceed|okay proceed
  lets go ahead|lets proceed|alright lets go ahead|okay lets go ahead|ok lets go ahead|alright go ahead|alright please go ahead|alright lets proceed|okay lets proceed|lets do it|lets do that|please do|ok yes|okay yes
  是的|对的|好的|没错|是的没错|对没错|嗯是的|嗯好的|嗯嗯好的|好好的|好的好的|我同意|我确认|我确定|好的没问题|没问题好的|好的可以`,
);

/** Yeses only where a mark, or in Chinese a space, comes after: 「行」 begins 行李箱, 「可以退货」 may ask, 「确认地址」 asks for a check. */
export const YES_APART = phrases(
  `confirm|是|对|好|行|嗯对|嗯好|可以|可以的|行的|没问题|同意|确认|确定|妥|当然|当然可以|就这样|就这么办`,
);
/** Before a deed also without one: 「确认退货」. */
export const CONFIRMS = phrases('确认|确定');

/** Ask for nothing but that it be done. */
export const GO_ON = phrases(
  `go ahead|go ahead then|go ahead now|proceed|proceeding|continue|do it|do it then|do it now|do that|do so|process|processing|complete|submit|initiate|make it so
  办理|办|处理|提交|操作|继续|执行|进行|办吧|提交吧|就这样|就这么办|可以办`,
);

/**
 * Say nothing that could change what is meant. Neither "i" nor "you" outside a phrase, of whom something is told; neither "just" nor 「只」, neither "can i" nor 「想」, no word that denies, asks, adds or waits;
 * and none that may praise the goods ("they are fine"), want them ("I want it") or let them be ("let it go") except in a phrase of its own.
 */
export const FILLER = phrases(
  `please|kindly|the|my|me|it|of|and|for me|for us|now please|then please
  id like to|i would like to|would like to|i want to|we would like to|id be happy to|im happy to|im ready to|ready to|i would prefer to
  lets|let us|you can|you may|make|making|to go to|go to
  this is correct|it is correct|this is right|it is right|looks good|looks correct|sounds good|all of that is correct|everything is correct|everything looks correct|all the details are correct
  great thanks|great thank you|perfect thanks|perfect thank you|thanks|thank you|many thanks|thanks a lot|thanks so much|thank you so much|thank you very much
  thank you for your help|thanks for your help|thanks for the help|thank you for the help|thank you for your assistance|thanks for your assistance|i appreciate it|appreciate it|much appreciated
  have a great day|have a nice day|have a good day|bye|goodbye|i confirm|confirmed|confirm it|thats all|that is all
  就|请|和|麻烦|麻烦您|麻烦你|麻烦了|请您|您|你|我|我的|这样|这么|按|按照|照|的|吧|啊|呀|哦|哈|嘞|啦|呗|哒|了|谢谢|谢谢您|谢谢你|多谢|谢了|辛苦了|辛苦您了|那|那就|把|直接|无误|没错|亲|都对|信息没错|信息无误`,
);

/** Only before a deed: 「帮我退」 "go ahead and cancel it", and not 「给我」 by itself. */
export const BEFORE_DEED = phrases('我要|给我|帮我|替我|帮忙|申请');

/** Choose what will be: of goods that go back they would say that they stay. */
export const CHOOSING = phrases(
  'id like|i would like|i will take|ill take|i will go with|ill go with|lets go with|go with|ill stick with|stick with',
);

/** Only before what it belongs to: "in size 43". */
export const IN = phrases('in');

/** Nobody ends with these. */
export const DANGLING = phrases(
  'and|of|the|my|id like to|i would like to|would like to|i want to|lets|let us|you can|you may|make|making|to go to|go to|和|把|按|按照|照|我|我的|你|您|请|请您',
);

/** What the words of a swap come before: the thing that is to be. */
export const TOWARD = phrases('to|for|into|with|成|为|到|成为');

/** How many: "this" is one as well. What they may say is only what the card says. */
export const ONE = phrases(
  'this|that|这|这个|该商品|这个商品|这件商品|one|a|an|single|一个|一件|一双|一条|一台|一套|一只|这件|这双|这条|这台|这套|这只|这把|那件|那双',
);
export const BOTH = phrases('both|both of them|two|两个|两件|两双|两条|两样|这两个|这两件|这两双');
export const MANY = phrases('them|these|those|ones|products|pieces|这些|它们');

/** Beside these a whole number is a count. */
export const NUMBER_WORDS: ReadonlyMap<string, number> = new Map(
  'one two three four five six seven eight nine ten'.split(' ').map((word, at) => [word, at + 1]),
);

/** Never an echo by themselves, whatever the goods are called: they deny, bound, add, ask, wait or compare. */
export const NEVER: ReadonlySet<string> = new Set(
  `no not never none nor neither nothing dont doesnt didnt wont cant cannot isnt arent without except but only just instead rather also too another other others else
  if unless whether first before after until later wait hold maybe perhaps than more less extra plus again still however what which when where how why who can could should may might or stop keep
  不 没 别 无 未 非 勿 莫 否 但 只 仅 先 另 还 再 也 都 若 如 吗 呢 么 嘛 除 等 或 停 留 才 可 又 全 多 少 从`
    .split(/\s+/)
    .filter(Boolean),
);
