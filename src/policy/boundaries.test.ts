import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Instant, instant } from '../core/instant.ts';
import { GOODS_KINDS, ORDER_STATUSES } from '../core/order.ts';
import type { Verdict } from '../core/verdict.ts';
import { mayExchange } from './exchange.ts';
import { type GoodsRule, REASON_KINDS } from './inputs.ts';
import type { Policy } from './policy.ts';
import { mayProtectPrice } from './price-protection.ts';
import { mayRefundOnly } from './refund-only.ts';
import { mayReturn } from './return.ts';
import { SHIPPED_NAMES, shippedPolicy } from './shipped.ts';
import type { Condition, Situation } from './table/condition.ts';
import { rowFor } from './table/table.ts';
import { CHEAPER, dateAfter, EVERYDAY_WISH, endOfDay, placed, type Wish } from './testing/placed.ts';

const RULES: GoodsRule[] = ['return', 'exchange', 'refund-only', 'price-protection'];
const ZONES = ['Asia/Shanghai', 'America/New_York', 'Europe/Berlin', 'Pacific/Apia'];
/** Noon of a plain day, the first and the last moments of one, and both changes of the clock in New York and Berlin. */
const RECEIVED = [
  '2026-11-10T12:00:00.000Z',
  '2026-11-09T16:00:00.000Z',
  '2026-11-10T15:59:59.999Z',
  '2026-10-30T01:00:00.000Z',
  '2026-10-23T22:30:00.000Z',
  '2026-03-05T01:00:00.000Z',
  '2026-03-27T23:30:00.000Z',
];

function verdictFor(
  rule: GoodsRule,
  wish: Wish,
  since: { delivered?: Instant; paid?: Instant },
  now: Instant,
  zone: string,
  policy: Policy,
): Verdict {
  const { order, context, items } = placed(wish, since, now, zone);
  const products = items.map((item) => ({ ...item, product: CHEAPER, variantId: 'shoe-43' }));
  switch (rule) {
    case 'return':
      return mayReturn(order, items, policy, context);
    case 'exchange':
      return mayExchange(order, products, policy, context, { id: 'alipay', method: 'alipay', detail: '' });
    case 'refund-only':
      return mayRefundOnly(order, items, policy, context);
    case 'price-protection':
      return mayProtectPrice(order, products, policy, context);
  }
}

/** The table's words for a wish. What each of them is has been chosen here, not read from an order. */
function situationOf(wish: Wish, days: { delivered: number | null; paid: number | null }, amount: number): Situation {
  const yesNo = (is: boolean) => (is ? 'yes' : 'no');
  return {
    status: wish.status,
    standing: yesNo(wish.standing),
    reason: wish.reason,
    goods: wish.goods,
    opened: yesNo(wish.opened),
    used: yesNo(wish.used),
    'final-sale': yesNo(wish.finalSale),
    'on-sale': yesNo(wish.onSale),
    gift: yesNo(wish.gift),
    partial: yesNo(wish.partial),
    'cross-border': yesNo(wish.crossBorder),
    customer: 'signed-in',
    'days-since-delivery': days.delivered,
    'days-since-payment': days.paid,
    amount,
  };
}

/** Wishes that a row is about: each word that it names, everyday otherwise. */
function wishesOf(when: Readonly<Record<string, Condition>>): Wish[] {
  const words = <T extends string>(input: string, everyday: T): T[] => {
    const condition = when[input];
    return condition?.kind === 'words' ? ([...condition.words] as T[]) : [everyday];
  };
  const flag = (input: string) => words<'yes' | 'no'>(input, 'no').map((word) => word === 'yes');
  return words<Wish['status']>('status', EVERYDAY_WISH.status).flatMap((status) =>
    words<Wish['reason']>('reason', EVERYDAY_WISH.reason).flatMap((reason) =>
      words<Wish['goods']>('goods', EVERYDAY_WISH.goods).flatMap((goods) =>
        flag('opened').flatMap((opened) =>
          flag('used').flatMap((used) =>
            flag('final-sale').flatMap((finalSale) =>
              flag('on-sale').map((onSale) => {
                return { ...EVERYDAY_WISH, status, reason, goods, opened, used, finalSale, onSale };
              }),
            ),
          ),
        ),
      ),
    ),
  );
}

interface Boundary {
  rule: GoodsRule;
  wish: Wish;
  since: 'delivered' | 'paid';
  days: number;
}

/** Every window of a policy: each row that allows something until a day. */
function boundariesOf(policy: Policy): Boundary[] {
  return RULES.flatMap((rule) =>
    policy.rules[rule].rows
      .filter(({ outcome }) => outcome === 'allow')
      .flatMap(({ when }) =>
        (['delivered', 'paid'] as const).flatMap((since): Boundary[] => {
          const condition = when[since === 'paid' ? 'days-since-payment' : 'days-since-delivery'];
          if (condition?.kind !== 'number' || !Number.isFinite(condition.upTo)) return [];
          return wishesOf(when).map((wish) => ({ rule, wish, since, days: condition.upTo }));
        }),
      ),
  );
}

