import { describe, expect, it } from 'vitest';
import { manualClock } from '../core/clock.ts';
import { AppError } from '../core/errors.ts';
import { createLog } from './log.ts';

function record(level: 'debug' | 'info' | 'warn' | 'error' | 'silent') {
  const lines: string[] = [];
  const clock = manualClock('2026-05-01T00:00:00.000Z');
  return { lines, log: createLog({ logLevel: level }, { write: (line: string) => lines.push(line) }, clock) };
}

describe('the log', () => {
  it('[API-85] writes a JSON line with level, time and event', () => {
    const { lines, log } = record('info');
    log.info('turn.finished', { milliseconds: 12 });
    log.debug('turn.looked');
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      { level: 'info', at: '2026-05-01T00:00:00.000Z', event: 'turn.finished', milliseconds: 12 },
    ]);
  });

  it('[API-86] secrets and what people wrote never reach it, however deep and under whatever name', () => {
    const { lines, log } = record('debug');
    const cause = new Error('GET https://me:hunter2@db.example with Bearer abc.def failed for li@example.com');
    log.error('request.failed', {
      Authorization: 'Bearer very-secret',
      api_key: 'sk-live-12345678',
      nested: [{ shopToken: 'eyJhbGciOi.eyJzdWIi.c2ln', text: '我的电话是13800138000' }],
      note: 'call 138 0013 8000, or +8613900139000, key sk-test-abcdefgh12, jwt eyJhbGciOi.eyJzdWIi.c2ln',
      error: new AppError('shop.unavailable', { cause, detail: 'contact li@example.com' }),
    });
    const text = lines.join('');
    const secrets = [
      'very-secret',
      'sk-live',
      'eyJ',
      '13800138000',
      '138 0013',
      '13900139000',
      'sk-test',
      'hunter2',
      'abc.def',
      'li@example',
    ];
    for (const secret of secrets) expect(text).not.toContain(secret);
    expect(text).toContain('shop.unavailable');
  });

  it('[API-86] identifiers that only look like numbers stay readable, and nothing is written when silent', () => {
    const { lines, log } = record('warn');
    log.warn('order.changed', { orderId: '1234567890123456789', conversationId: '01J0000000000000000000000A' });
    expect(lines[0]).toContain('1234567890123456789');
    const silent = record('silent');
    silent.log.error('request.failed');
    expect(silent.lines).toEqual([]);
  });

  it('[API-88] a coded reason is readable; what is personal within one is not', () => {
    const { lines, log } = record('info');
    log.warn('brain.degraded', { turnId: 't1', reason: 'draft.withheld: price' });
    log.info('turn.discarded', { turnId: 't1', reason: 'ownership-changed' });
    log.warn('brain.degraded', { turnId: 't2', reason: 'no answer for li@example.com with key sk-test-abcdefgh12' });
    expect(lines.map((line) => JSON.parse(line).reason)).toEqual([
      'draft.withheld: price',
      'ownership-changed',
      'no answer for [redacted] with key [redacted]',
    ]);
  });

  it('[API-85] circular and huge values do not stop it', () => {
    const { lines, log } = record('info');
    const loop: Record<string, unknown> = { many: Array.from({ length: 5_000 }, () => 'x'.repeat(50)) };
    loop.self = loop;
    log.info('thing.happened', loop);
    expect(lines).toHaveLength(1);
    expect(lines[0]?.length).toBeLessThan(200_000);
  });
});
