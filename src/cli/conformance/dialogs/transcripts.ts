import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { failure } from '../../exit.ts';

export interface Utterance {
  role: 'user' | 'assistant' | 'tool';
  text: string;
}

/** One recorded conversation. The calls' own arguments are not in it, only what the tools answered. */
export interface Transcript {
  index: number;
  utterances: Utterance[];
}

const FILE = 'few_shot_dialogs.jsonl';
const Row = z.object({ messages_display: z.string() });
const ROLES = /^(user|assistant|tool):(?: |$)/m;
/** Said by the benchmark's simulated customer to end the conversation: a sign for the simulator, and no word of a customer's. */
const STOP = /###STOP###/g;

export function loadTranscripts(directory: string): Transcript[] {
  const path = join(directory, FILE);
  if (!existsSync(path)) throw failure('conformance.data', { zh: `没有找到 ${path}。`, en: `There is no ${path}.` });
  const lines = readFileSync(path, 'utf8').split('\n').filter(Boolean);
  return lines.map((line, index) => ({
    index,
    utterances: utterancesOf(Row.parse(JSON.parse(line)).messages_display),
  }));
}

export function utterancesOf(display: string): Utterance[] {
  const [, ...parts] = display.split(ROLES);
  return Array.from({ length: parts.length / 2 }, (_, at) => ({
    role: parts[2 * at] as Utterance['role'],
    text: (parts[2 * at + 1] ?? '').trim(),
  }));
}

/** What the customer wrote, message by message. */
export function customerMessages({ utterances }: Transcript): string[] {
  return utterances
    .filter(({ role }) => role === 'user')
    .map(({ text }) => text.replace(STOP, '').trim())
    .filter(Boolean);
}
