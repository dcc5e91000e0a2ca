import type { AskRequest, AskResponse } from '../server/schemas/local.ts';
import { type CliContext, type CommonOptions, voice } from './context.ts';
import { type Door, read } from './door.ts';
import { type Voice, voiceOf } from './terminal.ts';

export interface AskOptions extends CommonOptions {
  customer?: string;
  conversation?: string;
  json?: boolean;
}

export async function askOnce(door: Door, text: string, options: AskOptions): Promise<AskResponse> {
  const request: AskRequest = {
    text,
    // A conversation knows whose it is.
    ...(options.conversation === undefined ? { customer: options.customer } : { conversation: options.conversation }),
    ...(options.conversation !== undefined && options.customer !== undefined && { customer: options.customer }),
    locale: options.locale,
  };
  return read(await door.request('POST', '/local/ask', request));
}

const SILENT = {
  zh: '（这个会话由人工客服接待，消息已转到，小二不再回答。）',
  en: '(A person has this conversation. The message was passed on; the clerk is silent.)',
};

/** The words about an answer are in its language. */
export function voiceFor(context: CliContext, options: CommonOptions, answer: AskResponse): Voice {
  return answer.language === null ? voice(context, options) : voiceOf(context.terminal, answer.language);
}

/** One object a reply with --json, else the words of people and of the clerk, and their sources. */
export function showReply(context: CliContext, options: AskOptions, answer: AskResponse): void {
  const { terminal } = context;
  if (options.json) {
    terminal.out(JSON.stringify(answer));
    return;
  }
  const { say, style } = voiceFor(context, options, answer);
  for (const { operator, text } of answer.person)
    terminal.out(say({ zh: `人工客服 ${operator}：${text}`, en: `${operator} (staff): ${text}` }));
  terminal.out(answer.reply ?? say(SILENT));
  const sources = [...new Set(answer.citations.map(({ title }) => title))];
  if (sources.length > 0)
    terminal.out(style('dim', say({ zh: `来源：${sources.join('、')}`, en: `Source: ${sources.join(', ')}` })));
}
