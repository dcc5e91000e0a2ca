import { type Script, type ScriptedOpenAi, startScriptedOpenAi } from '../../../../../tests/support/scripted-openai.ts';
import { sample, UNSENT } from '../../../../commands/testing/sample-shop.ts';
import type { Actor } from '../../../../core/actor.ts';
import { manualClock, seededRandom } from '../../../../core/clock.ts';
import type { IncomingMessage } from '../../../../core/conversation.ts';
import type { Locale } from '../../../../core/locale.ts';
import type { Order } from '../../../../core/order.ts';
import { createChatModel } from '../../../../models/chat.ts';
import { createHttp } from '../../../../platform/http.ts';
import { silentLog } from '../../../../platform/log.ts';
import { sampleOrder } from '../../../../policy/testing/sample-order.ts';
import { type DialogueState, EMPTY_STATE, type TranscriptEntry } from '../../../brain.ts';
import type { TurnOutcome } from '../../../clerk.ts';
import { noJournal } from '../../../journal.ts';
import { GATE_SETTINGS } from '../../../testing/gate-settings.ts';
import { memoryStores } from '../../../testing/memory-stores.ts';
import { scriptedBrain } from '../../../testing/scripted-brain.ts';
import { runTurn } from '../../../turn.ts';
import { createLlmBrain } from '../brain.ts';

export const OWN = 'XE20261105-0001';
export const FOREIGN = 'XE20261105-0002';
export const FALLBACK = '内置的小二来回答。';

export interface Said extends Partial<IncomingMessage> {
  transcript?: TranscriptEntry[];
  state?: DialogueState;
  locale?: Locale;
  signal?: AbortSignal;
}

/** A turn of the llm brain with the real gate and the real commands, over a shop in memory and an endpoint that says what a test tells it to. */
export async function stage(
  script: Script,
  options: { actor?: Actor; order?: Partial<Order>; timeoutMs?: number } = {},
) {
  const endpoint: ScriptedOpenAi = await startScriptedOpenAi(script);
  const clock = manualClock('2026-11-12T02:00:00.000Z');
  const random = seededRandom(5);
  const foreign = sampleOrder({ ...UNSENT, id: 'order-2', number: FOREIGN, customerId: 'customer-2' });
  const { shop, context, order } = sample(options.order ?? UNSENT, [foreign]);
  const model = createChatModel({
    config: { baseUrl: endpoint.url, model: 'scripted', timeoutMs: options.timeoutMs ?? 3_000, apiKey: 'sk-test' },
    fetch: createHttp({ allowedOrigins: [endpoint.url] }).fetch,
    clock,
    random,
    log: silentLog,
    options: { backOffMs: 2, maxRetries: 1 },
  });
  const embedded = scriptedBrain('embedded');
  const actor = options.actor ?? { kind: 'customer', customerId: 'customer-1' };
  const stores = memoryStores();
  let turns = 0;

  return {
    endpoint,
    embedded,
    order,
    async say(text: string, more: Said = {}): Promise<TurnOutcome> {
      turns++;
      const now = clock.now();
      embedded.steps.splice(0, Number.POSITIVE_INFINITY, ({ state }) => ({
        kind: 'draft',
        draft: { text: FALLBACK, choices: [], showing: [] },
        state,
      }));
      const {
        transcript = [],
        state = EMPTY_STATE,
        locale = 'zh',
        signal = new AbortController().signal,
        ...message
      } = more;
      return runTurn(
        {
          gate: {
            ...GATE_SETTINGS,
            ...stores,
            shop,
            finder: context.finder,
            knowledge: context.knowledge,
            random,
            confirmationMinutes: 15,
            verifier: {
              async verify({ orderNumber, contact }) {
                const found = await shop.findOrder(orderNumber);
                const ok = found !== null && [found.contact.phone, found.contact.email].includes(contact);
                return ok ? { ok, orderId: found.id, orderNumber: found.number } : { ok: false, reason: 'no-match' };
              },
            },
          },
          brain: createLlmBrain(model),
          embedded,
          understander: {
            name: 'none',
            understand: async () => ({ locale, intents: [], slots: [], act: 'none', tones: [] }),
          },
          clock,
          log: silentLog,
        },
        {
          turnId: `turn-${turns}`,
          conversation: {
            id: 'conversation',
            customerId: actor.kind === 'customer' ? actor.customerId : null,
            channel: 'test',
            owner: 'bot',
            epoch: 1,
            locale,
            createdAt: now,
            updatedAt: now,
            lastSequence: 1,
          },
          transcript,
          incoming: [{ clientMessageId: `m${turns}`, text, ...message }],
          state,
        },
        noJournal,
        'full',
        () => undefined,
        signal,
      );
    },
  };
}

export function tokenOf(outcome: TurnOutcome): string {
  const block = outcome.reply.blocks.find((each) => each.kind === 'confirmation');
  if (block?.kind !== 'confirmation') throw new Error(`no card under: ${outcome.reply.text}`);
  return block.card.token;
}
