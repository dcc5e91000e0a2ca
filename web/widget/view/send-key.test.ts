import { describe, expect, it } from 'vitest';
import { createSendKey, type KeyPress } from './send-key.ts';

const enter = (more: Partial<KeyPress> = {}): KeyPress => ({
  key: 'Enter',
  keyCode: 13,
  isComposing: false,
  shiftKey: false,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  timeStamp: 1_000,
  ...more,
});

describe('the Enter key', () => {
  it('[WEB-30] sends, and with Shift breaks the line', () => {
    const key = createSendKey();
    expect(key.sends(enter())).toBe(true);
    expect(key.sends(enter({ shiftKey: true }))).toBe(false);
    expect(key.sends(enter({ key: 'a' }))).toBe(false);
  });

  it('[WEB-31] that picks a word while composing does not send (Chrome, Firefox: keydown before compositionend)', () => {
    const key = createSendKey();
    key.compositionStart();
    expect(key.sends(enter({ isComposing: true, keyCode: 229 }))).toBe(false);
    // Firefox and Windows have been seen to report only one of the two.
    expect(key.sends(enter({ isComposing: true }))).toBe(false);
    expect(key.sends(enter({ keyCode: 229 }))).toBe(false);
    expect(key.sends(enter())).toBe(false);
    key.compositionEnd(1_000);
    expect(key.sends(enter({ timeStamp: 1_400 }))).toBe(true);
  });

  it('[WEB-31] that picks a word does not send when it comes after compositionend (Safari)', () => {
    const key = createSendKey();
    key.compositionStart();
    key.compositionEnd(1_000);
    expect(key.sends(enter({ timeStamp: 1_000 }))).toBe(false);
    expect(key.sends(enter({ timeStamp: 1_040 }))).toBe(false);
    expect(key.sends(enter({ timeStamp: 1_300 }))).toBe(true);
  });
});
