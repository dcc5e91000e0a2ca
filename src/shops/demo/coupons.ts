import type { Coupon } from '../../core/customer.ts';
import type { Instant } from '../../core/instant.ts';
import { DAY, plus } from '../../core/instant.ts';
import { yuan } from './shop-info.ts';

/** What is off, how long it runs (days from now) and whose it is. */
export function demoCoupons(now: Instant): Coupon[] {
  const days = (from: number, until: number) => ({
    validFrom: plus(now, from * DAY),
    validUntil: plus(now, until * DAY),
  });
  return [
    {
      id: 'coupon-welcome',
      code: 'XIAOMAN10',
      title: { zh: '新客满 99 减 10', en: '¥10 off ¥99 for new customers' },
      off: { kind: 'amount', amount: yuan(10) },
      minimumSpend: yuan(99),
      ...days(-180, 180),
      customerId: null,
    },
    {
      id: 'coupon-199',
      code: '',
      title: { zh: '全场满 199 减 20', en: '¥20 off ¥199 storewide' },
      off: { kind: 'amount', amount: yuan(20) },
      minimumSpend: yuan(199),
      ...days(-100, 21),
      customerId: null,
    },
    {
      id: 'coupon-299',
      code: '',
      title: { zh: '全场满 299 减 40', en: '¥40 off ¥299 storewide' },
      off: { kind: 'amount', amount: yuan(40) },
      minimumSpend: yuan(299),
      ...days(-100, 21),
      customerId: null,
    },
    {
      id: 'coupon-member',
      code: 'MEMBER95',
      title: { zh: '会员九五折，满 150 可用', en: '5% off for members from ¥150' },
      off: { kind: 'share', basisPoints: 500 },
      minimumSpend: yuan(150),
      ...days(-100, 60),
      customerId: null,
    },
    {
      id: 'coupon-birthday-lin',
      code: '',
      title: { zh: '生日礼券：满 120 减 30', en: 'Birthday treat: ¥30 off ¥120' },
      off: { kind: 'amount', amount: yuan(30) },
      minimumSpend: yuan(120),
      ...days(-5, 25),
      customerId: 'customer-lin-xiaomei',
    },
    {
      id: 'coupon-thanks-emily',
      code: 'THANKS15',
      title: { zh: '老客回馈：满 100 减 15', en: 'Thank you: ¥15 off ¥100' },
      off: { kind: 'amount', amount: yuan(15) },
      minimumSpend: yuan(100),
      ...days(-12, 18),
      customerId: 'customer-emily-carter',
    },
    {
      id: 'coupon-autumn',
      code: 'AUTUMN50',
      title: { zh: '换季清仓满 399 减 50（已结束）', en: 'Season clearance: ¥50 off ¥399 (ended)' },
      off: { kind: 'amount', amount: yuan(50) },
      minimumSpend: yuan(399),
      ...days(-70, -20),
      customerId: null,
    },
    {
      id: 'coupon-soon',
      code: 'NEXT30',
      title: { zh: '下期会员日满 260 减 30', en: 'Next members’ day: ¥30 off ¥260' },
      off: { kind: 'amount', amount: yuan(30) },
      minimumSpend: yuan(260),
      ...days(10, 13),
      customerId: null,
    },
  ];
}
