/** What is read of a key event. */
export interface KeyPress {
  key: string;
  keyCode: number;
  isComposing: boolean;
  shiftKey: boolean;
  altKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
  /** Milliseconds, on the same clock for all events of a page. */
  timeStamp: number;
}

/** Milliseconds after the end of a composition in which an Enter still belongs to it. */
const AFTERMATH = 50;

/** Stands in for the real key while an input method is at work. */
const IME_KEY_CODE = 229;

/**
 * Whether an Enter sends. One that picks a word of an input method never does: it comes while composing, or with key code 229, or (Safari)
 * as a plain Enter right after the composition has ended.
 */
export function createSendKey() {
  let composing = false;
  let endedAt = Number.NEGATIVE_INFINITY;
  return {
    compositionStart(): void {
      composing = true;
    },
    compositionEnd(timeStamp: number): void {
      composing = false;
      endedAt = timeStamp;
    },
    sends(press: KeyPress): boolean {
      if (press.key !== 'Enter' || press.shiftKey || press.altKey || press.ctrlKey || press.metaKey) return false;
      if (composing || press.isComposing || press.keyCode === IME_KEY_CODE) return false;
      return press.timeStamp - endedAt > AFTERMATH;
    },
  };
}
