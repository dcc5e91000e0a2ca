import type { Inline } from '../text/links.ts';
import { findLinks } from '../text/links.ts';
import { pieces } from '../text/pieces.ts';

export function Inlines({ parts }: { parts: readonly Inline[] }) {
  return (
    <>
      {parts.map((part, index) =>
        part.kind === 'text' ? (
          part.text
        ) : (
          <a key={index} href={part.href} target="_blank" rel="noopener noreferrer nofollow">
            {part.text}
          </a>
        ),
      )}
    </>
  );
}

/**
 * Plain text with its bare links. Where it is fresh, it appears piece by piece: by style alone, so that a screen reader reads it once and whole.
 */
export function PlainText({ text, fresh = false }: { text: string; fresh?: boolean }) {
  const parts = findLinks(text);
  if (!fresh) return <Inlines parts={parts} />;
  const shown = parts.flatMap<Inline>((part) =>
    part.kind === 'text' ? pieces(part.text).map((piece) => ({ kind: 'text' as const, text: piece })) : [part],
  );
  return (
    <>
      {shown.map((part, index) => (
        <span key={index} class="piece" style={{ '--step': index }}>
          <Inlines parts={[part]} />
        </span>
      ))}
    </>
  );
}
