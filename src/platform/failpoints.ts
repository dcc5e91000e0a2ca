/**
 * Named places where a crash is tested. `XIAOER_FAILPOINT=name` (or `name:3` for the third passing) makes the process kill itself there with
 * SIGKILL: nothing is flushed, no handler runs, as at a power cut. Without the setting a passing costs one comparison.
 */
export const FAILPOINTS = [
  'message.accepted',
  'turn.claimed',
  'turn.journalled',
  'intent.planned',
  'intent.sent',
  'intent.executed',
  'intent.settled',
  'turn.before-commit',
  'turn.committed',
] as const;

/** Those of an import, which no message passes. */
export const IMPORT_FAILPOINTS = ['import.file-read', 'import.before-commit', 'import.file-taken'] as const;

export type Failpoint = (typeof FAILPOINTS | typeof IMPORT_FAILPOINTS)[number];

let armed: string | null = null;
let countdown = 0;

/** @param setting `name` or `name:n`; null disarms. */
export function armFailpoint(setting: string | null): void {
  const [name, count] = (setting ?? '').split(':');
  armed = name || null;
  countdown = Number(count ?? 1);
}

export function failpoint(name: Failpoint): void {
  if (name !== armed || --countdown > 0) return;
  process.kill(process.pid, 'SIGKILL');
}
