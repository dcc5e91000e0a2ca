import type { Block } from '../../../../src/core/wire.ts';
import { useWords } from '../context.ts';

/** What was done; or, without a deed, what was looked up or kept: a rule, a sum, where a return stands. */
export function Report({ block }: { block: Extract<Block, { kind: 'done' | 'note' }> }) {
  const words = useWords();
  const done = block.kind === 'done';
  return (
    <article class={done ? 'paper report done' : 'paper report'} aria-label={block.title}>
      <h3>
        {done && (
          <span class="tick" aria-hidden="true">
            ✓
          </span>
        )}
        {block.title}
      </h3>
      <ul>
        {block.lines.map((line, index) => (
          <li key={index}>{line}</li>
        ))}
      </ul>
      {done && block.reference && (
        <p class="reference">
          {words.reference} <span class="number">{block.reference}</span>
        </p>
      )}
    </article>
  );
}
