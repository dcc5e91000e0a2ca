import { pick } from '../../../core/sampling.ts';
import type { Example } from '../examples.ts';
import type { Dice } from './dice.ts';
import { edited } from './edits.ts';

/** What means the same before and after any request. */
const BEFORE = {
  zh: `亲，|亲 |亲亲 |宝 |宝子，|老板，|老板 |那个 |嗯 |额 |额，|请问 |请问下 |你好 |你好，|您好，|hello |麻烦问下 |哎 |店家 `.split(
    '|',
  ),
  en: `hi |Hi, |hey |hello, |please |pls |um |so |ok so |sorry, |excuse me, |hi there, |quick question, |hey guys `.split(
    '|',
  ),
};
const AFTER = {
  zh: `哈|哦|啊|呀|噢|哇|亲|亲亲|呐|嘞| 谢谢|，谢谢| 谢谢啦| 麻烦了|，麻烦了| 拜托了`.split('|'),
  en: `, please| please| pls| thanks|, thanks| thx| ty| cheers| thank you`.split('|'),
};
/** After one of these no second one is said; what asks how things are takes a 呢. */
const PARTICLE_AT_END = /[吗嘛呢吧啊呀哦哈么噢哇呗啦咯嘞谢亲]$/u;
const ASKS = /怎么|什么|哪|几|多少|多久|为啥|为什么|谁/u;
const LAST_MARKS = /[\s.!?,。！？，~～…]+$/u;
/** The moods that shoppers add without meaning more; 👍 and ❌ would answer something. */
const EMOJI = '😊 🙏 😂 😅 😭 🤔 👀 🥺 😳 🤣 ☺️ 😁 🌹 ✨ 🙈 [微笑] [捂脸] [玫瑰]'.split(' ');
const ANGRY_EMOJI = '😡 😤 🙄 😠 😭 💢 [发怒] [抓狂]'.split(' ');

/** 亲, 哈, please: a word that is only manner. */
export function mannered(example: Example, dice: Dice): Example {
  if (dice.next() < 0.4)
    return edited(example, [{ start: 0, end: 0, text: pick(BEFORE[example.locale], dice.next) ?? '' }]);
  const body = example.text.replace(LAST_MARKS, '');
  const ending = pick(example.locale === 'en' ? AFTER.en : chineseEndings(body), dice.next) ?? '';
  // A particle belongs to the sentence, thanks stand behind its mark.
  const end = ending.startsWith(' ') ? example.text.trimEnd().length : body.length;
  return edited(example, [{ start: end, end, text: ending }]);
}

function chineseEndings(body: string): string[] {
  if (PARTICLE_AT_END.test(body)) return AFTER.zh.filter((ending) => /^[ ，]/.test(ending));
  return ASKS.test(body) ? [...AFTER.zh, '呢', '呢'] : AFTER.zh;
}

/** One picture or two at the end. */
export function withEmoji(example: Example, dice: Dice): Example {
  const mood = example.tones.includes('angry') ? ANGRY_EMOJI : EMOJI;
  const choices = example.locale === 'zh' ? mood : mood.filter((each) => !each.startsWith('['));
  const emoji = pick(choices, dice.next) ?? '';
  const end = example.text.length;
  return edited(example, [{ start: end, end, text: emoji.repeat(dice.next() < 0.75 ? 1 : 2) }]);
}
