import type { Readable } from 'node:stream';
import { styleText } from 'node:util';
import { type Locale, type Localized, localize } from '../core/locale.ts';

/** Where a command reads and writes. Answers go to `out`; everything about them goes to `note`. */
export interface Terminal {
  out(line: string): void;
  note(line: string): void;
  /** Over the same line, only where somebody looks at it. */
  input: Readable;
  /** Somebody sits in front of it. */
  interactive: boolean;
  colour: boolean;
}

export function processTerminal(): Terminal {
  // A reader that has seen enough (`| head`) is no error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  return {
    out: (line) => process.stdout.write(`${line}\n`),
    note: (line) => process.stderr.write(`${line}\n`),
    input: process.stdin,
    interactive: Boolean(process.stdin.isTTY && process.stdout.isTTY),
    colour: Boolean(process.stdout.isTTY) && process.stdout.hasColors(),
  };
}

export type Style = 'bold' | 'dim' | 'red' | 'yellow' | 'green';

/** The words of one command, in one language. */
export interface Voice {
  locale: Locale;
  say(text: Localized): string;
  style(style: Style, text: string): string;
}

export function voiceOf(terminal: Terminal, locale: Locale): Voice {
  return {
    locale,
    say: (text) => localize(text, locale),
    style: (style, text) => (terminal.colour ? styleText(style, text, { validateStream: false }) : text),
  };
}
