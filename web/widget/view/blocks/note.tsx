/** What was looked up or kept, without a deed: a rule, a sum, where a return stands. */
export function Note({ title, lines }: { title: string; lines: string[] }) {
  return (
    <article className="paper note" aria-label={title}>
      <h3>{title}</h3>
      <ul>
        {lines.map((line, index) => (
          <li key={index}>{line}</li>
        ))}
      </ul>
    </article>
  );
}
