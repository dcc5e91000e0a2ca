import { AppError } from '../core/errors.ts';

/** How long each next piece of a body may take. */
export interface Patience {
  /** Milliseconds until the next piece. */
  next(): number;
}

/** The bytes of a response; gives up when the next piece takes too long or the signal aborts, also where the server just hangs. */
export async function* timedBody(
  body: ReadableStream<Uint8Array> | null,
  patience: Patience,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array> {
  if (!body) return;
  const reader = body.getReader();
  try {
    for (;;) {
      const { done, value } = await nextPiece(reader, patience.next(), signal);
      if (done) return;
      if (value) yield value;
    }
  } finally {
    // Not awaited: a hanging server may never answer, and nobody needs it to.
    reader.cancel().catch(() => undefined);
  }
}

function nextPiece(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  milliseconds: number,
  signal: AbortSignal,
): Promise<{ done: boolean; value?: Uint8Array | undefined }> {
  return new Promise((settle, fail) => {
    const giveUp = () => fail(signal.reason);
    const timer = setTimeout(
      () => fail(new AppError('model.timeout', { detail: `nothing for ${milliseconds} ms` })),
      milliseconds,
    );
    if (signal.aborted) giveUp();
    signal.addEventListener('abort', giveUp, { once: true });
    reader
      .read()
      .then(settle, fail)
      .finally(() => {
        clearTimeout(timer);
        signal.removeEventListener('abort', giveUp);
      });
  });
}
