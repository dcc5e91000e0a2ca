import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { loadRows, parseRows } from './rows.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const parse = (...lines: unknown[]) =>
  parseRows(bytes(lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n')), 'r.jsonl');
const good = { text: 'where is 1234', intent: 'track' };

describe('rows of a JSONL file', () => {
  it('a row has its text, its intents and its slots in the order of the text', () => {
    const slots = [
      { name: 'colour', start: 6, end: 8 },
      { name: 'product', start: 2, end: 4 },
    ];
    expect(parse({ text: '想买跑鞋，红色的', intents: ['find', 'ask'], slots }, good)).toEqual([
      { text: '想买跑鞋，红色的', intents: ['find', 'ask'], slots: slots.toReversed() },
      { text: 'where is 1234', intents: ['track'], slots: [] },
    ]);
  });

  it('act, tones and what came before are kept; fields of other programs are let pass', () => {
    const context = { act: 'affirm', tones: ['angry'], before: '要退吗？', asked: 'confirm', after: null };
    expect(parse({ ...good, ...context, tags: 'BIL' })).toEqual([
      { text: good.text, intents: ['track'], slots: [], ...context },
    ]);
  });

  it('a message may have none of the intents, but must say so', () => {
    expect(parse({ text: '嗯', intents: [] })[0]?.intents).toEqual([]);
    expect(() => parse({ text: '嗯' })).toThrow('rows.bad-line: r.jsonl:1: neither intent nor intents');
  });

  it('offsets are UTF-16: an emoji has two', () => {
    const slots = [{ name: 'size', start: 3, end: 5 }];
    expect(parse({ ...good, text: '👟 42', slots })[0]?.slots).toEqual(slots);
  });

  it('a byte order mark, CRLF, empty lines and a last line without its end are read', () => {
    const line = JSON.stringify(good);
    expect(parseRows(bytes(`\uFEFF${line}\r\n\r\n${line}\r\n  \n${line}`), 'r.jsonl')).toHaveLength(3);
    expect(parseRows(bytes(''), 'r.jsonl')).toEqual([]);
  });
});

describe('a bad line is named with its reason', () => {
  const slot = (start: number, end: number, name = 's') => ({ name, start, end });
  it.each([
    ['not JSON', '{"text": "a", "intent"', 'not JSON'],
    ['another JSON value', '["a"]', 'expected object'],
    ['no text', { intent: 'a' }, 'text: '],
    ['an empty text', { text: ' \u3000', intent: 'a' }, 'the text is empty'],
    ['half a character', '{"text": "a\\ud83d", "intent": "a"}', 'half a character'],
    ['a nameless intent', { text: 'a', intent: '' }, 'intent: '],
    ['an intent twice', { text: 'a', intents: ['a', 'a'] }, 'an intent twice'],
    ['two fields for intents', { text: 'a', intent: 'a', intents: ['b'] }, 'both intent and intents'],
    ['a slot beyond the text', { ...good, slots: [slot(9, 14)] }, 'slot s at 9–14 lies outside the text of 13'],
    ['a slot before the text', { ...good, slots: [slot(-1, 2)] }, 'lies outside'],
    ['an empty slot', { ...good, slots: [slot(4, 4)] }, 'slot s at 4–4 is empty'],
    ['a broken offset', { ...good, slots: [slot(1.5, 4)] }, 'slots.0.start: '],
    ['half of an emoji', { ...good, text: '👟 42', slots: [slot(1, 5)] }, 'cuts a character in two'],
    [
      'overlapping slots',
      { ...good, slots: [slot(6, 9, 'b'), slot(2, 7, 'a')] },
      'slot b at 6–9 overlaps slot a at 2–7',
    ],
  ])('%s', (_name, line, reason) => {
    expect(() => parse(good, '', line)).toThrow(/^rows\.bad-line: r\.jsonl:3: /);
    expect(() => parse(good, '', line)).toThrow(reason);
  });

  it('broken UTF-8', () => {
    const line = bytes(`${JSON.stringify(good)}\n`);
    const broken = Uint8Array.from([...line, ...line, ...line.with(11, 0xff)]);
    expect(() => parseRows(broken, 'r.jsonl')).toThrow('rows.bad-line: r.jsonl:3: not UTF-8');
  });

  it('a file that is not there', () => {
    expect(() => loadRows('/nowhere/rows.jsonl')).toThrow('rows.unreadable: /nowhere/rows.jsonl');
  });

  it('a file is named by its path', () => {
    const folder = mkdtempSync(join(tmpdir(), 'xiaoer-rows-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const path = join(folder, 'rows.jsonl');
    writeFileSync(path, `${JSON.stringify(good)}\noops\n`);
    expect(() => loadRows(path)).toThrow(`rows.bad-line: ${path}:2: not JSON`);
  });
});
