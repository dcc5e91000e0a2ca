import { type GoodsRule, REASON_KINDS } from './inputs.ts';
import type { Policy } from './policy.ts';
import { lastOf, probe } from './probe.ts';

/** Every number of days that the rules speak of, by what it is of. */
export interface DaysSaid {
  /** Of the windows of a rule, for whatever reason; null in it: it is allowed without a limit. */
  windows: Record<GoodsRule, (number | null)[]>;
  /** Of those without a reason. */
  withoutReason: Record<'return' | 'exchange', (number | null)[]>;
  sendBack: number;
  refundWithin: number[];
  /** Working days until money arrives. */
  arrival: number[];
}

const WINDOWS = ['days-since-delivery', 'days-since-payment'];

export function daysSaid(policy: Policy): DaysSaid {
  const windows = (rule: GoodsRule, reasons: readonly string[]): (number | null)[] => {
    const allowed = reasons.filter((reason) => probe(policy, rule, { reason }).outcome === 'allow');
    const ends = allowed.flatMap((reason) => {
      const found = WINDOWS.map((input) => lastOf(policy, rule, input, { reason })).filter((end) => end !== null);
      return found.length > 0 ? found : [null];
    });
    return [...new Set(ends)];
  };
  const rows = [...policy.rules.return.rows, ...policy.rules.exchange.rows];
  return {
    windows: {
      return: windows('return', REASON_KINDS),
      exchange: windows('exchange', REASON_KINDS),
      'refund-only': windows('refund-only', REASON_KINDS),
      'price-protection': windows('price-protection', REASON_KINDS),
    },
    withoutReason: { return: windows('return', ['no-reason']), exchange: windows('exchange', ['no-reason']) },
    sendBack: policy.sendBackWithinDays,
    refundWithin: [...new Set(rows.flatMap((row) => row.refundWithin ?? []))],
    arrival: [...new Set(Object.values(policy.moneyArrives).flatMap(({ from, to }) => [from, to]))],
  };
}
