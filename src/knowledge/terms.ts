import { normalise } from '../language/normalise.ts';
import { partOfSpeech, searchTerms, words } from '../language/segment.ts';
import { soundOf } from '../language/sounds.ts';
import { stem } from '../language/stem.ts';
import { listedIn } from './synonyms.ts';

/** Words with which one asks anything; they do not say about what. */
const ASKING = new Set(
  `我 你 您 你们 您们 我们 他 她 它 的 地 得 了 着 过 吗 呢 吧 啊 呀 嘛 么 哦 哈 噢 是 不 没 没有 有 有没有 是不是 能 能不能 可以 可不可以 会 会不会 要 想 需要 应该 请 请问 问 问下 问一下 一下 下 帮 帮我 麻烦
  几天 几号 几点 多久 找个 聊聊 叫 行 行不行 好不好 直接 可能 不能 大概 一层 什么样 寄 寄到 送到 发到 多长时间 多长 怎么 怎么样 怎样 如何 什么 啥 哪 哪里 哪个 哪些 哪儿 谁 多少 几 多 为什么 咋 咋办 怎么办 呗 了解 知道 告诉 咨询 看看 看 说 讲 这 那 这个 那个 这里 那里 你家 您家 家 店 店里 店铺 本店 商品 东西
  和 与 跟 及 或 或者 就 都 也 还 还有 再 又 在 对 给 把 被 让 用 到 从 比 一 个 次 点 些 时候 情况 问题 关于 如果 的话 因为 所以 但是 谢谢 你好 您好 亲 老板 客服 正常 一般 大概 现在 买 上 能开 开个`.split(
    /\s+/,
  ),
);
const ASKING_EN = new Set(
  `place i you your my me we our us it its this that these those they them there he she a an the is are was were be been am do does did doing to of for with on in at by from and or but as so if then
  can could will would should may might must have has had how what when where which who why much many long any some all about tell know need want like please thank thanks hello hi hey get got
  shop store item items product products thing things question ask wonder wondering there here just also too up so long ever again next year day time day's more less most make made take took doing still already really very back off right get gets give gives given use used using work works want's one two only other another way lot bit please your yours thing not no yes im ive dont cant whats hows wont doesnt didnt isnt arent wasnt couldnt wouldnt shouldnt havent hasnt go goes gone through
  after before look looks looking often set sets good better best let lets talk well still even ever never always usually thing going gonna gotta want wanna two three four five first second turn turned put puts since because while during between under over without within through than both each every few own same such once until against around away down out off here now today tomorrow soon already maybe really actually sure okay ok nice great bad big small new old come came say says said tell ask mean means happen happens happened allowed possible able anything something someone anyone everything nothing else instead please kind sort type`.split(
    /\s+/,
  ),
);

/** Grows when the same text gets other terms: what was indexed under another number is indexed again. */
export const TERMS_VERSION = 1;

/** Words, character pairs, stems and codes of a text or of a question. */
export function indexTerms(text: string): string[] {
  return searchTerms(normalise(text).text);
}

/** No word looks like it. */
const SOUND = '~';

/** The term under which words of that sound are found. */
export function soundTerm(sound: string): string {
  return `${SOUND}${sound}`;
}

/**
 * All terms under which a text is found, each once: besides its words the characters on which Chinese words end (伞 in 雨伞), how they sound,
 * and codes without the marks between their parts.
 */
export function textTerms(text: string): string[] {
  const plain = normalise(text).text;
  const terms = new Set(searchTerms(plain));
  let before = '';
  for (const word of words(plain, true)) {
    if (CODE.test(word)) terms.add(squeezed(word));
    // 礼品|卡: what the dictionary cuts is heard as one.
    if (HAN.test(word) && HAN.test(before) && word.length + before.length === 3 && !isAsking(word) && !isAsking(before))
      terms.add(soundTerm(soundOf(before + word)));
    before = word;
    if (!HAN_WORD.test(word)) continue;
    terms.add(word.slice(-1));
    for (const part of [word, ...pairsOf(word)]) terms.add(soundTerm(soundOf(part)));
  }
  for (const code of spacedCodes(plain)) terms.add(code);
  return [...terms];
}

