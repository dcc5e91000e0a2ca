import type { HttpBindings } from '@hono/node-server';

/** Where a stream's text goes. */
export interface Sink {
  write(text: string): void;
  /** Bytes that wait for the reader. */
  waiting(): number;
  /** Resolves when what waits has been taken, or the reader is gone. */
  drained(): Promise<void>;
  end(): void;
  onClose(listener: () => void): void;
}

/** More than this is not put before a reader that has not read what it has. */
export const MAX_WAITING = 64 * 1024;

/** Straight onto the socket: a fourth of the memory of a web stream per connection. */
export function socketSink(outgoing: HttpBindings['outgoing']): Sink {
  const isOpen = () => !outgoing.destroyed && !outgoing.writableEnded;
  return {
    write(text) {
      if (isOpen()) outgoing.write(text);
    },
    waiting: () => outgoing.writableLength,
    drained() {
      if (!isOpen() || !outgoing.writableNeedDrain) return Promise.resolve();
      return new Promise((done) => {
        const over = () => {
          outgoing.off('drain', over);
          outgoing.off('close', over);
          done();
        };
        outgoing.once('drain', over);
        outgoing.once('close', over);
      });
    },
    end() {
      // What waits for a reader that does not read is not waited for.
      if (outgoing.writableLength > 0) outgoing.destroy();
      else outgoing.end();
    },
    onClose: (listener) => outgoing.once('close', listener),
  };
}

/** For a call in process, which has no socket. */
export function bodySink(): { sink: Sink; body: ReadableStream<Uint8Array> } {
  const encoder = new TextEncoder();
  const closed = new Set<() => void>();
  const taken = new Set<() => void>();
  const call = (listeners: Set<() => void>) => {
    for (const listener of [...listeners]) listener();
    listeners.clear();
  };
  let controller: ReadableStreamDefaultController<Uint8Array> | null = null;
  const waiting = () => (controller ? MAX_WAITING - (controller.desiredSize ?? MAX_WAITING) : 0);
  const over = () => {
    controller = null;
    call(taken);
    call(closed);
  };
  const body = new ReadableStream<Uint8Array>(
    {
      start(started) {
        controller = started;
      },
      pull: () => call(taken),
      cancel: over,
    },
    { highWaterMark: MAX_WAITING, size: (part) => part?.byteLength ?? 0 },
  );
  const sink: Sink = {
    write: (text) => controller?.enqueue(encoder.encode(text)),
    waiting,
    drained: () => (waiting() < MAX_WAITING ? Promise.resolve() : new Promise((done) => taken.add(done))),
    end() {
      controller?.close();
      over();
    },
    onClose: (listener) => {
      closed.add(listener);
    },
  };
  return { sink, body };
}
