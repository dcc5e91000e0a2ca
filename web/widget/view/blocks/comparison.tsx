import { useWords } from '../context.ts';
import { Sideways } from '../sideways.tsx';

export function Comparison({ titles, rows }: { titles: string[]; rows: { label: string; values: string[] }[] }) {
  const words = useWords();
  return (
    <Sideways class="paper" label={words.comparison}>
      <table class="comparison">
        <thead>
          <tr>
            <td />
            {titles.map((title, index) => (
              <th key={index} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              <th scope="row">{row.label}</th>
              {row.values.map((value, column) => (
                <td key={column}>{value}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Sideways>
  );
}
