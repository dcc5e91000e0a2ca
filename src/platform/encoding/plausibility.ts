import iconv from 'iconv-lite';
import { COMMON } from './common-characters.ts';

/** Letters of European languages beyond ASCII that occur in names and words. */
const EUROPEAN = /[À-ÖØ-öø-ÿĀ-ěŁłŃńŇňŐőŒœŘřŚśŠšŤťŮůŰűŹźŻżŽžĞğİıŞş]/u;
const ASCII_LETTER = /[A-Za-z]/;
const LETTER = /\p{Letter}/u;
const SYMBOL = /[©®°±·×÷£¥€§²³½«»¡¿]/u;
const CHINESE_MARK = /[\u3000-\u303F\uFF01-\uFF5E\uFFE5“”‘’—…～]/u;

/**
 * How much a reading looks like what people write, per character that is not ASCII: about 3 for everyday Chinese, about 1.5 for European words,
 * below 0 for what wrong readings give (lone Cyrillic or Latin letters, rare characters, broken bytes). 0 when there is only ASCII.
 */
export function plausibility(text: string): number {
  const characters = [...text.slice(0, 20_000)];
  let total = 0;
  let count = 0;
  for (const [index, character] of characters.entries()) {
    if ((character.codePointAt(0) ?? 0) < 0x80) continue;
    count++;
    total += scoreOf(character, characters, index);
  }
  return count === 0 ? 0 : total / count;
}

function scoreOf(character: string, all: readonly string[], index: number): number {
  const before = all[index - 1] ?? '';
  const after = all[index + 1] ?? '';
  if (/\p{Script=Han}/u.test(character)) {
    // "Cr猫me": nobody writes Chinese inside an English word.
    if (ASCII_LETTER.test(before) && ASCII_LETTER.test(after)) return -2;
    return COMMON.has(character) ? 3 : isLevelOne(character) ? 1 : -2;
  }
  if (CHINESE_MARK.test(character)) return 2;
  if (/[°²³½]/.test(character) && /[A-Za-z0-9]/.test(before)) return 4;
  if (SYMBOL.test(character)) {
    return /[\p{Letter}\p{Number}]/u.test(before) && /[\p{Letter}\p{Number}]/u.test(after) ? 4 : 1.5;
  }
  if (LETTER.test(character)) return runScore(character, all, index);
  return character === '\uFFFD' ? -8 : -3;
}

/** A letter is judged by the word it stands in. */
function runScore(character: string, all: readonly string[], index: number): number {
  let start = index;
  while (LETTER.test(all[start - 1] ?? '')) start--;
  let end = index + 1;
  while (LETTER.test(all[end] ?? '')) end++;
  const word = all.slice(start, end);
  if (EUROPEAN.test(character)) return word.some((letter) => ASCII_LETTER.test(letter)) ? 1.5 : -3;
  const script = [
    /\p{Script=Cyrillic}/u,
    /\p{Script=Greek}/u,
    /\p{Script=Arabic}/u,
    /\p{Script=Hebrew}/u,
    /[\p{Script=Hiragana}\p{Script=Katakana}]/u,
    /\p{Script=Hangul}/u,
  ].find((pattern) => pattern.test(character));
  return script && word.length >= 4 && word.every((letter) => script.test(letter)) ? 3.2 : -3;
}

/** GB 2312 level one: the 3,755 characters in everyday use, rows 16 to 55. */
function isLevelOne(character: string): boolean {
  const [lead = 0, trail = 0] = iconv.encode(character, 'gb2312');
  return lead >= 0xb0 && lead <= 0xd7 && trail >= 0xa1;
}
