import { useWords } from '../context.ts';
import { Table } from '../table.tsx';

export function Comparison({ titles, rows }: { titles: string[]; rows: { label: string; values: string[] }[] }) {
  const words = useWords();
  return (
    <Table
      class="paper comparison"
      label={words.comparison}
      named
      head={[words.comparison, ...titles]}
      rows={rows.map((row) => [row.label, ...row.values])}
    />
  );
}
