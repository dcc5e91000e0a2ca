import { describe, expect, it } from 'vitest';
import type { WireEvent } from '../../../src/core/wire.ts';
import { awaitsReply, EMPTY_TRANSCRIPT, receive } from './transcript.ts';

const at = '2026-03-01T08:00:00.000Z';
const said = (sequence: number): WireEvent => ({
  sequence,
  at,
  kind: 'message',
  clientMessageId: `m${sequence}`,
  text: '在吗',
});
const replied = (sequence: number): WireEvent => ({
  sequence,
  at,
  kind: 'reply',
  reply: { locale: 'zh', text: '在的', blocks: [], citations: [] },
});

describe('the record as a page knows it', () => {
  it('[WEB-04] holds each event once, in order, however often and in whatever order they come', () => {
    let transcript = EMPTY_TRANSCRIPT;
    for (const events of [[said(3)], [said(1), replied(2)], [replied(2), said(3)], [said(1)]]) {
      transcript = receive(transcript, events, true);
    }
    expect(transcript.events.map((event) => event.sequence)).toEqual([1, 2, 3]);
    expect(receive(transcript, [said(1), replied(2)], true)).toBe(transcript);
  });

  it('[WEB-04] goes on after what came in order: the answer to a post may overtake a reply', () => {
    const ahead = receive(receive(EMPTY_TRANSCRIPT, [said(1)], true), [said(3)], false);
    expect(ahead.synced).toBe(1);
    const caughtUp = receive(ahead, [replied(2), said(3)], true);
    expect(caughtUp.synced).toBe(3);
    expect(caughtUp.events.map((event) => event.sequence)).toEqual([1, 2, 3]);
  });

  it('[WEB-14] knows who owns the conversation and whether an answer is due', () => {
    const asked = receive(EMPTY_TRANSCRIPT, [said(1)], true);
    expect(awaitsReply(asked)).toBe(true);
    expect(awaitsReply(receive(asked, [replied(2)], true))).toBe(false);
    const handed = receive(asked, [{ sequence: 2, at, kind: 'owner', owner: 'person' }], true);
    expect(handed.owner).toBe('person');
    expect(awaitsReply(handed)).toBe(false);
  });
});
