import { meansText } from '../../commands/means.ts';
import type { CustomerView, DeliveryEstimate, RefundEstimate, ReturnView, RuleText } from '../../core/after-sales.ts';
import type { FactValues } from '../../core/fact.ts';
import type { Instant } from '../../core/instant.ts';
import type { Locale } from '../../core/locale.ts';
import { localize } from '../../core/locale.ts';
import { formatMoney } from '../../core/money.ts';
import type { Block } from '../../core/reply.ts';
import { nameOfTicket } from '../../core/ticket-number.ts';
import { itemText, refundLine } from './items.ts';
import { dateWords, dayWords } from './time.ts';
import { parcelStatusWord, returnKindWord, returnStatusWord, ticketStateWord } from './words.ts';

type Note = Extract<Block, { kind: 'note' }>;

/** Returns shown under one reply. */
const MAX_RETURNS = 5;

export function returnNotes({ returns }: FactValues['returns'], locale: Locale, zone: string, now: Instant): Note[] {
  return returns.slice(0, MAX_RETURNS).map((each) => returnNote(each, locale, zone, now));
}

function returnNote(
  { request, orderNumber, items, next }: ReturnView,
  locale: Locale,
  zone: string,
  now: Instant,
): Note {
  const day = dateWords(request.createdAt, zone, locale, now);
  const kind = returnKindWord(request.kind, locale);
  const status = returnStatusWord(request.status, locale);
  const refund = request.refund && request.refund.amount > 0 ? formatMoney(request.refund, locale) : null;
  return {
    kind: 'note',
    title: `${kind} ${request.id} · ${status}`,
    lines: [
      locale === 'zh' ? `订单 ${orderNumber}，${day}申请` : `Order ${orderNumber}, requested on ${day}`,
      ...items.map((item) => itemText(item, locale)),
      ...(refund ? [locale === 'zh' ? `退款 ${refund}` : `Refund: ${refund}`] : []),
      localize(next, locale),
    ],
  };
}

export function ruleNotes({ rules }: { rules: RuleText[] }, locale: Locale): Note[] {
  return rules.map(({ title, text }) => ({
    kind: 'note',
    title: localize(title, locale),
    lines: localize(text, locale)
      .split('\n')
      .filter((line) => line.trim() !== ''),
  }));
}

export function refundNote({ orderNumber, items, refund, effects }: RefundEstimate, locale: Locale): Note {
  return {
    kind: 'note',
    title: locale === 'zh' ? `订单 ${orderNumber} 可退金额` : `What order ${orderNumber} would pay back`,
    lines: [
      ...items.map((item) => itemText(item, locale)),
      refundLine(refund, locale),
      ...effects.map((effect) => localize(effect, locale)),
      locale === 'zh' ? '这只是试算，还没有提交任何申请。' : 'This is only a calculation; nothing has been requested.',
    ],
  };
}

export function customerNote({ name, phone, email, addresses, paymentMethods }: CustomerView, locale: Locale): Note {
  const zh = locale === 'zh';
  return {
    kind: 'note',
    title: zh ? '您的资料' : 'Your details',
    lines: [
      [name, phone, email].filter(Boolean).join(zh ? '，' : ', '),
      ...addresses.map((address) => {
        const text = addressLine(address, locale);
        return zh ? `地址：${text}` : `Address: ${text}`;
      }),
      ...paymentMethods.map((method) => {
        const text = meansText(method)[locale];
        return zh ? `付款方式：${text}` : `Payment method: ${text}`;
      }),
    ],
  };
}

function addressLine({ name, phone, ...address }: CustomerView['addresses'][number], locale: Locale): string {
  const { country, province, city, district, street, postcode } = address;
  const han = /\p{Script=Han}/u.test(street + city);
  const place = han
    ? [province === city ? '' : province, city, district, street].filter(Boolean).join('')
    : [street, district, [city, province, postcode].filter(Boolean).join(' '), country].filter(Boolean).join(', ');
  return [name, phone, place].filter(Boolean).join(locale === 'zh' ? '，' : ', ');
}

export function deliveryNote({ parcels }: DeliveryEstimate, locale: Locale, zone: string, now: Instant): Note | null {
  if (parcels.length === 0) return null;
  return {
    kind: 'note',
    title: locale === 'zh' ? '预计送达' : 'Expected delivery',
    lines: parcels.map((parcel) => {
      const head = `${localize(parcel.carrier, locale)} ${parcel.trackingNumber} · ${parcelStatusWord(parcel.status, locale)}`;
      if (parcel.status === 'delivered') return head;
      const day = parcel.expectedAt
        ? dayWords(parcel.expectedAt, zone, locale, now).trim()
        : locale === 'zh'
          ? '快递没有给出预计日期'
          : 'the carrier has named no day';
      return locale === 'zh'
        ? `${head} · ${parcel.expectedAt ? '预计' : ''}${day}`
        : `${head} · ${parcel.expectedAt ? 'expected ' : ''}${day}`;
    }),
  };
}

export function ticketNote(ticket: FactValues['ticket'], locale: Locale): Note {
  const name = nameOfTicket(ticket);
  return {
    kind: 'note',
    title: locale === 'zh' ? `已登记，工单号 ${name}` : `Noted under ${name}`,
    lines: [ticket.text],
  };
}

/** Notes under one reply. */
const MAX_TICKETS = 5;

export function ticketNotes({ tickets }: FactValues['tickets'], locale: Locale, zone: string, now: Instant): Note[] {
  return tickets.slice(0, MAX_TICKETS).map(({ id, text, state, createdAt, orderNumber }) => {
    const day = dateWords(createdAt, zone, locale, now);
    const word = ticketStateWord(state, locale);
    const order = orderNumber && (locale === 'zh' ? `订单 ${orderNumber}` : `Order ${orderNumber}`);
    return {
      kind: 'note',
      title: locale === 'zh' ? `${day}登记 · ${word}` : `Noted on ${day} · ${word}`,
      lines: [text, ...(order ? [order] : []), locale === 'zh' ? `编号 ${id}` : `Reference ${id}`],
    };
  });
}

export function alertNote({ title }: FactValues['stock-alert'], locale: Locale): Note {
  return {
    kind: 'note',
    title: locale === 'zh' ? '到货提醒已登记' : 'Back-in-stock alert set',
    lines: [localize(title, locale)],
  };
}
