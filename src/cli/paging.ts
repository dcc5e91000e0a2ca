import { type Command, Option } from 'commander';
import type { CliContext } from './context.ts';
import { failure } from './exit.ts';
import type { Voice } from './terminal.ts';

/** Of a command that lists, the newest first. */
export interface Paging {
  limit?: string;
  before?: string;
}

const MOST = 100;

export function withPaging(command: Command): Command {
  return command
    .addOption(new Option('--limit <number>', `一页几条，最多 ${MOST} · how many, ${MOST} at most`).default('50'))
    .option('--before <marker>', '接着上一页往前 · go on after the page that gave this marker');
}

/** @throws AppError `cli.limit` */
export function pageQuery({ limit = '50', before }: Paging, more: Record<string, string> = {}): URLSearchParams {
  if (!/^\d{1,3}$/.test(limit) || Number(limit) < 1 || Number(limit) > MOST)
    throw failure('cli.limit', {
      zh: `--limit 要是 1 到 ${MOST} 的整数。`,
      en: `--limit takes a whole number from 1 to ${MOST}.`,
    });
  return new URLSearchParams({ ...more, limit, ...(before !== undefined && { before }) });
}

/** How to go on, beside the list. */
export function noteNext({ terminal }: CliContext, next: string | null, { say, style }: Voice): void {
  if (next) terminal.note(style('dim', say({ zh: `更多：--before ${next}`, en: `More: --before ${next}` })));
}
