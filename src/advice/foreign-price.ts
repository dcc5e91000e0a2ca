import type { Money } from '../core/money.ts';
import { readMoney } from '../language/quantities/money.ts';
import type { NeedReading } from './need.ts';

/** An amount that was named in another currency than the shop's; null where none was, or the shop's own was named too. */
export function foreignPrice(text: string, { currency }: NeedReading): Money | null {
  const amounts = readMoney(text, { currency }).map(({ value }) => (value.kind === 'range' ? value.to : value.amount));
  return amounts.every((amount) => amount.currency !== currency) ? (amounts.at(-1) ?? null) : null;
}
