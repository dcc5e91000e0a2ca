import type { Token } from './tokens.ts';

/** What a token looks like: signs as they are, digits by number, letters by case. */
function shapeOf(token: string): string {
  if (/^\p{N}/u.test(token)) return `0×${Math.min(token.length, 8)}`;
  if (/^\p{Script=Han}/u.test(token)) return '汉';
  if (/^\p{Lu}+$/u.test(token)) return 'XX';
  if (/^\p{Lu}/u.test(token)) return 'Xx';
  return /^\p{L}/u.test(token) ? 'xx' : token;
}

/** What is seen of each token: itself and two on either side, their pairs, and shapes. */
export function windowsOf(tokens: readonly Token[]): string[][] {
  const forms = tokens.map(({ text }) => text.toLowerCase());
  const shapes = tokens.map(({ text }) => shapeOf(text));
  return tokens.map((_, at) => {
    const [farLeft, left, form, right, farRight] = [-2, -1, 0, 1, 2].map((by) => forms[at + by] ?? '¶');
    const [leftShape, shape, rightShape] = [-1, 0, 1].map((by) => shapes[at + by] ?? '¶');
    return [
      '1',
      `a${farLeft}`,
      `b${left}`,
      `c${form}`,
      `d${right}`,
      `e${farRight}`,
      `f${farLeft} ${left}`,
      `g${left} ${form}`,
      `h${form} ${right}`,
      `i${right} ${farRight}`,
      `j${left} ${form} ${right}`,
      `k${shape}`,
      `l${leftShape} ${shape}`,
      `m${shape} ${rightShape}`,
      `n${leftShape} ${shape} ${rightShape}`,
      `o${form?.slice(0, 3)}`,
      `p${form?.slice(-3)}`,
    ];
  });
}
