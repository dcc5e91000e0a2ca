import type { Customer } from '../../../core/customer.ts';
import type { Locale, Localized } from '../../../core/locale.ts';
import type { Money } from '../../../core/money.ts';
import { readData } from '../pair.ts';
import { yuan } from '../shop-info.ts';
import { meansOfPayment } from './means-of-payment.ts';
import { addressAt, PLACES } from './places.ts';

interface DemoCustomer {
  id: string;
  name: string;
  about: Localized;
}

/** Whom the storefront offers to sign in as. */
export const DEMO_CUSTOMERS: readonly DemoCustomer[] = [
  {
    id: 'customer-lin-xiaomei',
    name: '林晓梅',
    about: {
      zh: '跑鞋买小了想换大一码，床品在路上，空气炸锅还没发货',
      en: 'Running shoes a size too small, bedding on its way, an air fryer not yet shipped',
    },
  },
  {
    id: 'customer-wang-jianguo',
    name: '王建国',
    about: {
      zh: '一单分两个包裹，一件派送异常，还有一单没付款、一单过了退货期',
      en: 'One order in two parcels, a delivery that failed, an unpaid order and one past the return window',
    },
  },
  {
    id: 'customer-emily-carter',
    name: 'Emily Carter',
    about: {
      zh: '想退刚到的电热水壶，跑鞋可以换码，耳机在路上',
      en: 'Wants to return a new kettle, shoes to exchange, headphones on their way, a backpack to cancel',
    },
  },
  {
    id: 'customer-chen-siyuan',
    name: '陈思远',
    about: {
      zh: '售后的特殊情况：礼品卡付了一半、印字定制、赠品、清仓款、刚降价、跨境、还没发货想改规格',
      en: 'Special cases: part paid by gift card, printed to order, a free gift, clearance, a price that fell, cross-border, items to change',
    },
  },
];

interface Person {
  name: string;
  mail: string;
}

const { customers: people, streets } = readData<{ customers: Person[]; streets: string[] }>('people', 'people.yaml');

interface Draft extends Person {
  /** What is left on the gift card. */
  giftCard?: Money;
  id: string;
  phone: string;
  locale: Locale;
  place: number;
  street: string;
}

const [lin, wang, emily, chen] = DEMO_CUSTOMERS;

const signIns: Draft[] = [
  {
    ...named(lin),
    mail: 'lin.xiaomei',
    phone: '13800001001',
    locale: 'zh',
    place: 2,
    street: '文三路 118 号 6 幢 702 室',
  },
  {
    ...named(wang),
    mail: 'wang.jianguo',
    phone: '13800001002',
    locale: 'zh',
    place: 4,
    street: '运河新村 9 幢 203 室',
  },
  {
    ...named(emily),
    mail: 'emily.carter',
    phone: '13800001003',
    locale: 'en',
    place: 0,
    street: '衡山路 25 弄 4 号 1203 室',
  },
  {
    ...named(chen),
    mail: 'chen.siyuan',
    phone: '13800001004',
    locale: 'zh',
    place: 1,
    street: '梧桐街 36 号 2 单元 501 室',
    giftCard: yuan(60),
  },
];

function named(customer: DemoCustomer | undefined): { id: string; name: string } {
  return { id: customer?.id ?? '', name: customer?.name ?? '' };
}

/** All customers with an account: the three to sign in as come first. The same on every start. */
export function demoCustomers(): Customer[] {
  const others = people.map(
    (person, index): Draft => ({
      ...person,
      id: `customer-${person.mail.replaceAll('.', '-')}`,
      phone: `1380000${2000 + index * 17}`,
      locale: /^[A-Z]/.test(person.name) ? 'en' : 'zh',
      place: (index * 7 + 3) % PLACES.length,
      street: streets[(index * 3) % streets.length] ?? '',
    }),
  );
  return [...signIns, ...others].flatMap(({ id, name, mail, phone, locale, place, street, giftCard }, index) => {
    const home = PLACES[place];
    if (!home) return [];
    return {
      id,
      name,
      phone,
      email: `${mail}@example.com`,
      locale,
      addresses: [addressAt(home, { name, phone }, street)],
      paymentMethods: meansOfPayment(id, locale, index, giftCard),
    };
  });
}
