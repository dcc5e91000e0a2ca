/** `2026-05-01 08:00` (or with seconds) on the shop's own clock. */
export function shopTime(timeZone: string, at: string, timeStyle: 'short' | 'medium' = 'short'): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle }).format(new Date(at));
}
