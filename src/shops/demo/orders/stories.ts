import type { Customer } from '../../../core/customer.ts';
import type { Localized } from '../../../core/locale.ts';
import { CHEN } from './after-sales-stories.ts';
import type { OrderPlan } from './order-plan.ts';
import type { Story } from './story.ts';
import { deliveredDaysAgo, oneArrived, planOf, underWay } from './story.ts';

const LIN: Story[] = [
  {
    id: 'order-lin-shoes',
    stage: 'delivered',
    lines: ['runner-yunduo-pink-37'],
    carrier: 'sf',
    accept: deliveredDaysAgo(2),
  },
  {
    id: 'order-lin-bedding',
    stage: 'shipped',
    lines: ['bedding-cotton-blue-1.8mbed', 'lamp-bedside-cream'],
    couponId: 'coupon-299',
    carrier: 'zto',
    accept: underWay,
  },
  { id: 'order-lin-fryer', stage: 'paid', lines: ['fryer-air'], couponId: 'coupon-199' },
  {
    id: 'order-lin-coffee',
    stage: 'completed',
    lines: ['coffee-pourover-12cups', 'coffee-grinder', 'lunchbox-glass-640ml*2'],
    couponId: 'coupon-199',
  },
  {
    id: 'order-lin-dress',
    stage: 'completed',
    lines: ['dress-linen-olive-m'],
    returned: { kind: 'return', status: 'completed', daysAgo: 21, reason: '颜色比图片深，不太适合我' },
  },
  { id: 'order-lin-socks', stage: 'completed', lines: ['socks-five-3640', 'slipper-mianmian-grey-3637'] },
];

const WANG: Story[] = [
  {
    id: 'order-wang-camping',
    stage: 'shipped',
    lines: ['chair-camp-khaki', 'lantern-camp-mustard', 'sleepingbag-fall-blue'],
    split: true,
    carrier: 'jd',
    accept: oneArrived,
  },
  { id: 'order-wang-failed', stage: 'delivery-failed', lines: ['walker-songbai-brown-42'], carrier: 'yto' },
  { id: 'order-wang-unpaid', stage: 'awaiting-payment', lines: ['shelf-oak'] },
  {
    id: 'order-wang-watch',
    stage: 'completed',
    lines: ['watch-fit-black'],
    carrier: 'sf',
    accept: deliveredDaysAgo(19),
  },
  {
    id: 'order-wang-tea',
    stage: 'delivered',
    lines: ['teapot-gongfu', 'kettle-whistle-silver'],
    couponId: 'coupon-299',
    accept: deliveredDaysAgo(4),
  },
  { id: 'order-wang-partial', stage: 'partially-shipped', lines: ['thermal-set-grey-xl', 'scarf-lambswool-navy'] },
  { id: 'order-wang-pan', stage: 'processing', lines: ['pan-castiron-26cm'], note: '请包严实一点，上次有个角磕了' },
];

const EMILY: Story[] = [
  {
    id: 'order-emily-kettle',
    stage: 'delivered',
    lines: ['kettle-jingyan-cream'],
    carrier: 'sf',
    accept: deliveredDaysAgo(3),
  },
  {
    id: 'order-emily-shoes',
    stage: 'delivered',
    lines: ['runner-yunduo-white-38'],
    carrier: 'jd',
    accept: deliveredDaysAgo(1),
  },
  {
    id: 'order-emily-headphones',
    stage: 'shipped',
    lines: ['headphones-tinglan-cream'],
    carrier: 'sf',
    accept: underWay,
  },
  { id: 'order-emily-backpack', stage: 'paid', lines: ['pack-commuter-navy'] },
  {
    id: 'order-emily-hoodie',
    stage: 'delivered',
    lines: ['hoodie-loop-grey-m', 'tee-heavy-white-l'],
    returned: {
      kind: 'exchange',
      status: 'approved',
      daysAgo: 2,
      reason: 'Too big, I would like a smaller one',
      exchangeVariantId: 'hoodie-loop-grey-s',
    },
  },
  { id: 'order-emily-keyboard', stage: 'cancelled', lines: ['keyboard-75-cream-silentswitches'] },
  {
    id: 'order-emily-earbuds',
    stage: 'completed',
    lines: ['earbuds-xiaotao-white', 'charger-65-white'],
    couponId: 'coupon-299',
  },
];

