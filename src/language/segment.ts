import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import { stem } from './stem.ts';

/** Made at the first use: reading the dictionary takes some 150 ms. */
let jieba: Jieba | null = null;
const segmenter = (): Jieba => (jieba ??= Jieba.withDict(dict));

/** A code keeps its parts together: `xe20251103-0042`, `type-c`, `1.7l`. */
const RUN = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+(?:[-_.'/&+](?:(?!\p{Script=Han})[\p{L}\p{N}])+)*/gu;
const HAN = /^\p{Script=Han}/u;

/** Words that carry no meaning for a search; the rest of the sentence does. */
const EMPTY_ZH = new Set(
  '的 了 吗 呢 吧 啊 呀 么 嘛 哦 哈 是 我 你 您 们 我们 你们 您们 他们 这 那 和 与 及 就 都 也 还 在 有 给 把 被 让 一 一下 请 请问 想 要 个'.split(
    ' ',
  ),
);
const EMPTY_EN = new Set(
  `a an the is are was were be been am i im you your my me we our it its this that do does did to of for with on in at by from and or as so if please can could would
  will there have has had any some just`.split(/\s+/),
);

/**
 * Words of an already normalised text in reading order, lower case, Chinese as jieba cuts it, English as written. `known`: only words of the
 * dictionary; without it runs of single characters may be guessed to be a word (names, but also 「有卖不」).
 */
export function words(text: string, known = false): string[] {
  const found: string[] = [];
  for (const [run] of text.toLowerCase().matchAll(RUN)) {
    if (HAN.test(run)) found.push(...segmenter().cut(run, !known));
    else found.push(run);
  }
  return found;
}

/** Where the words of more than one character stand in an already normalised text, as jieba cuts it; UTF-16. */
export function wordStretches(text: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  for (const match of text.matchAll(/\p{Script=Han}{2,}/gu)) {
    let start = match.index;
    for (const word of segmenter().cut(match[0])) {
      if (word.length > 1) found.push({ start, end: start + word.length });
      start += word.length;
    }
  }
  return found;
}

/** The part of speech of one Chinese word, as jieba's dictionary tags it: `n`, `v`, `a` …; an invented word has its first piece's. */
export function partOfSpeech(word: string): string {
  return segmenter().tag(word, true)[0]?.tag ?? 'x';
}

/**
 * Search terms of a normalised text: words and their sub-words, Chinese character pairs (a two-character word is found whatever the dictionary
 * thinks of it), English stems, codes whole and in parts. Empty words are left out.
 */
export function searchTerms(text: string): string[] {
  const terms: string[] = [];
  for (const [run] of text.toLowerCase().matchAll(RUN)) {
    if (HAN.test(run)) terms.push(...hanTerms(run));
    else terms.push(...latinTerms(run));
  }
  return terms;
}

function hanTerms(run: string): string[] {
  const terms = new Set<string>();
  for (const word of segmenter().cutForSearch(run, true)) if (!EMPTY_ZH.has(word)) terms.add(word);
  const characters = [...run];
  for (let at = 0; at + 1 < characters.length; at++) {
    const pair = `${characters[at]}${characters[at + 1]}`;
    if (!EMPTY_ZH.has(pair)) terms.add(pair);
  }
  return [...terms];
}

function latinTerms(run: string): string[] {
  const terms = EMPTY_EN.has(run) ? [] : [/\d/.test(run) ? run : stem(run)];
  const parts = run.split(/[-_./&+]/);
  if (parts.length > 1)
    for (const part of parts) if (part && !EMPTY_EN.has(part)) terms.push(/\d/.test(part) ? part : stem(part));
  return terms;
}
