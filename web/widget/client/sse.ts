export interface ServerSentEvent {
  event: string;
  data: string;
}

/**
 * Reads `text/event-stream` (https://html.spec.whatwg.org/multipage/server-sent-events.html), in pieces cut anywhere.
 * Comments (heartbeats) give nothing.
 */
export function sseParser(): (piece: string) => ServerSentEvent[] {
  let rest = '';
  let event = '';
  let data: string[] = [];

  function line(text: string, found: ServerSentEvent[]): void {
    if (text === '') {
      if (data.length > 0) found.push({ event: event || 'message', data: data.join('\n') });
      event = '';
      data = [];
      return;
    }
    const colon = text.indexOf(':');
    const field = colon < 0 ? text : text.slice(0, colon);
    const value = colon < 0 ? '' : text.slice(colon + 1).replace(/^ /, '');
    if (field === 'event') event = value;
    if (field === 'data') data.push(value);
  }

  return (piece) => {
    const found: ServerSentEvent[] = [];
    const text = rest + piece;
    // A trailing \r may be the first half of \r\n: it waits for the next piece.
    const end = text.endsWith('\r') ? text.length - 1 : text.length;
    const lines = text.slice(0, end).split(/\r\n|\n|\r/);
    rest = (lines.pop() ?? '') + text.slice(end);
    for (const each of lines) line(each, found);
    return found;
  };
}
