import { partOfSpeech, words } from '../language/segment.ts';
import { FILLER, FILLER_EN } from './filler.ts';

export interface WishWord {
  surface: string;
  /** Words written together share a phrase: 「防水的登山包」, "linen shirt". */
  phrase: number;
  /** The word that this noun is written straight onto (跑鞋清洁剂, 跑鞋的清洁剂, "kettle descaler"). */
  gluedTo: string | null;
  /** Says how something is: a noun or an adjective, not what one does. */
  isQuality: boolean;
}

/** Verbs that are sold as properties: 防水, 保温, 降噪, 不粘. */
const QUALITY = /^[防保降不护耐抗免速静减加可]\p{Script=Han}+$/u;
const NEGATION = /^[不防无]$/;

/** Words as the shop itself uses them (its tags, whole), then as the dictionary cuts; 不粘 and 防滑 stay together. */
export function cutWish(text: string, tags: ReadonlySet<string>): WishWord[] {
  const found: WishWord[] = [];
  let phrase = 0;
  for (const [stretch] of text.matchAll(/\p{Script=Han}+|[\p{L}\p{N}'._-]+(?: +[\p{L}\p{N}'._-]+)*/gu)) {
    const isHan = /^\p{Script=Han}/u.test(stretch);
    const cut = isHan ? joinNegations(cutByTags(stretch, tags)) : words(stretch);
    phrase++;
    cut.forEach((surface, at) => {
      const before = cut[at - 1] === '的' ? cut[at - 2] : cut[at - 1];
      const speech = isHan ? partOfSpeech(surface) : 'eng';
      found.push({
        surface,
        phrase,
        gluedTo: before !== undefined && !isFiller(before) && /^(?:n|eng)/.test(speech) ? before : null,
        isQuality: /^(?:n|a|b)/.test(speech) || (isHan && QUALITY.test(surface)) || (!isHan && at < cut.length - 1),
      });
    });
  }
  return found.filter(({ surface }) => !isFiller(surface));
}

export function isFiller(word: string): boolean {
  return FILLER.has(word) || FILLER_EN.has(word.replace(/'/g, ''));
}

function cutByTags(run: string, tags: ReadonlySet<string>): string[] {
  const found: string[] = [];
  let open = '';
  for (let at = 0; at < run.length; ) {
    const tag = longestTag(run, at, tags);
    if (!tag) open += run[at++];
    else {
      found.push(...words(open), tag);
      open = '';
      at += tag.length;
    }
  }
  return [...found, ...words(open)];
}

function longestTag(run: string, at: number, tags: ReadonlySet<string>): string | null {
  for (let size = Math.min(6, run.length - at); size >= 2; size--) {
    const piece = run.slice(at, at + size);
    if (tags.has(piece)) return piece;
  }
  return null;
}

/** 不粘, 防滑: one word each, whatever the dictionary thinks. */
export function joinNegations(found: readonly string[]): string[] {
  const joined: string[] = [];
  for (const word of found) {
    const before = joined.at(-1);
    if (before !== undefined && NEGATION.test(before) && /^\p{Script=Han}$/u.test(word))
      joined[joined.length - 1] = before + word;
    else joined.push(word);
  }
  return joined;
}
