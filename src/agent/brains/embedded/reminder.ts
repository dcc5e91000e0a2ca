import { factsOf } from '../../../core/fact.ts';
import type { Flow } from '../../brain.ts';
import { isWrite } from './errands.ts';
import type { Reading } from './reading.ts';
import type { Part } from './script.ts';

/** The card that still lies there, by what it would do; its particulars are facts of another turn. */
export function reminder({ say, view }: Reading): string {
  const command = view.openQuote?.quote.command;
  return command && isWrite(command) ? say('quote.reminder', { deed: say(`deed.${command}`) }) : '';
}

/** Another order was asked after while a card lies there: it is answered, and the card is spoken of once more. */
export function besideCard(reading: Reading, flow: Flow, told: Part): Part {
  const isAnswer = !told.withdraw && !told.state.flow?.asking && told.choices.length === 0;
  const isProposed = reading.view.results.some(({ facts }) => factsOf(facts, 'quote').length > 0);
  const words = flow.asking === 'confirm' && isAnswer && !isProposed ? reminder(reading) : '';
  return words === '' ? told : { ...told, text: `${told.text}\n${words}`, reminds: true };
}
