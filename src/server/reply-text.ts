import type { Locale } from '../core/locale.ts';
import type { Block, Reply } from '../core/reply.ts';

const WORDS = {
  zh: {
    refund: '退款',
    colon: '：',
    number: '单号',
    confirm: '回复「确认」就办理，回复「不办了」就不动它。',
    expected: '预计',
    of: '来源',
  },
  en: {
    refund: 'Refund',
    colon: ': ',
    number: 'Reference',
    confirm: 'Reply “confirm” to go ahead, or “never mind” to leave it.',
    expected: 'expected',
  },
} as const;

const joined = (...parts: (string | undefined)[]) => parts.filter(Boolean).join(' · ');

/** Some shops' numbers begin with the sign already. */
const numbered = (number: string) => (number.startsWith('#') ? number : `#${number}`);

function blockLines(block: Block, locale: Locale): string[] {
  const words = WORDS[locale];
  switch (block.kind) {
    case 'products':
      return block.products.map((card, index) => {
        const head = joined(card.title, card.options, card.price, card.stock);
        return `${index + 1}. ${head}${card.reason ? `\n   ${card.reason}` : ''}`;
      });
    case 'comparison':
      return [
        block.titles.join(' | '),
        ...block.rows.map(
          ({ label, values }) => `${label}${words.colon}${values.map((value) => value || '—').join(' | ')}`,
        ),
      ];
    case 'orders':
      return block.orders.flatMap((order) => [
        joined(numbered(order.number), order.status, order.placedAt, order.total),
        ...order.lines.map((line) => `  - ${joined(line.title, line.options, `×${line.quantity}`, line.price)}`),
      ]);
    case 'tracking':
      return block.tracking.parcels.flatMap((parcel) => [
        joined(
          `${parcel.carrier} ${parcel.trackingNumber}`,
          parcel.status,
          parcel.expected && `${words.expected} ${parcel.expected}`,
        ),
        ...parcel.events.map(({ at, place, text }) => `  - ${joined(at, place, text)}`),
      ]);
    case 'confirmation': {
      const { card } = block;
      return [
        joined(card.title, card.orderNumber === null ? undefined : numbered(card.orderNumber)),
        ...[...card.items, ...card.effects].map((line) => `  - ${line}`),
        ...(card.refund === null ? [] : [`${words.refund}${words.colon}${card.refund}`]),
        words.confirm,
      ];
    }
    case 'done':
      return [
        block.title,
        ...block.lines.map((line) => `  - ${line}`),
        ...(block.reference === null ? [] : [`${words.number}${words.colon}${block.reference}`]),
      ];
    case 'note':
      return [block.title, ...block.lines.map((line) => `  - ${line}`)];
    case 'choices':
      return block.choices.map(({ label }) => `[${label}]`);
  }
}

/** A reply with its cards as plain text, for doors that have no cards. */
export function replyText(reply: Reply): string {
  const parts = [reply.text, ...reply.blocks.map((block) => blockLines(block, reply.locale).join('\n'))];
  return parts.filter((part) => part.trim() !== '').join('\n\n');
}
