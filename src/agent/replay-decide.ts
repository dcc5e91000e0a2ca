import { seededRandom } from '../core/clock.ts';
import { AppError } from '../core/errors.ts';
import { type Fact, lastFact } from '../core/fact.ts';
import { localize } from '../core/locale.ts';
import { policyArticles } from '../policy/articles.ts';
import { policyLimits } from '../policy/limits.ts';
import type { Policy } from '../policy/policy.ts';
import type { Shop } from '../shops/shop.ts';
import { passGate } from './gate.ts';
import type { GateDeps } from './gate-context.ts';
import type { AuditLog, ConfirmationStore, GrantStore } from './ports.ts';
import type { Beginning, Read, RecordedResult } from './recording.ts';
import { answering } from './recording-gate.ts';
import { refusing, refusingGate } from './replay-deps.ts';
import type { Redecide } from './replay-journal.ts';
import { surroundingsOf } from './surroundings.ts';

/** As long as a card is good for, where only the same length in both runs matters. */
const CARD_MINUTES = 15;

/** The gate over what was read then, under these rules: it opens no card and keeps no record. */
function gateOver(ground: readonly Read[], begin: Beginning, policy: Policy, token: string): GateDeps {
  return refusingGate({
    shop: answering<Shop>('shop.', ground, { info: async () => begin.info }),
    grants: answering<GrantStore>('grants.', ground),
    policies: { current: async () => policy },
    limits: policyLimits,
    confirmations: refusing<ConfirmationStore>('confirmations', { open: async () => undefined }),
    audit: refusing<AuditLog>('audit', { append: async () => undefined }),
    random: { ...seededRandom(1), token: () => token },
    clock: { now: () => begin.now },
    confirmationMinutes: CARD_MINUTES,
  });
}

/** Told where a decision would need something that was not read then. */
export type OnUnrecorded = (recorded: RecordedResult) => void;

/** Puts what was asked of the gate to these rules, with the order and everything else as they were. */
export function decideBy(policy: Policy, begin: Beginning, onUnrecorded: OnUnrecorded = () => undefined): Redecide {
  const { scope } = surroundingsOf(begin, begin.input, 'full');
  const articles = new Map(policyArticles(policy).map((article) => [article.id, article]));

  /** The rules write articles of their own: a passage of one is read as that article is under these rules. */
  function requoted(fact: Fact): Fact {
    if (fact.kind !== 'passages') return fact;
    const passages = fact.value.passages.flatMap((passage) => {
      if (!passage.articleId.startsWith('policy:')) return [passage];
      const article = articles.get(passage.articleId);
      return article ? [{ ...passage, text: localize(article.body, passage.locale) }] : [];
    });
    return { ...fact, value: { passages } };
  }

  return async (recorded) => {
    const { ground, callId, name, input } = recorded;
    if (!ground) return { ...recorded, facts: recorded.facts.map(requoted) };
    const token = lastFact(recorded.facts, 'quote')?.value.token ?? `card-${callId}`;
    try {
      return {
        ...(await passGate(gateOver(ground, begin, policy, token), scope, { id: callId, name, input })),
        ground,
      };
    } catch (error) {
      if (!(error instanceof AppError) || !/^replay\./.test(error.code)) throw error;
      onUnrecorded(recorded);
      return recorded;
    }
  };
}
