import { describe, expect, it } from 'vitest';
import type { PublicSet } from '../../src/language/evaluation/public-sets.ts';
import type { Row } from '../../src/language/evaluation/rows.ts';
import type { Contest, Contestant, Prediction } from './contestant.ts';
import { measure } from './measure.ts';

const row = (text: string, ...intents: string[]): Row => ({ text, intents, slots: [] });
const ORDER = { name: 'order', start: 3, end: 6 };

const set = (train: Row[], test: Row[]): PublicSet => ({
  ...{ name: 'a', locale: 'en', train, test, remarks: [], licence: 'none', source: 'here' },
  isMultiLabel: train.some(({ intents }) => intents.length !== 1),
});

/** Answers with what is written down for each text. */
function scripted(answers: Record<string, Partial<Prediction>>, seen?: (contest: Contest) => void): Contestant {
  const read = ({ text }: Row): Prediction => ({ intents: [], slots: null, outOfScope: 0, ...answers[text] });
  return {
    name: 'scripted',
    train: async (_rows, contest) => {
      seen?.(contest);
      return { read, bytes: 42 };
    },
  };
}

const sure = (name: string) => [{ name, probability: 1 }];

describe('what is measured of a contestant', () => {
  it('one intent a message: the first counts; what is out of scope counts for AUROC alone', async () => {
    const rows = [row('one', 'a'), row('two', 'a'), row('three', 'b'), row('four', 'oos')];
    const contests: Contest[] = [];
    const answers = {
      one: { intents: [...sure('a'), { name: 'b', probability: 0 }], outOfScope: 0.1 },
      two: { intents: sure('oos'), outOfScope: 0.7 },
      three: { intents: sure('b'), outOfScope: 0.2 },
      four: { intents: sure('a'), outOfScope: 0.5 },
    };
    const contestant = scripted(answers, (contest) => contests.push(contest));
    expect(await measure(contestant, set(rows, rows))).toEqual({
      accuracy: 2 / 3,
      // a: one right, one missed; b: right. To say "out of scope" is no third intent.
      macroF1: (2 / 3 + 1) / 2,
      microF1: 4 / 5,
      slotF1: null,
      auroc: 2 / 3,
      calibrationError: expect.closeTo(1 / 3, 12),
      trainingSeconds: expect.any(Number),
      microseconds: expect.any(Number),
      bytes: 42,
    });
    expect(contests[0]).toMatchObject({ locale: 'en', isMultiLabel: false, outOfScope: 'oos' });
  });

  it('several intents a message: all from even odds on count', async () => {
    const rows = [row('one', 'a', 'b'), row('two')];
    const halves = ['a', 'b'].map((name) => ({ name, probability: 0.5 }));
    const answers = { one: { intents: halves }, two: { intents: [{ name: 'a', probability: 0.49 }] } };
    expect(await measure(scripted(answers), set(rows, rows))).toMatchObject({ accuracy: 1, microF1: 1, auroc: null });
  });

  it('slots are scored on all messages, and not at all for who reads none', async () => {
    const rows = [{ ...row('is 123', 'a'), slots: [ORDER] }, row('no', 'a')];
    const answers = { 'is 123': { slots: [ORDER] }, no: { slots: [{ ...ORDER, start: 0, end: 2 }] } };
    expect((await measure(scripted(answers), set(rows, rows))).slotF1).toBeCloseTo(2 / 3, 12);
    expect((await measure(scripted({}), set(rows, rows))).slotF1).toBeNull();
  });
});
