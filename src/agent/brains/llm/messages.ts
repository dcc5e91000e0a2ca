import type { CommandResult } from '../../../core/command.ts';
import { localize } from '../../../core/locale.ts';
import type { ChatMessage, ChatTool } from '../../../models/chat-model.ts';
import type { Redactor } from '../../../privacy/redactor.ts';
import type { BrainView, TranscriptEntry } from '../../brain.ts';
import { shownText, systemPrompt } from './prompt.ts';
import { quote, tellFact } from './tell-facts.ts';

const MAX_ENTRIES = 20;
const MAX_ENTRY = 2_000;
const MAX_RESULT = 16_000;

/** All that is sent: what was said and what the gate answered in this turn, with personal data replaced piece by piece as it is written down. */
export function messagesFor(view: BrainView, redactor: Redactor): ChatMessage[] {
  const pressed = view.results.filter((result) => roundOf(result) === 0);
  const asked = view.results.filter((result) => roundOf(result) > 0);
  return [
    {
      role: 'system',
      text: systemPrompt(view, [
        ...pressed.map((result) => pressedText(result, view, redactor)),
        ...shownText(view),
        ...openCard(view, redactor),
      ]),
    },
    ...view.transcript.slice(-MAX_ENTRIES).map((entry) => said(entry, view, redactor)),
    {
      role: 'user',
      text:
        redactor.redact(view.text.slice(0, 2 * MAX_ENTRY)) ||
        (view.locale === 'zh' ? '（顾客按了卡片上的按钮）' : '(The customer pressed a button on the card.)'),
    },
    ...rounds(asked).flatMap((round) => exchange(round, view, redactor)),
  ];
}

export function toolsFor(view: BrainView): ChatTool[] {
  return view.commands.map(({ name, description, parameters }) => {
    const { $schema: _, ...schema } = parameters;
    return { name, description: localize(description, view.locale), parameters: schema };
  });
}

/** Results of commands are `round.position`; those of pressed cards are k1, k2 …: round 0. */
export function roundOf({ callId }: CommandResult): number {
  return Number(/^(\d+)\./.exec(callId)?.[1] ?? 0);
}

function rounds(results: readonly CommandResult[]): CommandResult[][] {
  return [...Map.groupBy(results, roundOf).values()];
}

function exchange(round: CommandResult[], view: BrainView, redactor: Redactor): ChatMessage[] {
  const calls = round.map(({ callId, name, input }) => ({
    id: wireId(callId),
    name,
    arguments: typeof input === 'object' && input !== null ? JSON.stringify(redactor.redactJson(input)) : '{}',
  }));
  return [
    { role: 'assistant', text: '', calls },
    ...round.map(
      (result): ChatMessage => ({
        role: 'tool',
        callId: wireId(result.callId),
        text: resultText(result, view, redactor),
      }),
    ),
  ];
}

/** Some servers take letters, digits and underscores only. */
function wireId(callId: string): string {
  return `call_${callId.replace(/\W/g, '_')}`;
}

function resultText({ status, verdict, facts }: CommandResult, view: BrainView, redactor: Redactor): string {
  const told = redactor.redactJson(facts.map((fact) => tellFact(fact, view)));
  const reasons =
    facts.length > 0 ? [] : verdict.reasons.map((reason) => redactor.redact(localize(reason.text, view.locale)));
  const text = JSON.stringify({ status, ...(reasons.length > 0 && { reasons }), results: told });
  return text.length > MAX_RESULT ? `${text.slice(0, MAX_RESULT)}…` : text;
}

function pressedText(result: CommandResult, view: BrainView, redactor: Redactor): string {
  const label =
    view.locale === 'zh'
      ? '顾客刚按了确认卡，店铺系统的结果：'
      : 'The customer has just pressed the confirmation card. The shop’s result: ';
  return label + resultText(result, view, redactor);
}

function openCard(view: BrainView, redactor: Redactor): string[] {
  if (!view.openQuote) return [];
  const label =
    view.locale === 'zh'
      ? '页面上有一张卡片等顾客自己按，还没有办：'
      : 'A card on the page waits for the customer to press it; nothing has been done: ';
  return [label + JSON.stringify(redactor.redactJson(quote(view.openQuote.quote, view)))];
}

function said({ from, text }: TranscriptEntry, view: BrainView, redactor: Redactor): ChatMessage {
  const short = redactor.redact(text.slice(0, MAX_ENTRY));
  if (from === 'customer') return { role: 'user', text: short };
  const label = view.locale === 'zh' ? '（人工同事）' : '(a colleague) ';
  return { role: 'assistant', text: from === 'person' ? label + short : short, calls: [] };
}
