import type { TranscriptEntry } from '../../agent/brain.ts';
import type { Instant } from '../../core/instant.ts';
import type { ChatMessage } from './schemas.ts';

export interface Question {
  transcript: TranscriptEntry[];
  /** What is to be answered; empty when nobody asked anything. */
  text: string;
}

/** The words of a message; pictures and other parts are left out. */
export function messageText({ content }: ChatMessage): string {
  if (typeof content === 'string') return content;
  return (content ?? [])
    .flatMap((part) => (part.type === 'text' && part.text !== undefined ? [part.text] : []))
    .join('\n');
}

/** The last question and what was said before it. */
function questionOf(entries: { from: 'customer' | 'clerk'; text: string }[], at: Instant): Question {
  const last = entries.findLastIndex(({ from }) => from === 'customer');
  return {
    transcript: entries.slice(0, Math.max(last, 0)).map((entry) => ({ ...entry, at })),
    text: entries[last]?.text.trim() ?? '',
  };
}

/** System, developer and tool messages are left out: the shop's rules are not the caller's to set, nor are its facts. */
export function questionOfMessages(messages: readonly ChatMessage[], at: Instant): Question {
  return questionOf(
    messages.flatMap((message) => {
      const { role } = message;
      if (role !== 'user' && role !== 'assistant') return [];
      return [{ from: role === 'user' ? ('customer' as const) : ('clerk' as const), text: messageText(message) }];
    }),
    at,
  );
}

const SPEAKER =
  /^\s*(?:(用户|顾客|客户|买家|问|user|customer|human|q)|(客服|助手|小二|答|ai|assistant|clerk|bot|a))\s*[:：]\s*(.*)$/i;

/** A prompt is a question as it stands, or a written dialogue («顾客：… 客服：») whose last question is to be answered. */
export function questionOfPrompt(prompt: string, at: Instant): Question {
  const entries: { from: 'customer' | 'clerk'; text: string }[] = [];
  for (const line of prompt.split('\n')) {
    const spoken = SPEAKER.exec(line);
    const current = entries.at(-1);
    if (spoken) entries.push({ from: spoken[1] ? 'customer' : 'clerk', text: spoken[3] ?? '' });
    else if (current) current.text += `\n${line}`;
  }
  if (!entries.some(({ from, text }) => from === 'customer' && text.trim() !== ''))
    return { transcript: [], text: prompt.trim() };
  return questionOf(entries, at);
}
