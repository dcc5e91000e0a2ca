import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useSurroundings, useWords } from './context.ts';
import { Send } from './icons.tsx';
import { createSendKey } from './send-key.ts';

/** The server's limit, in UTF-16 units. */
const LIMIT = 4_000;
/** From here on the count is shown. */
const NEAR_LIMIT = 3_800;

export function Composer({
  draft,
  onDraft,
  active,
}: {
  draft: string;
  onDraft: (text: string) => void;
  active: boolean;
}) {
  const words = useWords();
  const { send } = useSurroundings();
  const field = useRef<HTMLTextAreaElement>(null);
  const [sendKey] = useState(createSendKey);
  const over = draft.length - LIMIT;
  const sendable = draft.trim() !== '' && over <= 0;

  useLayoutEffect(() => {
    const element = field.current;
    if (!element) return;
    element.style.height = 'auto';
    if (draft !== '') element.style.height = `${element.scrollHeight}px`;
  }, [draft, active]);

  // On a touch screen the keyboard would cover the conversation.
  useEffect(() => {
    if (active && matchMedia('(pointer: fine)').matches) field.current?.focus();
  }, [active]);

  const submit = () => {
    if (!sendable) return;
    send(draft.trim());
    onDraft('');
    field.current?.focus();
  };

  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <textarea
        ref={field}
        rows={1}
        value={draft}
        aria-label={words.input}
        aria-invalid={over > 0}
        aria-describedby={draft.length > NEAR_LIMIT ? 'count' : undefined}
        placeholder={words.placeholder}
        enterkeyhint="send"
        autoComplete="off"
        onInput={(event) => onDraft(event.currentTarget.value)}
        onCompositionStart={() => sendKey.compositionStart()}
        onCompositionEnd={(event) => sendKey.compositionEnd(event.timeStamp)}
        onKeyDown={(event) => {
          if (!sendKey.sends(event)) return;
          event.preventDefault();
          submit();
        }}
      />
      <button type="submit" class="send" aria-label={words.send} disabled={!sendable}>
        <Send />
      </button>
      {draft.length > NEAR_LIMIT && (
        <p id="count" class={over > 0 ? 'count over' : 'count'} role="status">
          {over > 0 ? words.tooLong(over) : words.remaining(-over)}
        </p>
      )}
    </form>
  );
}
