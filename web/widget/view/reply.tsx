import { useEffect, useState } from 'preact/hooks';
import type { Block, Citation, Reply } from '../../../src/core/wire.ts';
import { WORDS } from '../words.ts';
import { BlockView } from './blocks/block.tsx';
import { SurroundingsContext, useSurroundings, useWords } from './context.ts';
import { Seal } from './icons.tsx';
import type { CardState } from './items.ts';
import { PlainText } from './rich-text.tsx';

/** Milliseconds after which a reply has appeared whatever its length; the style sheet spreads the pieces over less. */
const REVEALED = 2_600;

function Citations({ citations }: { citations: readonly Citation[] }) {
  const words = useWords();
  const { openArticle } = useSurroundings();
  return (
    <ul class="citations">
      {citations.map((citation) => (
        <li key={citation.articleId}>
          <button type="button" title={citation.quote} onClick={() => openArticle(citation.articleId)}>
            {words.source}
            <span>{citation.title}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function Choices({ blocks }: { blocks: readonly Block[] }) {
  const { send } = useSurroundings();
  const choices = blocks.flatMap((block) => (block.kind === 'choices' ? block.choices : []));
  if (choices.length === 0) return null;
  return (
    <ul class="choices">
      {choices.map((choice, index) => (
        <li key={index}>
          <button type="button" onClick={() => send(choice.send)}>
            {choice.label}
          </button>
        </li>
      ))}
    </ul>
  );
}

/** A reply in its own language, whatever the page's. */
export function ReplyView(props: { reply: Reply; card: CardState; last: boolean; fresh: boolean }) {
  const { reply } = props;
  const outer = useSurroundings();
  const [fresh, setFresh] = useState(props.fresh);
  useEffect(() => {
    const timer = setTimeout(() => setFresh(false), REVEALED);
    return () => clearTimeout(timer);
  }, []);
  const locale = reply.locale in WORDS ? reply.locale : outer.locale;
  return (
    <SurroundingsContext.Provider value={{ ...outer, locale }}>
      <div class={fresh ? 'turn clerk fresh' : 'turn clerk'} lang={locale === 'zh' ? 'zh-CN' : 'en'}>
        <Seal />
        <div class="body">
          {reply.text && (
            <p class="bubble">
              <PlainText text={reply.text} fresh={props.fresh} />
            </p>
          )}
          {reply.blocks.map((block, index) =>
            block.kind === 'choices' ? null : (
              <div key={index} class="block">
                <BlockView block={block} card={props.card} />
              </div>
            ),
          )}
          {reply.citations.length > 0 && <Citations citations={reply.citations} />}
          {props.last && <Choices blocks={reply.blocks} />}
        </div>
      </div>
    </SurroundingsContext.Provider>
  );
}
