import { createContext } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';
import type { CardAction, Locale } from '../../../src/core/wire.ts';
import type { Api } from '../client/api.ts';
import type { Store } from '../client/store.ts';
import { WORDS, type Words } from '../words.ts';

/** What every part of the view may use. */
export interface Surroundings {
  api: Api;
  locale: Locale;
  now(): number;
  /** Address of a picture of the shop; null when it is none that may be shown. */
  picture(path: string | undefined): string | null;
  /** Where a product stands in the shop; null when the page has not said. */
  productHref(productId: string): string | null;
  send(text: string, card?: CardAction): void;
  openArticle(id: string): void;
}

export const SurroundingsContext = createContext<Surroundings | null>(null);

export function useSurroundings(): Surroundings {
  const value = useContext(SurroundingsContext);
  if (!value) throw new Error('outside of the widget');
  return value;
}

export function useWords(): Words {
  return WORDS[useSurroundings().locale];
}

export function useStore<T>(store: Store<T>): T {
  const [value, setValue] = useState(store.get());
  useEffect(() => {
    const update = () => setValue(store.get());
    update();
    return store.subscribe(update);
  }, [store]);
  return value;
}
