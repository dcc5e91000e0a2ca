import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { createApp } from '../src/app.ts';
import { loadConfig } from '../src/platform/config.ts';
import { silentLog } from '../src/platform/log.ts';
import { startServer, temporaryFolder } from '../tests/support/server.ts';
import { visit } from '../tests/support/visitor.ts';
import { describeMachine, milliseconds, percentile, printTable, residentMiB } from './support.ts';

const QUESTIONS = [
  '我想了解您的商品的配送时间',
  '想买双两百左右的跑鞋，42码，送爸爸',
  '可以开发票吗',
  'how do I return something?',
  '七天无理由退货怎么算',
  'do you have a backpack for a 15 inch laptop',
  '你们几点下班',
  '优惠券怎么用不了',
];
const SERVER = { XIAOER_BURST_WINDOW_MS: '0', XIAOER_TRUSTED_PROXIES: '127.0.0.1', XIAOER_LOG_LEVEL: 'error' };
const CONVERSATIONS = 50;
const STREAMS = 1_000;

async function starts(): Promise<string[][]> {
  const folder = temporaryFolder();
  const rows: string[][] = [];
  for (const name of ['first start, empty folder', 'second start']) {
    const server = await startServer(folder.path, SERVER);
    const visitor = await visit(server.url);
    const asked = performance.now();
    await visitor.ask(QUESTIONS[0] ?? '');
    rows.push(
      [`${name}: ready`, milliseconds(server.readyAfter)],
      [`${name}: first reply after`, milliseconds(performance.now() - asked)],
    );
    rows.push([`${name}: resident memory`, `${residentMiB(server.pid).toFixed(0)} MiB`]);
    await server.stop();
  }
  folder.remove();
  return rows;
}

/** From an accepted message to the committed reply, in process: no network, burst window 0. */
async function turns(count: number): Promise<string[][]> {
  const folder = temporaryFolder();
  const config = loadConfig({ dataDir: folder.path, env: { XIAOER_BURST_WINDOW_MS: '0' } });
  const app = await createApp(config, { log: silentLog });
  await app.conversations.start();
  const figures: number[] = [];
  for (let turn = 0; turn < count + 50; turn++) {
    const { id } = await app.conversations.open({ customerId: null, channel: 'bench', locale: 'zh' });
    const started = performance.now();
    const text = QUESTIONS[turn % QUESTIONS.length] ?? '';
    const { event } = await app.conversations.post(id, { clientMessageId: 'm', text });
    await app.conversations.replyTo(id, event.sequence, new AbortController().signal);
    if (turn >= 50) figures.push(performance.now() - started);
  }
  await app.close();
  folder.remove();
  return [
    [
      `embedded turn, ${count} turns: p50 / p95 / p99`,
      [0.5, 0.95, 0.99].map((share) => milliseconds(percentile(figures, share))).join(' / '),
    ],
  ];
}

async function load(): Promise<string[][]> {
  const folder = temporaryFolder();
  const server = await startServer(folder.path, SERVER);
  const visitors = await Promise.all(Array.from({ length: CONVERSATIONS }, () => visit(server.url)));
  const perVisitor = 20;
  const started = performance.now();
  const figures: number[] = [];
  await Promise.all(
    visitors.map(async (visitor, offset) => {
      for (let turn = 0; turn < perVisitor; turn++) {
        const asked = performance.now();
        await visitor.ask(QUESTIONS[(turn + offset) % QUESTIONS.length] ?? '');
        figures.push(performance.now() - asked);
      }
    }),
  );
  const seconds = (performance.now() - started) / 1000;
  const rows = [
    [`turns per second, ${CONVERSATIONS} conversations over HTTP`, (figures.length / seconds).toFixed(0)],
    [
      '… each seen by its shopper after, p50 / p95',
      [0.5, 0.95].map((share) => milliseconds(percentile(figures, share))).join(' / '),
    ],
  ];

  const listeners = await Promise.all(Array.from({ length: STREAMS }, () => visit(server.url)));
  const before = residentMiB(server.pid);
  const stop = new AbortController();
  const open = await Promise.all(listeners.map((listener) => listener.stream(stop.signal)));
  const held = open.filter((response) => response.ok).length;
  await new Promise((resolve) => setTimeout(resolve, 2_000));
  const after = residentMiB(server.pid);
  rows.push([`memory per open stream, ${held} streams`, `${(((after - before) * 1024) / held).toFixed(1)} KiB`]);
  stop.abort();
  await server.stop();
  folder.remove();
  return rows;
}

function widget(): string[][] {
  const bytes = gzipSync(readFileSync('build/web/widget.js'), { level: 9 }).length;
  return [['widget, gzip', `${(bytes / 1000).toFixed(1)} kB`]];
}

export async function benchService(): Promise<void> {
  const rows = [...(await starts()), ...(await turns(1_000)), ...(await load()), ...widget()];
  printTable(`Service (${describeMachine()})`, ['what', 'measured'], rows);
}
