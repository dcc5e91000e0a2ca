import type { App } from '../../../app.ts';
import { seededRandom } from '../../../core/clock.ts';
import { commandFor, orderNumberOf } from './calls.ts';
import { type ReferenceBrain, referenceBrain } from './clerk.ts';
import { type Difference, differences, expectedEnd } from './compare.ts';
import { openTauShop, sortedUsers, type TauShop } from './shop.ts';
import type { Task } from './tasks.ts';

/** What became of one task. */
export interface TaskOutcome {
  index: number;
  /** One a call: done, refused and why, or not needed. */
  calls: { name: string; outcome: string }[];
  differences: Difference[];
  /** A call that had to be refused was done, or the reverse. */
  misjudged: number[];
}

/** The imported shop with the benchmark's rules, and a way to play one task after the other against it. */
export interface TauStage {
  /** Where the imported shop differs from the files before anything was done. */
  importDifferences: Difference[];
  play(task: Task): Promise<TaskOutcome>;
  close(): Promise<void>;
}

export async function openTauStage(directory: string): Promise<TauStage> {
  const brain = referenceBrain();
  const shop = await openTauShop(directory, brain);
  const { importDifferences, close } = shop;
  return { importDifferences, play: (task) => play(shop, brain, task), close };
}

async function play({ app, start, settle }: TauShop, brain: ReferenceBrain, task: Task): Promise<TaskOutcome> {
  const random = seededRandom(task.index + 1);
  const { id } = await app.conversations.open({ customerId: task.userId, channel: 'conformance', locale: 'en' });
  const calls: TaskOutcome['calls'] = [];
  const misjudged: number[] = [];
  for (const [at, call] of task.actions.entries()) {
    const number = orderNumberOf(call);
    const asked = commandFor(call, number === null ? null : await app.shop.findOrder(number));
    const outcome = asked === null ? 'not needed' : await say({ app, brain }, id, asked, () => random.id());
    calls.push({ name: call.name, outcome });
    if (outcome !== 'not needed' && task.refused.includes(at) === (outcome === 'done')) misjudged.push(at);
  }
  const different = differences(expectedEnd(start, sortedUsers(task.changed)), await settle());
  return { index: task.index, calls, misjudged, differences: different };
}

/** The customer says what he wants; to a card he says yes by pressing it. */
async function say(
  { app, brain }: { app: App; brain: ReferenceBrain },
  conversationId: string,
  asked: NonNullable<ReferenceBrain['next']>,
  messageId: () => string,
): Promise<string> {
  brain.next = asked;
  brain.last = null;
  await turn(app, conversationId, { clientMessageId: messageId(), text: 'Please do this for me.' });
  const offered = brain.last as ReferenceBrain['last'];
  const card = offered?.facts.find((fact) => fact.kind === 'quote');
  if (offered?.status !== 'confirmation-needed' || card?.kind !== 'quote') return wordOf(offered);
  brain.last = null;
  const press = { token: card.value.token, decision: 'confirm' } as const;
  await turn(app, conversationId, { clientMessageId: messageId(), text: 'Yes', card: press });
  return wordOf(brain.last);
}

async function turn(app: App, id: string, message: Parameters<App['conversations']['post']>[1]): Promise<void> {
  const { event } = await app.conversations.post(id, message);
  await app.conversations.replyTo(id, event.sequence, AbortSignal.timeout(30_000));
}

function wordOf(result: ReferenceBrain['last']): string {
  if (!result) return 'no answer';
  const [reason] = result.verdict.reasons;
  return result.status === 'done' ? 'done' : [result.status, reason?.rule].filter(Boolean).join(': ');
}
