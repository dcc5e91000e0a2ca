import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { makeFlusher } from './flush.ts';

/** A disk whose writes end when the test says so. */
function slowDisk() {
  const started: string[] = [];
  const ends: ((error?: Error) => void)[] = [];
  return {
    started,
    finish: (error?: Error) => ends.shift()?.(error),
    sync: (path: string) => {
      started.push(path);
      return new Promise<void>((resolve, reject) => {
        ends.push((error) => (error ? reject(error) : resolve()));
      });
    },
  };
}

describe('the flusher', () => {
  it('[STORE-5] resolves a flush only after the disk has what was noted before it', async () => {
    const disk = slowDisk();
    const flusher = makeFlusher(disk.sync);
    flusher.note('log');
    let done = false;
    const flush = flusher.flush().then(() => {
      done = true;
    });
    await turn();
    expect({ started: disk.started, done }).toEqual({ started: ['log'], done: false });
    disk.finish();
    await flush;
    expect(done).toBe(true);
  });

  it('[STORE-5] a flush asked for while one runs waits for the next, and all that wait share it', async () => {
    const disk = slowDisk();
    const flusher = makeFlusher(disk.sync);
    flusher.note('log');
    const first = flusher.flush();
    await turn();
    const order: string[] = [];
    const late = Array.from({ length: 5 }, (_, index) => {
      flusher.note('log');
      return flusher.flush().then(() => order.push(`late ${index}`));
    });
    disk.finish();
    await first;
    await turn();
    expect(order).toEqual([]);
    expect(disk.started).toEqual(['log', 'log']);
    disk.finish();
    await Promise.all(late);
    expect(order).toHaveLength(5);
  });

  it('[STORE-5] what nobody waits for is flushed too', async () => {
    const disk = slowDisk();
    makeFlusher(disk.sync).note('log');
    await turn();
    expect(disk.started).toEqual(['log']);
  });

  it('[STORE-5] nothing noted: nothing to wait for', async () => {
    const disk = slowDisk();
    await makeFlusher(disk.sync).flush();
    expect(disk.started).toEqual([]);
  });

  it('[STORE-6] a disk that failed once is never believed again', async () => {
    const disk = slowDisk();
    const flusher = makeFlusher(disk.sync);
    flusher.note('log');
    const flush = flusher.flush();
    await turn();
    disk.finish(new Error('EIO'));
    await expect(flush).rejects.toMatchObject({ code: 'store.not-durable' });
    flusher.note('log');
    await turn();
    disk.finish();
    await expect(flusher.flush()).rejects.toMatchObject({ code: 'store.not-durable' });
  });

  it('[STORE-6] nor one that failed when it was told to write at once', async () => {
    const disk = slowDisk();
    const flusher = makeFlusher(disk.sync);
    flusher.note('log');
    const failing = () => {
      throw new Error('EIO');
    };
    expect(() => flusher.flushNow(failing)).toThrow(expect.objectContaining({ code: 'store.not-durable' }));
    await expect(flusher.flush()).rejects.toMatchObject({ code: 'store.not-durable' });
    // The disk takes everything again, and that proves nothing of what was lost.
    disk.finish();
    await turn();
    flusher.note('log');
    await turn();
    disk.finish();
    await expect(flusher.flush()).rejects.toMatchObject({ code: 'store.not-durable' });
    expect(() => flusher.flushNow(() => undefined)).toThrow(expect.objectContaining({ code: 'store.not-durable' }));
  });

  it('[STORE-6] a flush under way does not prove what failed beside it', async () => {
    const disk = slowDisk();
    const flusher = makeFlusher(disk.sync);
    flusher.note('log');
    const flush = flusher.flush();
    await turn();
    expect(() =>
      flusher.flushNow(() => {
        throw new Error('EIO');
      }),
    ).toThrow();
    disk.finish();
    await expect(flush).rejects.toMatchObject({ code: 'store.not-durable' });
  });

  it('[STORE-6] after a flush that failed aside nothing is written at once as though the log were there', async () => {
    const disk = slowDisk();
    const flusher = makeFlusher(disk.sync);
    flusher.note('log');
    const flush = flusher.flush();
    await turn();
    disk.finish(new Error('EIO'));
    await expect(flush).rejects.toMatchObject({ code: 'store.not-durable' });
    const written: string[] = [];
    expect(() => flusher.flushNow((path) => written.push(path))).toThrow(
      expect.objectContaining({ code: 'store.not-durable' }),
    );
    expect(written).toEqual([]);
  });

  it('[STORE-5] what was written at once is on the disk and not written again', async () => {
    const disk = slowDisk();
    const flusher = makeFlusher(disk.sync);
    flusher.note('log');
    const written: string[] = [];
    flusher.flushNow((path) => written.push(path));
    expect(written).toEqual(['log']);
    await flusher.flush();
    await turn();
    expect(disk.started).toEqual([]);
  });
});
