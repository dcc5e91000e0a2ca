import { lastFact } from '../core/fact.ts';
import type { Json } from '../core/json.ts';
import type { OpenQuote } from './brain.ts';
import type { Journal } from './journal.ts';
import type { JournalStep } from './ports.ts';
import type { RecordedAnswer, RecordedResult } from './recording.ts';
import { type Difference, differencesIn } from './replay-differences.ts';

/** `taken`: from the record, as the world answered then. `same` and `different`: made again. */
export interface ReplayedStep {
  number: number;
  kind: JournalStep['kind'];
  /** Who or what it is about, e.g. `embedded: get_order`. */
  about: string;
  became: 'taken' | 'same' | 'different';
}

/** Thrown where the record has nothing to go on with: the difference has been noted. */
export class ReplayEnded extends Error {}

export interface ReplayJournal extends Journal {
  readonly steps: readonly ReplayedStep[];
  readonly differences: readonly Difference[];
  /** The card that the brain was shown in the step that is being run. */
  openCard(): (OpenQuote & { id: string }) | null;
  /** Notes what the record holds beyond the last step. */
  finish(): void;
}

/** Gives back what the world answered then, and lets the code of today do the rest: the embedded brain and the words. */
export function replayJournal(recorded: readonly JournalStep[], embedded: string): ReplayJournal {
  const steps: ReplayedStep[] = [];
  const differences: Difference[] = [];
  const cards = new Map<string, OpenQuote>();
  let shown: (OpenQuote & { id: string }) | null = null;

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
    shown = was.card && 'token' in was.card ? known(was.card.token) : was.card && { id: '', ...was.card };
    const now = await again(step, run);
    // Other words go on to the reply. Other commands have no recorded answers.
    if (wishOf(now) !== wishOf(step.payload)) throw new ReplayEnded();
    return now;
  }

  function known(token: string): (OpenQuote & { id: string }) | null {
    const card = cards.get(token);
    return card ? { id: token, ...card } : null;
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
      if (kind === 'result') {
        const quote = lastFact((step.payload as unknown as RecordedResult).facts, 'quote');
        if (quote) cards.set(quote.value.token, quote.value);
      }
      note(step, 'taken');
      return step.payload as T;
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
