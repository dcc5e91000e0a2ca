import { readArguments } from './arguments.ts';
import type { ChatCall } from './chat-model.ts';

/** A piece of a call as it comes over the wire; every member may be missing. */
export interface CallPiece {
  index?: unknown;
  id?: unknown;
  name?: unknown;
  arguments?: unknown;
}

interface OpenCall {
  index: number | null;
  id: string;
  name: string;
  raw: string;
}

/** Puts calls together from their pieces: without index, without id, several on one index, arguments in any number of pieces. */
export function createCallCollector(): { add(piece: CallPiece): void; finish(): ChatCall[] } {
  const open: OpenCall[] = [];
  return {
    add(piece) {
      const id = typeof piece.id === 'string' ? piece.id : '';
      const name = typeof piece.name === 'string' ? piece.name.trim() : '';
      const index = typeof piece.index === 'number' ? piece.index : null;
      const given = piece.arguments;
      const text =
        typeof given === 'string' ? given : given === undefined || given === null ? '' : JSON.stringify(given);
      const found = target(open, { index, id, name });
      if (!found) {
        open.push({ index, id, name, raw: text });
        return;
      }
      found.id ||= id;
      found.name ||= name;
      found.raw += text;
    },
    finish() {
      return open
        .filter((call) => call.name !== '' || call.raw.trim() !== '')
        .flatMap((call, position) => finished(call, position));
    },
  };
}

/** The call that a piece goes on with; undefined when it begins another. */
function target(open: OpenCall[], piece: Pick<OpenCall, 'index' | 'id' | 'name'>): OpenCall | undefined {
  const last = open.at(-1);
  if (piece.id) {
    const same = open.findLast((call) => call.id === piece.id);
    if (same) return same;
  }
  const candidate = piece.index === null ? last : open.findLast((call) => call.index === piece.index);
  if (!candidate) return undefined;
  // Another id, or a name after a call that has one already: a second call, whatever its index says.
  if (piece.id && candidate.id && piece.id !== candidate.id) return undefined;
  if (
    piece.name &&
    candidate.name &&
    (piece.name !== candidate.name || isComplete(candidate.raw) || piece.index === null)
  )
    return undefined;
  return candidate;
}

function isComplete(raw: string): boolean {
  return raw.trim() !== '' && readArguments(raw) !== null;
}

function finished(call: OpenCall, position: number): ChatCall[] {
  const inputs = readArguments(call.raw);
  const id = (suffix: number) => `${call.id || `call_${position + 1}`}${suffix > 0 ? `_${suffix + 1}` : ''}`;
  if (!inputs) return [{ id: id(0), name: call.name, input: null, raw: call.raw }];
  return inputs.map((input, index) => ({ id: id(index), name: call.name, input, raw: JSON.stringify(input) }));
}
