import type { CustomerView, PaymentMethodView, RefundEstimate, ReturnView } from '../../../core/after-sales.ts';
import { cardBrandIn } from '../../../core/card-brands.ts';
import type { FactValues } from '../../../core/fact.ts';
import { localize } from '../../../core/locale.ts';
import { formatMoney } from '../../../core/money.ts';
import type { Payment } from '../../../core/order.ts';
import type { QuoteItem } from '../../../core/quote.ts';
import { methodText } from '../../../policy/refund-split.ts';
import type { BrainView } from '../../brain.ts';
import { itemText, refundText } from '../../present/items.ts';
import { dateWords } from '../../present/time.ts';
import { parcelStatusWord, returnKindWord, returnStatusWord } from '../../present/words.ts';

type Told = Record<string, unknown>;
type Voice = Pick<BrainView, 'locale' | 'now' | 'shop'>;

export function tellCustomer({ name, phone, email, addresses, paymentMethods }: CustomerView, voice: Voice): Told {
  return {
    customer: { name, phone, email, addresses },
    paymentMethods: paymentMethods.map((each) => paymentMethod(each, voice)),
  };
}

function paymentMethod({ id, method, detail, balance }: PaymentMethodView, { locale }: Voice): Told {
  const { brand, rest } = cardBrandIn(detail);
  return {
    paymentMethodId: id,
    method: methodText(method)[locale],
    detail: [brand?.[locale], rest].filter(Boolean).join(' '),
    ...(balance && { balance: formatMoney(balance, locale) }),
  };
}

export function tellPayment({ method, paymentMethodId, amount }: Payment, { locale }: Voice): Told {
  return {
    method: methodText(method)[locale],
    ...(paymentMethodId && { paymentMethodId }),
    amount: formatMoney(amount, locale),
  };
}

export function tellReturn({ request, orderNumber, items, next }: ReturnView, voice: Voice): Told {
  const { locale, shop, now } = voice;
  return {
    returnId: request.id,
    orderNumber,
    kind: returnKindWord(request.kind, locale),
    status: returnStatusWord(request.status, locale),
    requested: dateWords(request.createdAt, shop.timeZone, locale, now),
    goods: goods(items, voice),
    ...(request.refund && { refund: formatMoney(request.refund, locale) }),
    next: localize(next, locale),
  };
}

export function tellRefund(estimate: RefundEstimate, voice: Voice): Told {
  const { locale } = voice;
  return {
    orderNumber: estimate.orderNumber,
    goods: goods(estimate.items, voice),
    wouldBeRefunded: refundText(estimate.refund, locale),
    effects: estimate.effects.map((effect) => localize(effect, locale)),
    reasons: estimate.reasons.map(({ text }) => localize(text, locale)),
    nothingRequestedYet: true,
  };
}

export function tellDelivery({ orderNumber, parcels }: FactValues['delivery-estimate'], voice: Voice): Told {
  const { locale, shop, now } = voice;
  return {
    ...(orderNumber && { orderNumber }),
    parcels: parcels.map(({ carrier, trackingNumber, status, expectedAt }) => ({
      carrier: localize(carrier, locale),
      trackingNumber,
      status: parcelStatusWord(status, locale),
      expected: expectedAt ? dateWords(expectedAt, shop.timeZone, locale, now) : 'not known',
    })),
    ...(parcels.length === 0 && { expected: 'not known' }),
  };
}

function goods(items: readonly QuoteItem[], { locale }: Voice): string[] {
  return items.map((item) => itemText(item, locale));
}
