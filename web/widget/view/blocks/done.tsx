import { useWords } from '../context.ts';

export function Done({ title, lines, reference }: { title: string; lines: string[]; reference: string | null }) {
  const words = useWords();
  return (
    <article class="paper done" aria-label={title}>
      <h3>
        <span class="tick" aria-hidden="true">
          ✓
        </span>
        {title}
      </h3>
      <ul>
        {lines.map((line, index) => (
          <li key={index}>{line}</li>
        ))}
      </ul>
      {reference && (
        <p class="reference">
          {words.reference} <span class="number">{reference}</span>
        </p>
      )}
    </article>
  );
}
