import { canonicalJson } from '../../../core/json.ts';
import type { Flow } from '../../brain.ts';
import { joined } from './flows/outcome.ts';
import { MISSES } from './flows/unclear.ts';
import { saysOption } from './read/option.ts';
import { isCorrection, personChoice, type Reading } from './reading.ts';
import type { Part } from './script.ts';

/** Which open question has been asked again already. */
export const RESUMED = 'resumed';

/** The same question once more: said so, and the second time a person is offered beside it. */
export function noProgress(reading: Reading, flow: Flow, told: Part): Part {
  const again = told.state.flow;
  if (!again?.asking || again.asking !== flow.asking) return told;
  // What was said of something else is kept, and the customer hears that it was.
  if (!sameSlots(again, flow))
    return again.asking === 'order' && !isCorrection(reading)
      ? { ...told, text: joined(reading, [reading.say('kept'), told.text]) }
      : told;
  // Fewer to choose from is some progress.
  if (told.state.shownOrders && told.state.shownOrders.length < reading.view.state.shownOrders.length) return told;
  // A contact that does not match has been answered by the gate already.
  if (['confirm', 'verify', 'contact'].includes(again.asking)) return told;
  // 「44 码」 twice in a row has been understood twice.
  if (again.asking === 'size' && saysOption(reading.text)) return told;
  const misses = reading.view.state.misses + 1;
  const person = misses >= MISSES && !told.choices.some(({ send }) => send === reading.say('choice.person'));
  return {
    ...told,
    text: joined(reading, [reading.say('not-matched'), told.text]),
    choices: person ? [...told.choices, personChoice(reading)] : told.choices,
    state: { ...told.state, misses },
  };
}

function sameSlots(one: Flow, other: Flow): boolean {
  const bare = ({ slots }: Flow) => canonicalJson({ ...slots, [RESUMED]: null });
  return bare(one) === bare(other);
}
