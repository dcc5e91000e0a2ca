import type { ChildProcess } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { READ_LIMITS } from '../limits.ts';
import { createWorkbench } from './workbench.ts';

const piece = (key: string) => ({
  kind: 'text' as const,
  piece: {
    ...{ key, title: key, bytes: Buffer.from('退货需要保持商品完好。'), limits: READ_LIMITS },
    ...{ address: null, charset: null },
  },
});

/** With every process that it started. */
function open() {
  const begun: ChildProcess[] = [];
  const bench = createWorkbench(READ_LIMITS, (start) => {
    const own = start();
    begun.push(own);
    return own;
  });
  return { bench, begun };
}

describe('where files are parsed', () => {
  it('[KNOW-32] a file that cannot be handed over is named, and those that wait behind it are read', async () => {
    const { bench } = open();
    const unsendable = piece('b');
    Object.assign(unsendable.piece, { title: () => 'no process can be sent a function' });
    const asked = [piece('a'), unsendable, piece('c')].map((each) => bench.ask('document', each));
    const outcomes = [...(await Promise.all(asked)), await bench.ask('document', piece('d'))];
    await bench.close();
    expect(outcomes.map((outcome) => (outcome.ok ? 'read' : outcome.reason))).toEqual([
      'read',
      'interrupted',
      'read',
      'read',
    ]);
  });

  it('[KNOW-32] a process that cannot be started fails its file alone', async () => {
    let tries = 0;
    const bench = createWorkbench(READ_LIMITS, (start) => {
      tries++;
      if (tries < 3) throw new Error('none to be had');
      return start();
    });
    const outcomes = await Promise.all(['a', 'b', 'c', 'd'].map((key) => bench.ask('document', piece(key))));
    await bench.close();
    expect(outcomes.map((outcome) => (outcome.ok ? 'read' : outcome.reason))).toEqual([
      'interrupted',
      'interrupted',
      'read',
      'read',
    ]);
    expect(tries).toBe(3);
  });

  it('[KNOW-32] one that ended while it was idle is replaced, and closing ends the last', async () => {
    const { bench, begun } = open();
    expect((await bench.ask('document', piece('a'))).ok).toBe(true);
    const gone = new Promise((resolve) => begun[0]?.once('exit', resolve));
    begun[0]?.kill('SIGKILL');
    await gone;
    expect((await bench.ask('document', piece('b'))).ok).toBe(true);
    await bench.close();
    expect(begun.map(({ signalCode }) => signalCode)).toEqual(['SIGKILL', 'SIGKILL']);
  });

  it('[KNOW-32] what is read or waits when it is closed ends as a problem, and nothing is started again', async () => {
    const { bench, begun } = open();
    const asked = ['a', 'b', 'c'].map((key) => bench.ask('document', piece(key)));
    await new Promise((resolve) => setImmediate(resolve));
    await bench.close();
    const outcomes = await Promise.all([...asked, bench.ask('document', piece('later'))]);
    expect(outcomes).toEqual(Array.from({ length: 4 }, () => ({ ok: false, reason: 'interrupted' })));
    expect(begun).toHaveLength(1);
  });
});
