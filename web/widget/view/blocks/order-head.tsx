import { useWords } from '../context.ts';

export function OrderHead({ number, status }: { number: string; status: string }) {
  const words = useWords();
  return (
    <header>
      <span>
        {words.order} <b class="number">{number}</b>
      </span>
      <span class="status">{status}</span>
    </header>
  );
}
