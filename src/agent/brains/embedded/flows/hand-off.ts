import { lastFact } from '../../../../core/fact.ts';
import { localize } from '../../../../core/locale.ts';
import type { Reading } from '../reading.ts';
import { part } from '../reading.ts';
import type { Part, Script } from '../script.ts';
import { gate } from '../script.ts';

export function* handOff(reading: Reading, reason = 'customer-asked'): Script<Part> {
  const result = yield* gate('hand_off', { reason });
  const fact = lastFact(result.facts, 'hand-off');
  const refusal = lastFact(result.facts, 'refused')?.value.reasons[0];
  if (!fact && refusal) return part(localize(refusal.text, reading.view.locale), { state: { flow: null } });
  if (!fact) return part(reading.say('outcome.failed'));
  return part(reading.say('hand-off.done'), { showing: [fact.id], state: { flow: null, misses: 0 } });
}
