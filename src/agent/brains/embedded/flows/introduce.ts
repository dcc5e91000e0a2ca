import type { Flow } from '../../../brain.ts';
import { onlyIntroduces } from '../read/identity.ts';
import { isGuest, part, type Reading } from '../reading.ts';
import { identifyGuest } from '../resolve/guest.ts';
import type { Part, Script } from '../script.ts';

/** "My name is Ann Lee and my zip code is 62701", unasked: who writes is found out, and what he wants may follow. Null where the shop does not go by that, or something else was asked. */
export function* introduction(reading: Reading, flow: Flow | null): Script<Part | null> {
  if (flow?.asking && flow.asking !== 'offer') return null;
  if (!isGuest(reading) || !onlyIntroduces(reading.text)) return null;
  const isFound = yield* identifyGuest(reading, { command: 'list_orders', slots: {}, asking: null });
  return isFound ? part(reading.say('guest.known'), { state: { flow: null, misses: 0 } }) : null;
}
