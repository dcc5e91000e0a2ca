import { useEffect, useRef, useState } from 'preact/hooks';
import type { ArticleResponse } from '../../../src/core/wire.ts';
import { type MarkdownBlock, parseMarkdown, type Span } from '../text/markdown.ts';
import { useSurroundings, useWords } from './context.ts';
import { Back } from './icons.tsx';
import { Inlines } from './rich-text.tsx';
import { Table } from './table.tsx';

function Spans({ spans }: { spans: readonly Span[] }) {
  return (
    <>
      {spans.map((span, index) =>
        span.kind === 'strong' ? (
          <strong key={index}>
            <Inlines parts={span.parts} />
          </strong>
        ) : (
          <Inlines key={index} parts={[span]} />
        ),
      )}
    </>
  );
}

function Block({ block }: { block: MarkdownBlock }) {
  const words = useWords();
  if (block.kind === 'heading') {
    // The sheet's own title is the second level.
    return (
      <h3>
        <Spans spans={block.spans} />
      </h3>
    );
  }
  if (block.kind === 'paragraph') {
    return (
      <p>
        <Spans spans={block.spans} />
      </p>
    );
  }
  if (block.kind === 'list') {
    const List = block.ordered ? 'ol' : 'ul';
    return (
      <List>
        {block.items.map((item, index) => (
          <li key={index}>
            <Spans spans={item} />
          </li>
        ))}
      </List>
    );
  }
  const cells = (row: readonly Span[][]) => row.map((spans, index) => <Spans key={index} spans={spans} />);
  return <Table class="" label={words.table} head={cells(block.head)} rows={block.rows.map(cells)} />;
}

/** An article of the shop, over the conversation. */
export function ArticleSheet({ id, onClose }: { id: string; onClose: () => void }) {
  const { api, locale } = useSurroundings();
  const words = useWords();
  const [article, setArticle] = useState<ArticleResponse | null>(null);
  const [failed, setFailed] = useState(false);
  const back = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    let gone = false;
    api.article(id).then(
      (found) => gone || setArticle(found),
      () => gone || setFailed(true),
    );
    back.current?.focus();
    return () => {
      gone = true;
    };
  }, [api, id]);

  const read = (text: { zh?: string; en?: string }) => text[locale] ?? text.zh ?? text.en ?? '';
  const title = article ? read(article.title) : words.source;
  return (
    <section class="sheet" role="dialog" aria-label={title}>
      <header>
        <button ref={back} type="button" class="icon" aria-label={words.back} onClick={onClose}>
          <Back />
        </button>
        <h2>{article ? title : failed ? '' : words.loadingArticle}</h2>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long article has to scroll by keyboard */}
      <div class="prose" tabIndex={0} role="document" aria-label={title}>
        {failed && <p role="alert">{words.articleFailed}</p>}
        {article && parseMarkdown(read(article.body)).map((block, index) => <Block key={index} block={block} />)}
      </div>
    </section>
  );
}
