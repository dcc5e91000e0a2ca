import { visible } from './visible.ts';

const LONGEST = 200;

/** A title or a name: visible characters in one line, 200 at most. */
export function oneLine(text: string): string {
  return [...visible(text).replace(/\s+/g, ' ').trim()].slice(0, LONGEST).join('');
}
