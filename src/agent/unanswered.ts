import { AppError } from '../core/errors.ts';
import type { Log } from '../platform/log.ts';
import type { StoredIntent } from './ports.ts';

const DEFECTS = [TypeError, RangeError, ReferenceError, SyntaxError];

/** A mistake in a program, not a platform that is silent. The network's own TypeError names its cause. */
function isDefect(error: unknown): boolean {
  return DEFECTS.some((kind) => error instanceof kind) && (error as Error).cause === undefined;
}

/** An unforeseen error's own words may hold what a customer wrote: its name, code and place are what the log gets. */
function traceOf(error: unknown): Record<string, unknown> {
  if (error instanceof AppError) return { code: error.code, error: error.message };
  if (!(error instanceof Error)) return { error: typeof error };
  const { code } = error as { code?: unknown };
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return { error: error.name, ...(typeof code === 'string' && { code }), at: frames.slice(0, 5).join('\n') };
}

/** The platform did not answer, or its connector is broken: either way the outcome is not known, and the log says why. */
export function logUnanswered(
  log: Log,
  asked: 'execute' | 'look-up',
  { key, command }: Pick<StoredIntent, 'key' | 'command'>,
  error: unknown,
): void {
  const fields = { asked, command, intent: key, ...traceOf(error) };
  if (isDefect(error)) log.error('intent.defect', fields);
  else log.warn('intent.unanswered', fields);
}
