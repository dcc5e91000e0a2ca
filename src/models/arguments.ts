const MAX_LENGTH = 32_768;
const MAX_CLOSINGS = 8;

type Input = Record<string, unknown>;

/**
 * The arguments of a call as objects: usually one; several when a server wrote several calls into one; null when they are none.
 * Nothing is ever guessed: only closing brackets are added, and only after a complete value.
 */
export function readArguments(written: string): Input[] | null {
  const text = unfenced(written);
  if (text === '' || text === 'null') return [{}];
  if (text.length > MAX_LENGTH) return null;
  const whole = asObject(text);
  if (whole) return [whole];
  const parts = topLevelObjects(text);
  if (parts.rest === '' && parts.objects.length > 0) return parts.objects;
  const closed = parts.objects.length === 0 ? asObject(closedSafely(text) ?? '') : null;
  return closed ? [closed] : null;
}

function unfenced(text: string): string {
  return text
    .trim()
    .replace(/^```(?:json)?\s*|\s*```$/g, '')
    .trim();
}

/** Parses an object, also one that was encoded twice. */
function asObject(text: string): Input | null {
  let value = parsed(text);
  if (typeof value === 'string') value = parsed(value);
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Input) : null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Walks JSON text outside its strings. Returns the brackets still open and whether a string is. */
function scan(text: string, onClose?: (end: number, depth: number) => void): { open: string[]; inString: boolean } {
  const open: string[] = [];
  let inString = false;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (inString) {
      if (character === '\\') at++;
      else if (character === '"') inString = false;
    } else if (character === '"') inString = true;
    else if (character === '{' || character === '[') open.push(character === '{' ? '}' : ']');
    else if (character === '}' || character === ']') {
      if (open.pop() !== character) return { open: [], inString: true };
      onClose?.(at + 1, open.length);
    }
  }
  return { open, inString };
}

/** `{"a":1}{"b":2}` */
function topLevelObjects(text: string): { objects: Input[]; rest: string } {
  const objects: Input[] = [];
  let start = 0;
  scan(text, (end, depth) => {
    if (depth > 0) return;
    const object = asObject(text.slice(start, end));
    if (!object) return;
    objects.push(object);
    start = end;
  });
  return { objects, rest: text.slice(start).trim() };
}

/** With its missing brackets; null where a string, a number or a name may be unfinished: half an order number is another order. */
function closedSafely(text: string): string | null {
  const { open, inString } = scan(text);
  if (inString || open.length === 0 || open.length > MAX_CLOSINGS) return null;
  const body = text.replace(/[\s,]+$/, '');
  const comma = body.length < text.trimEnd().length;
  if (!comma && !/["}\]]$/.test(body) && !/(?:true|false|null)$/.test(body)) return null;
  return body + open.reverse().join('');
}
