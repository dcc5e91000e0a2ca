import type { ServerResponse } from 'node:http';

/** Where a stream's text goes. */
export interface Sink {
  /** False when the reader is gone, or so slow that more would pile up: the stream then ends and the reader resumes by sequence. */
  write(text: string): boolean;
  end(): void;
  onClose(listener: () => void): void;
}

/** Bytes (UTF-16 units in process) that may wait for one reader. */
const MAX_WAITING = 256 * 1024;

/** Straight onto the socket: a fourth of the memory of a web stream per connection (docs/benchmarks.md). */
export function socketSink(outgoing: ServerResponse): Sink {
  return {
    write(text) {
      if (outgoing.destroyed || outgoing.writableEnded) return false;
      outgoing.write(text);
      return outgoing.writableLength <= MAX_WAITING;
    },
    end() {
      // What waits for a reader that does not read is not waited for.
      if (outgoing.writableLength > MAX_WAITING) outgoing.destroy();
      else outgoing.end();
    },
    onClose: (listener) => outgoing.once('close', listener),
  };
}

/** For a call in process, which has no socket. */
export function bodySink(): { sink: Sink; body: ReadableStream<Uint8Array> } {
  const encoder = new TextEncoder();
  const closed = new Set<() => void>();
  let controller: ReadableStreamDefaultController<Uint8Array> | null = null;
  const over = () => {
    controller = null;
    for (const listener of closed) listener();
    closed.clear();
  };
  const body = new ReadableStream<Uint8Array>(
    {
      start(started) {
        controller = started;
      },
      cancel: over,
    },
    { highWaterMark: MAX_WAITING, size: (part) => part?.byteLength ?? 0 },
  );
  const sink: Sink = {
    write(text) {
      if (!controller) return false;
      controller.enqueue(encoder.encode(text));
      return (controller.desiredSize ?? 0) > 0;
    },
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
