import type { ServerContext } from '../environment.ts';

const HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-cache, no-transform',
  'x-accel-buffering': 'no',
};

/** Milliseconds between comments while the answer is being made. */
const HEARTBEAT = 10_000;

/** A stream of `data:` lines that ends with `[DONE]`, or with an error in OpenAI's shape. */
export function dataStream(
  c: ServerContext,
  produce: (send: (chunk: unknown) => void) => Promise<void>,
  describe: (error: unknown) => unknown,
): Response {
  const encoder = new TextEncoder();
  let heart: NodeJS.Timeout | undefined;
  let read = true;
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      const write = (text: string) => {
        if (read) controller.enqueue(encoder.encode(text));
      };
      heart = setInterval(() => write(': \n\n'), HEARTBEAT).unref();
      const send = (chunk: unknown) => write(`data: ${JSON.stringify(chunk)}\n\n`);
      try {
        await produce(send);
        write('data: [DONE]\n\n');
      } catch (error) {
        send(describe(error));
      }
      clearInterval(heart);
      if (read) controller.close();
    },
    cancel() {
      read = false;
      clearInterval(heart);
    },
  });
  for (const [name, value] of Object.entries(HEADERS)) c.header(name, value);
  return c.body(body, 200);
}
