import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RULE_INPUTS } from '../inputs.ts';
import { shippedYaml } from '../shipped.ts';
import { parsePolicy } from './parse.ts';

const YAML = shippedYaml('tau-retail');

describe('a policy file that means no good', () => {
  it('[POLICY-41] is read or refused with a place, however it was cut and stirred, and never throws', () => {
    const piece = fc.constantFrom(
      '{',
      '}',
      '[',
      '- ',
      ': ',
      '\n',
      '&a ',
      '*a',
      '!!js ',
      '"',
      "'",
      '|',
      '>',
      '\u0000',
      '💥',
      'null',
      '<<: ',
      '---\n',
      'within 7',
      '{ not: x }',
      '__proto__: 1',
    );
    const cut = fc.record({ at: fc.nat(YAML.length), length: fc.nat(60), put: fc.array(piece, { maxLength: 3 }) });
    let refused = 0;
    fc.assert(
      fc.property(fc.array(cut, { minLength: 1, maxLength: 4 }), (cuts) => {
        const text = cuts.reduce(
          (yaml, { at, length, put }) => yaml.slice(0, at) + put.join('') + yaml.slice(at + length),
          YAML,
        );
        const parsed = parsePolicy(text);
        if (parsed.ok) return;
        refused++;
        expect(parsed.problems.length).toBeGreaterThan(0);
        const lines = text.split('\n').length;
        for (const { line, column, text: words } of parsed.problems) {
          expect(line >= 1 && line <= lines + 1 && column >= 1).toBe(true);
          expect(words.zh !== '' && words.en !== '').toBe(true);
        }
      }),
      { numRuns: 400, seed: 41 },
    );
    expect(refused).toBeGreaterThan(200);
  });

  it('[POLICY-41] is refused when its conditions are too many to be proven, within seconds', () => {
    const inputs = Object.entries(RULE_INPUTS.return).flatMap(([name, kind]) =>
      'words' in kind && kind.words ? [[name, kind.words] as const] : [],
    );
    // Sound, and every amount splits the orders by another word.
    const rows = Array.from({ length: 60 }, (_, amount) => {
      const [name = '', words = []] = inputs[amount % inputs.length] ?? [];
      const word = words[Math.floor(amount / inputs.length) % words.length];
      return [`${name}: ${word}`, `${name}: { not: ${word} }`].map(
        (when) =>
          `    - { when: { ${when}, amount: after ${amount} within ${amount + 1} }, then: allow, rule: no-limit }`,
      );
    });
    const rest = ['within 0', 'after 60', 'unknown'].map(
      (amount) => `    - { when: { amount: ${amount} }, then: person, rule: amount }`,
    );
    const table = [...rows.flat(), ...rest].join('\n');
    const started = performance.now();
    const parsed = parsePolicy(YAML.replace(/ {2}return:\n(?: {4}.*\n)+/, `  return:\n${table}\n`));
    expect(performance.now() - started).toBeLessThan(30_000);
    expect(parsed).toMatchObject({ ok: false, problems: [{ code: 'too-large' }] });
  });
});
