import { useSurroundings, useWords } from './context.ts';

/** Before the first word: who is here and what one might ask. */
export function Welcome({ customer }: { customer: string | null }) {
  const words = useWords();
  const { send } = useSurroundings();
  return (
    <div class="welcome">
      <h3>{words.greeting(customer)}</h3>
      <p>{words.introduction}</p>
      <ul>
        {words.suggestions.map((suggestion) => (
          <li key={suggestion}>
            <button type="button" onClick={() => send(suggestion)}>
              {suggestion}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