/** 「TH 01」 is TH-01. */
function spacedCodes(text: string): string[] {
  const found = text.toLowerCase().matchAll(/(?<![a-z\d])([a-z]{1,4}) (\d{1,6}[a-z]?)(?![a-z\d])/g);
  return [...found].map(([, letters, digits]) => `${letters}${digits}`);
}

const CODE = /^[a-z\d]+(?:[-_/][a-z\d]+)+$/;

/** HM-2046 and HM2046 are one code. A point is part of a number and stays. */
export function squeezed(code: string): string {
  return code.replace(/[-_/]/g, '');
}

/** The words of two characters that a longer one may be made of. */
function pairsOf(word: string): string[] {
  return word.length < 3 ? [] : [...word.slice(1)].map((second, at) => `${word[at]}${second}`);
}

const HAN = /^\p{Script=Han}+$/u;
/** Of two characters or more. */
const HAN_WORD = /^\p{Script=Han}{2,}$/u;

/** Whether a word only asks, and says nothing of what about. */
function isAsking(word: string): boolean {
  return ASKING.has(word) || ASKING_EN.has(word.replace(/'/g, ''));
}

export function askingWords(): string[] {
  return [...ASKING];
}

/** A question's words in reading order, lower case, English as stems. */
export interface QuestionWord {
  word: string;
  /** As it was written. */
  written: string;
  asks: boolean;
}

export function questionWords(question: string): QuestionWord[] {
  // A guess of the dictionary's at a name would hide the words in it: 「换吗」.
  return words(normalise(question).text, true).map((written) => ({
    word: /^[a-z']+$/.test(written) ? stem(written) : written,
    written,
    asks: isAsking(written),
  }));
}

/** What a question is about: its words without those that only ask. Chinese words of one character count where they name a thing, or nothing longer is left. */
export function topicWords(question: string): string[] {
  const text = normalise(question).text;
  const cut = questionWords(question);
  const missed = listedIn(text).filter((word) => !cut.some((other) => other.word.includes(word)));
  const own = cut.filter(
    ({ word, asks }) => !asks && !missed.some((other) => word.length === 1 && other.includes(word)),
  );
  const found = [...own.map(({ word }) => word), ...missed];
  const telling = found.filter((word) => (word.length > 1 && !isFiller(word)) || isThing(word));
  const longer = telling.length > 0 ? telling : found.filter((word) => word.length > 1);
  return [...new Set(longer.length > 0 ? longer : found)];
}

/** A character that is a noun by itself: 锅, 伞, 券. */
function isThing(character: string): boolean {
  return /^\p{Script=Han}$/u.test(character) && partOfSpeech(character) === 'n';
}

/** Numbers, measures, pronouns, adverbs and what binds words: 「一份」, 「非常」. */
function isFiller(word: string): boolean {
  return (
    HAN.test(word) &&
    (/^[一二两三四五六七八九十几半]+\p{Script=Han}$/u.test(word) || /^[mqrdcpuyoe]/.test(partOfSpeech(word)))
  );
}

/** What happens or how something is, rather than a thing. */
export function isVerb(word: string): boolean {
  return HAN.test(word) && /^(?:[azbi]|v(?!n))/.test(partOfSpeech(word));
}

/** Model numbers, order numbers, sizes with letters: letters and digits in one, or four digits and more that are no amount. */
export function codesIn(text: string): string[] {
  const plain = normalise(text).text.toLowerCase();
  const found: string[] = [];
  for (const match of plain.matchAll(/[a-z\d]+(?:[-_./][a-z\d]+)*/g)) {
    const [run] = match;
    const amount =
      /[¥￥$€£]\s?$/.test(plain.slice(0, match.index)) ||
      /^\s?(?:元|块|yuan|rmb|个)/.test(plain.slice(match.index + run.length));
    if (run.length >= 3 && /\d/.test(run) && (/[a-z]/.test(run) || (/\d{4,}/.test(run) && !amount)))
      found.push(run, squeezed(run));
  }
  return [...new Set([...found, ...spacedCodes(plain)])];
}
