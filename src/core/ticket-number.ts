import { orderNumberKey } from './order-number.ts';
import type { Ticket } from './record.ts';

/**
 * What a customer reads out: the day on which it was left, by the shop's calendar, and a count within it, e.g. `TK261128-7`. It need not be
 * hard to guess: whose a ticket is, is checked.
 * @param day `YYYY-MM-DD`
 */
export function ticketNumber(day: string, count: number): string {
  return `TK${day.slice(2).replaceAll('-', '')}-${count}`;
}

/** Day and count of a number in whatever width, case and spacing, with or without its letters; null for what is none. */
export function readTicketNumber(text: string): { day: string; count: number } | null {
  const found = /^(?:tk)?-?(\d\d)(\d\d)(\d\d)-(\d{1,9})$/.exec(orderNumberKey(text));
  if (!found) return null;
  const [, year, month, date, count] = found;
  return { day: `20${year}-${month}-${date}`, count: Number(count) };
}

/** One that was kept before there were numbers goes by its id. */
export function nameOfTicket({ id, number }: Pick<Ticket, 'id' | 'number'>): string {
  return number ?? id;
}
