import { AppError } from '../core/errors.ts';

const LINE_END = /\r\n|\n|\r/;

/**
 * The `data` of each event of a server-sent stream. Takes `data:` with and without a space, skips comments, keeps characters whole that are
 * split over chunks, and gives up at `maxBytes`.
 */
export async function* eventData(chunks: AsyncIterable<Uint8Array>, maxBytes: number): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let size = 0;
  let pending = '';
  let data: string[] = [];
  const line = (text: string): string | null => {
    if (text === '') {
      const event = data.length > 0 ? data.join('\n') : null;
      data = [];
      return event;
    }
    if (text.startsWith('data:')) {
      const value = text.slice(5).replace(/^ /, '');
      // Servers that forget the empty line between events: each complete value stands for itself.
      const previous = data.join('\n');
      if (data.length > 0 && isWhole(previous)) {
        data = [value];
        return previous;
      }
      data.push(value);
    }
    return null;
  };
  for await (const chunk of chunks) {
    size += chunk.byteLength;
    if (size > maxBytes) throw new AppError('model.too-large', { detail: `over ${maxBytes} bytes` });
    pending += decoder.decode(chunk, { stream: true });
    // A carriage return at the end may be half of a line end.
    const held = pending.endsWith('\r') ? '\r' : '';
    const lines = pending.slice(0, pending.length - held.length).split(LINE_END);
    pending = (lines.pop() ?? '') + held;
    for (const text of lines) {
      const event = line(text);
      if (event !== null) yield event;
    }
  }
  for (const text of [...(pending + decoder.decode()).split(LINE_END), '']) {
    const event = line(text);
    if (event !== null) yield event;
  }
}

function isWhole(text: string): boolean {
  if (text === '[DONE]') return true;
  if (!text.endsWith('}')) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
