import type { CallPiece } from './tool-calls.ts';

const NAMES = 'think|thinking|thought|reasoning|reflection';
const CLOSED = new RegExp(`<(${NAMES})\\b[^>]*>[\\s\\S]*?</\\1\\s*>`, 'gi');
/** Chat templates that put the opening tag into the prompt answer with the closing one alone. */
const HEADLESS = new RegExp(`^[\\s\\S]*</(?:${NAMES})\\s*>`, 'i');
const ENDLESS = new RegExp(`<(?:${NAMES})\\b[^>]*>[\\s\\S]*$`, 'i');

/** The answer without what the model told itself; empty when there was nothing else. */
export function withoutReasoning(text: string): string {
  return text.replace(CLOSED, '').replace(HEADLESS, '').replace(ENDLESS, '').trim();
}

const WRITTEN_CALL = /<(tool_call|function_call)>\s*([\s\S]*?)\s*<\/\1>/g;

/** Calls that a local model wrote as text, in the form that its own template uses. */
export function writtenCalls(text: string): { text: string; pieces: CallPiece[] } {
  const pieces: CallPiece[] = [];
  const rest = text.replace(WRITTEN_CALL, (whole, _tag, body: string) => {
    try {
      const call = JSON.parse(body) as { name?: unknown; arguments?: unknown; parameters?: unknown };
      if (typeof call.name !== 'string') return whole;
      pieces.push({ name: call.name, arguments: call.arguments ?? call.parameters });
      return '';
    } catch {
      return whole;
    }
  });
  return { text: rest.trim(), pieces };
}
