import { lastFact } from '../core/fact.ts';
import type { Json } from '../core/json.ts';
import type { OpenQuote } from './brain.ts';
import type { Journal } from './journal.ts';
import type { JournalStep } from './ports.ts';
import type { RecordedAnswer, RecordedCard, RecordedResult } from './recording.ts';
import { type Difference, differencesIn } from './replay-differences.ts';

/** `taken`: from the record, as the world answered then. `same` and `different`: made again. */
export interface ReplayedStep {
  number: number;
  kind: JournalStep['kind'];
  /** Who or what it is about, e.g. `embedded: get_order`. */
  about: string;
  became: 'taken' | 'same' | 'different';
}

export type Card = OpenQuote & { id: string };

/** Thrown where the record has nothing to go on with: the difference has been noted. `wish` is what would be asked of the gate. */
export class ReplayEnded extends Error {
  readonly wish: string | null;

  constructor(wish: string | null = null) {
    super('the record ends here');
    this.wish = wish;
  }
}

export interface ReplayJournal extends Journal {
  readonly steps: readonly ReplayedStep[];
  readonly differences: readonly Difference[];
  /** The card that the brain was shown in the step that is being run. */
  openCard(): Card | null;
  /** Notes what the record holds beyond the last step. */
  finish(): void;
}

/** Another answer of the gate than the recorded one: by other rules. */
export type Redecide = (recorded: RecordedResult) => Promise<RecordedResult>;

/** Gives back what the world answered then, and lets the code of today do the rest: the embedded brain and the words. */
export function replayJournal(recorded: readonly JournalStep[], embedded: string, redecide?: Redecide): ReplayJournal {
  const steps: ReplayedStep[] = [];
  const differences: Difference[] = [];
  const cards = new Map<string, Card>();
  let shown: Card | null = null;

  function part(number: number, was: Json, is: Json): never {
    differences.push({ step: number, place: '', recorded: was, now: is });
    throw new ReplayEnded();
  }

  function note(step: JournalStep, became: ReplayedStep['became']): void {
    const { number, kind, payload } = step;
    steps.push({ number, kind, about: aboutOf(kind, payload), became });
  }

  async function again(step: JournalStep, run: () => Promise<unknown> | unknown): Promise<Json> {
    // As the store would have given it back.
    const now = JSON.parse(JSON.stringify(await run())) as Json;
    const found = differencesIn(step.number, step.payload, now);
    differences.push(...found);
    note(step, found.length > 0 ? 'different' : 'same');
    return now;
  }

  async function propose(step: JournalStep, run: () => Promise<unknown> | unknown): Promise<Json> {
    const was = step.payload as unknown as RecordedAnswer;
    if (was.by !== embedded) {
      note(step, 'taken');
      return step.payload;
    }
    shown = cardFor(was.card);
    const now = await again(step, run);
    // Other words go on to the reply. Other commands have no recorded answers.
    if (wishOf(now) !== wishOf(step.payload)) throw new ReplayEnded(aboutOf('proposal', now));
    return now;
  }

  /** By other rules another card may have been opened, or none. */
  function cardFor(card: RecordedCard): Card | null {
    const opened = redecide ? [...cards.values()].at(-1) : undefined;
    if (opened) return opened;
    if (card && 'token' in card) return cards.get(card.token) ?? null;
    return card && { id: '', ...card };
  }

  async function answer(step: JournalStep): Promise<Json> {
    const was = step.payload as unknown as RecordedResult;
    const now = redecide ? await redecide(was) : was;
    const quote = lastFact(now.facts, 'quote');
    if (quote) cards.set(quote.value.token, { id: quote.value.token, ...quote.value });
    return now as unknown as Json;
  }

  return {
    steps,
    differences,
    openCard: () => shown,
    finish() {
      const rest = recorded[steps.length];
      if (rest && differences.length === 0)
        differences.push({ step: rest.number, place: '', recorded: rest.kind, now: null });
    },
    async step<T>(kind: JournalStep['kind'], run: () => Promise<T> | T): Promise<T> {
      const number = steps.length;
      const step = recorded[number];
      if (step?.kind !== kind) part(number, step?.kind ?? null, kind);
      if (kind === 'proposal') return (await propose(step, run)) as T;
      if (kind === 'reply') return (await again(step, run)) as T;
      note(step, 'taken');
      return (kind === 'result' ? await answer(step) : step.payload) as T;
    },
  };
}

/** What a proposal asks of the gate; all drafts ask nothing. */
function wishOf(payload: Json): string {
  const answer = payload as unknown as RecordedAnswer;
  return answer.kind === 'commands'
    ? JSON.stringify(answer.calls.map(({ name, input }) => [name, input]))
    : answer.kind;
}

function aboutOf(kind: JournalStep['kind'], payload: Json): string {
  if (kind === 'proposal') {
    const answer = payload as unknown as RecordedAnswer;
    const what = answer.kind === 'commands' ? answer.calls.map(({ name }) => name).join(', ') : answer.kind;
    return `${answer.by}: ${what}`;
  }
  if (kind !== 'result') return '';
  const { name, status } = payload as unknown as RecordedResult;
  return `${name}: ${status}`;
}