interface GuestStory extends Story {
  name: string;
  phone: string;
  email: string;
  /** Index of a customer whose street the guest shares: guests have no address book. */
  addressOf: number;
  /** What the guest proves the order with, as the storefront shows it. */
  contact: 'phone' | 'email';
  about: Localized;
}

/** Orders that anybody may look up without an account. */
export const GUEST_STORIES: readonly GuestStory[] = [
  {
    id: 'order-guest-parcel',
    stage: 'shipped',
    lines: ['case-cabin-black-20inches'],
    carrier: 'sf',
    accept: underWay,
    name: '沈女士',
    phone: '13800009001',
    email: 'shen@example.com',
    addressOf: 8,
    contact: 'phone',
    about: { zh: '行李箱，已发货，在路上', en: 'A suitcase on its way' },
  },
  {
    id: 'order-guest-kettle',
    stage: 'delivered',
    lines: ['kettle-gooseneck-white'],
    accept: deliveredDaysAgo(2),
    name: 'Alex Morgan',
    phone: '13800009002',
    email: 'alex.morgan@example.com',
    addressOf: 2,
    contact: 'email',
    about: { zh: '手冲壶，前天签收，可以退货', en: 'A gooseneck kettle, delivered two days ago, can be returned' },
  },
  {
    id: 'order-guest-unshipped',
    stage: 'paid',
    lines: ['headphones-tinglan-black'],
    name: '顾先生',
    phone: '13800009003',
    email: 'gu@example.com',
    addressOf: 12,
    contact: 'phone',
    about: { zh: '降噪耳机，已付款未发货，可以取消', en: 'Headphones, paid and not yet shipped, can be cancelled' },
  },
  {
    id: 'order-guest-shoes',
    stage: 'delivered',
    lines: ['runner-zhuifeng-navy-41'],
    carrier: 'zto',
    accept: deliveredDaysAgo(3),
    name: '钱先生',
    phone: '13800009004',
    email: 'qian@example.com',
    addressOf: 6,
    contact: 'email',
    about: {
      zh: '男款跑鞋 41 码，三天前签收，可以换码',
      en: "Men's running shoes in 41, delivered three days ago, can be exchanged",
    },
  },
];

/** The orders that the demo's stories are played with. Their numbers end in 1001 and up; the date before it moves with now. */
export function storyPlans(customers: readonly Customer[]): OrderPlan[] {
  const own = (stories: readonly Story[], index: number) => {
    const customer = customers[index];
    const address = customer?.addresses[0];
    if (!customer || !address) return [];
    const { id: customerId, name, phone, email } = customer;
    const method = customer.locale === 'en' ? 'card' : 'wechat-pay';
    const buyer = { customerId, contact: { name, phone, email }, address, method };
    return stories.map((story, place) => planOf(story, 1001 + index * 100 + place, buyer));
  };
  const guests = GUEST_STORIES.flatMap((story, place) => {
    const address = customers[story.addressOf]?.addresses[0];
    if (!address) return [];
    const { name, phone, email } = story;
    const buyer = {
      customerId: null,
      contact: { name, phone, email },
      address: { ...address, name, phone },
      method: 'alipay',
    };
    return planOf(story, 1401 + place, buyer);
  });
  // The last ones come behind the guests: what was drawn for the others stays as it was.
  return [...[LIN, WANG, EMILY].flatMap(own), ...guests, ...own(CHEN, 3)];
}
