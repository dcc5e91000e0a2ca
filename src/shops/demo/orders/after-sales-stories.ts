import { yuan } from '../shop-info.ts';
import type { Story } from './story.ts';
import { deliveredDaysAgo, underWay } from './story.ts';

/** One order for each rule that depends on how something was sold or paid. */
export const CHEN: Story[] = [
  {
    id: 'order-chen-split',
    stage: 'delivered',
    lines: ['lunchbox-glass-640ml*3', 'coffee-moka-300ml'],
    giftCard: yuan(100),
    accept: deliveredDaysAgo(1),
  },
  {
    id: 'order-chen-printed',
    stage: 'delivered',
    lines: [{ variantId: 'tote-canvas-cream', quantity: 1, kind: 'custom-made' }, 'cap-sun-khaki'],
    note: '帆布包印字：思远',
    accept: deliveredDaysAgo(3),
  },
  {
    id: 'order-chen-gift',
    stage: 'delivered',
    lines: ['headphones-tinglan-black', { variantId: 'bottle-warm-mint-350ml', quantity: 1, gift: true }],
    carrier: 'sf',
    accept: deliveredDaysAgo(2),
  },
  {
    id: 'order-chen-clearance',
    stage: 'delivered',
    lines: [{ variantId: 'lamp-desk-black', quantity: 1, onSale: true }],
    accept: deliveredDaysAgo(2),
  },
  {
    id: 'order-chen-cheaper-now',
    stage: 'delivered',
    lines: [{ variantId: 'dryer-ion-charcoal', quantity: 1, beforeReduction: true }],
    accept: deliveredDaysAgo(1),
  },
  { id: 'order-chen-socks', stage: 'delivered', lines: ['socks-five-4045'], accept: deliveredDaysAgo(2) },
  {
    id: 'order-chen-abroad',
    stage: 'delivered',
    lines: ['scarf-lambswool-camel'],
    crossBorder: true,
    note: '跨境商品，从保税仓发出',
    accept: deliveredDaysAgo(3),
  },
  {
    id: 'order-chen-abroad-paid',
    stage: 'paid',
    lines: ['speaker-stone-green'],
    crossBorder: true,
    note: '跨境商品，从保税仓发出',
  },
  { id: 'order-chen-unsent', stage: 'paid', lines: ['tee-heavy-white-l*2', 'jeans-straight-navy-30'] },
  { id: 'order-chen-gift-card', stage: 'paid', lines: ['umbrella-auto-green'], giftCard: yuan(77) },
  { id: 'order-chen-under-way', stage: 'shipped', lines: ['pillow-memory-low8cm'], accept: underWay },
  { id: 'order-chen-late', stage: 'completed', lines: ['mouse-silent-white'], accept: deliveredDaysAgo(11) },
  { id: 'order-chen-cancelled', stage: 'cancelled', lines: ['charger-65-white'], cancelReason: '拍错了' },
  // What the law excepts from the seven days, one delivered order each.
  { id: 'order-chen-fresh', stage: 'delivered', lines: ['oranges-navel-2.5kg'], accept: deliveredDaysAgo(1) },
  { id: 'order-chen-code', stage: 'delivered', lines: ['course-baking'], accept: deliveredDaysAgo(2) },
  { id: 'order-chen-magazine', stage: 'delivered', lines: ['magazine-xiaoman'], accept: deliveredDaysAgo(3) },
  { id: 'order-chen-disc', stage: 'delivered', lines: ['disc-rain'], accept: deliveredDaysAgo(2) },
  {
    id: 'order-chen-sample',
    stage: 'delivered',
    lines: [{ variantId: 'clock-wall', quantity: 1, finalSale: true }],
    note: '展示样品，下单时确认过不支持无理由退换',
    accept: deliveredDaysAgo(3),
  },
];
