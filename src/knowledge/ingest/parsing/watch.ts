import { workerData } from 'node:worker_threads';

/** Between two looks: a parser fills some tens of megabytes meanwhile. */
const EVERY_MS = 50;

/**
 * Runs beside the parser, in its process: ends that process when it holds too much, whether in its heap or beside it, and when nobody waits for it
 * any more. The parser's own thread may be busy for a minute and can do neither.
 */
const most = process.memoryUsage.rss() + Number(workerData) * 1024 * 1024;
const parent = process.ppid;
setInterval(() => {
  if (process.memoryUsage.rss() > most || process.ppid !== parent) process.kill(process.pid, 'SIGKILL');
}, EVERY_MS);
