import type { ComponentChildren } from 'preact';
import { Sideways } from './sideways.tsx';

/** A table that scrolls sideways. `named`: each row begins with its name. */
export function Table(props: {
  label: string;
  class: string;
  named?: boolean;
  head: ComponentChildren[];
  rows: ComponentChildren[][];
}) {
  return (
    <Sideways class={props.class} label={props.label}>
      <table>
        <thead>
          <tr>
            {props.head.map((cell, index) => (
              <th key={index} scope="col">
                {cell}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row, index) => (
            <tr key={index}>
              {row.map((cell, column) =>
                props.named && column === 0 ? (
                  <th key={column} scope="row">
                    {cell}
                  </th>
                ) : (
                  <td key={column}>{cell}</td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </Sideways>
  );
}
