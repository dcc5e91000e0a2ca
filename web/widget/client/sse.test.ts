import { describe, expect, it } from 'vitest';
import { sseParser } from './sse.ts';

const STREAM =
  ': open\nretry: 2000\n\nid: 3\nevent: event\ndata: {"a":"退货"}\n\n: \n\nevent: progress\r\ndata: {"b":1}\r\n\r\ndata: x\ndata: y\n\n';
const EVENTS = [
  { event: 'event', data: '{"a":"退货"}' },
  { event: 'progress', data: '{"b":1}' },
  { event: 'message', data: 'x\ny' },
];

describe('server-sent events', () => {
  it('[WEB-05] are read wherever the network cuts them', () => {
    for (let size = 1; size <= STREAM.length; size++) {
      const parse = sseParser();
      const found = [];
      for (let at = 0; at < STREAM.length; at += size) found.push(...parse(STREAM.slice(at, at + size)));
      expect(found).toEqual(EVENTS);
    }
  });

  it('[WEB-05] one that is not finished gives nothing', () => {
    expect(sseParser()('event: event\ndata: {"a":1}\n')).toEqual([]);
  });
});
