import { problem } from './problem.ts';

/** As long as a message in a conversation may be, UTF-16 units. */
const MAX_LENGTH = 4_000;

/** Refuses what is no message, before anything is opened for it. @throws AppError `message.empty`, `message.too-long` */
export function checkMessage(text: string): void {
  if (text.trim() === '') throw problem('message.empty');
  if (text.length > MAX_LENGTH) throw problem('message.too-long');
}
