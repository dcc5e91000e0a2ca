import { seededRandom } from '../../../src/core/clock.ts';
import type { Row } from '../../../src/language/evaluation/rows.ts';
import type { ModelReading, ReadMessages } from '../../../src/language/inference/reader.ts';
import type { MessageContext } from '../../../src/language/model/input.ts';
import type { Contest, Contestant } from '../contestant.ts';

/** From here on a tone counts as given. */
const GIVEN = 0.5;

/** A contestant for the questions that a message of a shop is asked: one model for needs and slots, one for the act, one for the tones. */
export async function trainOnCorpus(contestant: Contestant, rows: readonly Row[]): Promise<ReadMessages> {
  const train = (labelsOf: (row: Row) => string[], slots: boolean, isMultiLabel: boolean) =>
    contestant.train(
      rows.map((row) => ({ ...inContext(row), intents: labelsOf(row), slots: slots ? row.slots : [] })),
      contest(isMultiLabel),
    );
  // Its softmax wants one answer a row: the main need.
  const needs = await train(({ intents }) => intents.slice(0, 1), true, false);
  const acts = await train(({ act }) => (act ? [act] : []), false, false);
  const tones = await train(({ tones }) => tones ?? [], false, true);
  return async (messages) => {
    const readings: ModelReading[] = [];
    for (const { text, context } of messages) {
      const row = inContext({
        ...context,
        text: typeof text === 'string' ? text : text.original,
        intents: [],
        slots: [],
      });
      const { intents, slots } = await needs.read(row);
      const [act] = (await acts.read(row)).intents;
      const heard = (await tones.read(row)).intents.filter(({ probability }) => probability >= GIVEN);
      readings.push({
        intents,
        slots: slots ?? [],
        act: act?.name ?? null,
        tones: heard.map(({ name }) => name),
        sentence: new Float32Array(0),
      });
    }
    return readings;
  };
}

const contest = (isMultiLabel: boolean): Contest => ({
  locale: 'zh',
  isMultiLabel,
  outOfScope: null,
  random: seededRandom(1),
});

/** It knows a turn before and no names of what was asked: they stand as the words of that turn. */
function inContext(row: Row & MessageContext): Row {
  const words = [row.asked && `asked-${row.asked}`, row.after && `after-${row.after}`].filter(Boolean);
  return words.length === 0 ? row : { ...row, before: words.join(' ') };
}
