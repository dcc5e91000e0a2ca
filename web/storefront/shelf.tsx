import { useEffect, useState } from 'preact/hooks';
import type { WireProduct } from '../../src/core/wire.ts';
import { getProducts } from './api.ts';
import { hrefOf } from './route.ts';
import { useLocalize, useMoney, useWords } from './words.ts';

function Card({ product }: { product: WireProduct }) {
  const words = useWords();
  const read = useLocalize();
  const money = useMoney();
  const cheapest = [...product.variants].sort((a, b) => a.price.amount - b.price.amount)[0];
  const varies = product.variants.some((variant) => variant.price.amount !== cheapest?.price.amount);
  const available = product.variants.some((variant) => variant.stock === null || variant.stock > 0);
  return (
    <li>
      <a class="card" href={hrefOf.product(product.id)}>
        <span class="picture">{product.image && <img src={product.image} alt="" loading="lazy" />}</span>
        <span class="title">{read(product.title)}</span>
        {cheapest && (
          <span class="price">
            <b>
              {money(cheapest.price)}
              {varies && <small>{words.from}</small>}
            </b>
            {cheapest.compareAt && <s>{money(cheapest.compareAt)}</s>}
            {!available && <em>{words.soldOut}</em>}
          </span>
        )}
      </a>
    </li>
  );
}

export function Shelf({ category }: { category: string | null }) {
  const words = useWords();
  const [products, setProducts] = useState<WireProduct[]>([]);
  const [next, setNext] = useState<string | null>(null);
  const [state, setState] = useState<'loading' | 'ready' | 'failed'>('loading');

  const load = (cursor: string | null) => {
    setState('loading');
    getProducts(category, cursor).then(
      (page) => {
        setProducts((before) => (cursor ? [...before, ...page.products] : page.products));
        setNext(page.next);
        setState('ready');
      },
      () => setState('failed'),
    );
  };
  useEffect(() => load(null), []);

  return (
    <section id="products" class="shelf" aria-busy={state === 'loading'} tabIndex={-1}>
      <ul>
        {products.map((product) => (
          <Card key={product.id} product={product} />
        ))}
      </ul>
      {state === 'loading' && <p class="waiting">{words.loading}</p>}
      {state === 'failed' && <p role="alert">{words.failed}</p>}
      {state === 'ready' && next && (
        <button type="button" class="more" onClick={() => load(next)}>
          {words.more}
        </button>
      )}
    </section>
  );
}
