import { readFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';

/** The value below which `share` (0 to 1) of the sorted figures lie. */
export function percentile(figures: readonly number[], share: number): number {
  const sorted = [...figures].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export interface Row {
  name: string;
  value: string;
}

/** A Markdown table, as it goes into docs/benchmarks.md. */
export function printTable(title: string, header: readonly string[], rows: readonly (readonly string[])[]): void {
  console.log(`\n### ${title}\n`);
  console.log(`| ${header.join(' | ')} |`);
  console.log(`|${header.map(() => '---').join('|')}|`);
  for (const row of rows) console.log(`| ${row.join(' | ')} |`);
}

/** Machine, versions and date: what a figure is worth nothing without. */
export function describeMachine(): string {
  const release = /PRETTY_NAME="(.+)"/.exec(readFileSync('/etc/os-release', 'utf8'))?.[1] ?? process.platform;
  const memory = (totalmem() / 2 ** 30).toFixed(0);
  const date = new Date().toISOString().slice(0, 10);
  return `${date}, ${cpus().length} × ${cpus()[0]?.model ?? '?'}, ${memory} GiB, ${release}, Node ${process.version}`;
}

export const milliseconds = (value: number): string => `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ms`;

/** A share from 0 to 1; a dash where there is none. */
export const percent = (share: number | null): string => (share === null ? '–' : (share * 100).toFixed(1));

/** `+0.4`, `−1.2`: by how many points the second share is above the first. */
export function points(first: number | null, second: number | null): string {
  if (first === null || second === null) return '–';
  const difference = ((second - first) * 100).toFixed(1);
  return difference.startsWith('-') ? difference.replace('-', '−') : `+${difference}`;
}

export const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

/** Resident memory of a process in MiB (Linux). */
export function residentMiB(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
}