describe('the windows of every shipped policy, by its own tables', () => {
  for (const name of ['china-7-days', 'eu-14-days'] as const) {
    const policy = shippedPolicy(name);
    const boundaries = boundariesOf(policy);

    it(`[POLICY-42] ${name}: each holds to the last instant of its last day in the shop's zone and not an instant longer`, () => {
      for (const { rule, wish, since, days } of boundaries) {
        for (const zone of ZONES) {
          for (const at of RECEIVED) {
            const end = endOfDay(zone, dateAfter(zone, at, days));
            const seen = [end - 1, end].map((now) =>
              verdictFor(rule, wish, { [since]: at }, instant(now), zone, policy),
            );
            expect([rule, wish, zone, at, ...seen.map(({ allowed }) => allowed)]).toEqual([
              rule,
              wish,
              zone,
              at,
              true,
              false,
            ]);
            const late = rowFor(
              policy.rules[rule],
              situationOf(wish, { delivered: null, paid: null, [since]: days + 1 }, 0),
            );
            expect(seen[1]?.reasons[0]?.rule).toBe(`${rule}.${late.rule}`);
          }
        }
      }
    });
  }

  it('[POLICY-42] there are some: 7 and 15 days of the default, 14 of the European one, none of tau-bench', () => {
    const days = (name: (typeof SHIPPED_NAMES)[number]) => [
      ...new Set(boundariesOf(shippedPolicy(name)).map((boundary) => `${boundary.rule} ${boundary.days}`)),
    ];
    expect(days('china-7-days')).toEqual([
      'return 7',
      'exchange 15',
      'exchange 7',
      'refund-only 7',
      'price-protection 7',
    ]);
    expect(days('eu-14-days')).toEqual(['return 14', 'exchange 14', 'refund-only 14']);
    expect(days('tau-retail')).toEqual([]);
  });
});

describe('what a verdict goes by', () => {
  const anyWish: fc.Arbitrary<Wish> = fc.record({
    status: fc.oneof(
      { weight: 3, arbitrary: fc.constant('delivered' as const) },
      { weight: 1, arbitrary: fc.constantFrom(...ORDER_STATUSES) },
    ),
    standing: fc.boolean(),
    reason: fc.constantFrom(...REASON_KINDS),
    goods: fc.constantFrom(...GOODS_KINDS),
    opened: fc.boolean(),
    used: fc.boolean(),
    finalSale: fc.boolean(),
    onSale: fc.boolean(),
    gift: fc.boolean(),
    partial: fc.boolean(),
    crossBorder: fc.boolean(),
  });
  const days = fc.option(fc.nat(20), { nil: null });

  it('[POLICY-43] is its table’s row for goods of every kind, opened, on sale, gift, part, final, cross-border', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(
        fc.constantFrom(...SHIPPED_NAMES.map(shippedPolicy)),
        fc.constantFrom(...RULES),
        anyWish,
        days,
        days,
        (policy, rule, wish, delivered, paid) => {
          const now = '2026-11-20T04:00:00.000Z';
          const ago = (count: number) => instant(Date.parse(now) - count * 86_400_000);
          const since = {
            ...(delivered !== null && { delivered: ago(delivered) }),
            ...(paid !== null && { paid: ago(paid) }),
          };
          // ¥9 a pair; ¥4 cheaper today; an even exchange.
          const pieces = wish.partial ? 1 : 2;
          const amount = rule === 'exchange' ? 0 : pieces * (rule === 'price-protection' ? 4 : 9);
          const row = rowFor(policy.rules[rule], situationOf(wish, { delivered, paid }, amount));
          const verdict = verdictFor(rule, wish, since, now, 'Asia/Shanghai', policy);
          seen.add(`${policy.version} ${rule} ${row.rule}`);
          expect(verdict.reasons[0]?.rule).toBe(`${rule}.${row.rule}`);
          expect(verdict.allowed).toBe(row.outcome === 'allow');
          if (!verdict.allowed)
            expect(verdict.alternative?.command).toBe(
              row.instead ?? (row.outcome === 'person' ? 'hand_off' : undefined),
            );
          for (const { text } of verdict.reasons) {
            expect(text.zh).toMatch(/\p{Script=Han}/u);
            expect(text.en?.replaceAll('轻便跑鞋', '')).not.toMatch(/\p{Script=Han}|undefined|null/u);
          }
        },
      ),
      { numRuns: 12_000, seed: 20_261_128 },
    );
    const rows = SHIPPED_NAMES.map(shippedPolicy).flatMap((policy) =>
      RULES.flatMap((rule) => policy.rules[rule].rows.map((row) => `${policy.version} ${rule} ${row.rule}`)),
    );
    // Amounts above a limit have a test of their own.
    const unseen = [...new Set(rows)].filter((row) => !seen.has(row));
    expect(unseen).toEqual([
      'china-7-days refund-only amount',
      'china-7-days price-protection amount',
      'eu-14-days refund-only amount',
    ]);
  });
});
