import type { Worker } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import { READ_LIMITS } from '../limits.ts';
import { createReader } from '../reader.ts';
import { createWorkbench } from './workbench.ts';

const TEXT = Buffer.from('退货需要保持商品完好。');
const piece = (key: string, bytes: Uint8Array = TEXT) => ({
  kind: 'text' as const,
  piece: { key, title: key, bytes, limits: READ_LIMITS, address: null, charset: null },
});

describe('where files are parsed', () => {
  it('[KNOW-32] a file that cannot be handed over is named, and those that wait behind it are read', async () => {
    const reader = createReader({ fetch });
    try {
      const taken = new Uint8Array(TEXT);
      const reading = ['a.txt', 'b.txt', 'c.txt'].map((name) => reader.file(name, name === 'b.txt' ? taken : TEXT));
      // While it waits its bytes go elsewhere: a thread cannot be given them any more.
      await Promise.resolve();
      structuredClone(taken.buffer, { transfer: [taken.buffer] });
      const read = await Promise.all(reading);
      expect(read.map(({ documents }) => documents.map(({ key }) => key))).toEqual([['a.txt'], [], ['c.txt']]);
      expect(read[1]?.problems.map(({ key, code }) => [key, code])).toEqual([['b.txt', 'interrupted']]);
      expect((await reader.file('d.txt', TEXT)).documents).toHaveLength(1);
    } finally {
      await reader.close();
    }
  });

  it('[KNOW-32] a thread that cannot be started fails its file alone', async () => {
    const started: Worker[] = [];
    const listening = (worker: Worker) => started.push(worker);
    process.on('worker', listening);
    let tries = 0;
    const bench = createWorkbench(READ_LIMITS, (start) => {
      tries++;
      if (tries < 3) throw new Error('no thread to be had');
      return start();
    });
    const outcomes = await Promise.all(['a', 'b', 'c', 'd'].map((key) => bench.ask('document', piece(key))));
    await bench.close();
    process.off('worker', listening);
    expect(outcomes.map((outcome) => (outcome.ok ? 'read' : outcome.reason))).toEqual([
      'interrupted',
      'interrupted',
      'read',
      'read',
    ]);
    expect([tries, started.length]).toEqual([3, 1]);
  });

  it('[KNOW-32] what is read or waits when the reader is closed ends as a problem, and starts no thread again', async () => {
    let started = 0;
    const count = () => started++;
    process.on('worker', count);
    const reader = createReader({ fetch });
    const reading = ['a.txt', 'b.txt', 'c.txt'].map((name) => reader.file(name, TEXT));
    await new Promise((resolve) => setImmediate(resolve));
    await reader.close();
    const read = await Promise.all([...reading, reader.file('later.txt', TEXT)]);
    await new Promise((resolve) => setImmediate(resolve));
    process.off('worker', count);
    expect(read.map(({ problems }) => problems.map(({ code }) => code))).toEqual(
      Array.from({ length: 4 }, () => ['interrupted']),
    );
    expect(started).toBe(1);
  });
});
