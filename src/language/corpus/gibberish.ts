import { pick } from '../../core/sampling.ts';
import type { Row } from '../evaluation/rows.ts';
import type { Example } from './examples.ts';

const CONSONANTS = [...'bcdfghjklmnpqrstvwxyz'];
const VOWELS = [...'aeiou'];
const KEYS = [...'asdfghjklqwertyuiopzxcvbnm'];
/** Sounds and not words. */
const SOUNDS = [...'噗噜嘀叭咚哐叮咣嗡嘎吱哗啦咕嘟嗖砰噼啪呱唧嘭锵咻嘤喵汪哞咩嗷呜'];
const LENGTHS = [2, 3, 4, 5, 6, 8];

/** Messages that mean nothing: from these the model learns to be sure of nothing (Hendrycks, Mazeika & Dietterich 2019). */
export function gibberish(examples: readonly Example[], count: number, random: () => number): Row[] {
  return Array.from({ length: count }, () => ({ text: nonsense(examples, random), intents: [], slots: [], act: null }));
}

function nonsense(examples: readonly Example[], random: () => number): string {
  const length = pick(LENGTHS, random) ?? 4;
  const times = (make: () => string, joined = '') => Array.from({ length }, make).join(joined);
  const kind = random();
  // Characters from all over the corpus, each from another line.
  if (kind < 0.3) return times(() => pick([...(pick(examples, random)?.text ?? '')], random) ?? '').replace(/\s/g, '');
  if (kind < 0.5) return times(() => pick(SOUNDS, random) ?? '');
  if (kind < 0.7) return times(() => pick(KEYS, random) ?? '');
  if (kind < 0.85) return times(() => `${pick(CONSONANTS, random)}${pick(VOWELS, random)}`);
  return times(() => `${pick(KEYS, random)}${pick(KEYS, random)}${pick(KEYS, random)}`, ' ');
}
