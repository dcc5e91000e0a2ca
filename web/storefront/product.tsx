import { useEffect, useState } from 'preact/hooks';
import type { WireProduct } from '../../src/core/wire.ts';
import { getProduct } from './api.ts';
import { hrefOf } from './route.ts';
import { ask } from './widget.ts';
import { useLocalize, useMoney, useWords } from './words.ts';

type Variant = WireProduct['variants'][number];

/** Option keys of a product in order, each with its values as they occur. */
function optionsOf(product: WireProduct) {
  const found = new Map<string, { label: Variant['options'][number]['label']; values: Variant['options'] }>();
  for (const option of product.variants.flatMap((variant) => variant.options)) {
    const entry = found.get(option.key) ?? { label: option.label, values: [] };
    if (!entry.values.some((value) => same(value, option))) entry.values.push(option);
    found.set(option.key, entry);
  }
  return [...found].map(([key, entry]) => ({ key, ...entry }));
}

function same(a: Variant['options'][number], b: Variant['options'][number]): boolean {
  return a.key === b.key && a.value.zh === b.value.zh && a.value.en === b.value.en;
}

/** The variant with that option and as many as possible of the present ones. */
function withOption(product: WireProduct, from: Variant, option: Variant['options'][number]): Variant {
  const likeness = (variant: Variant) =>
    variant.options.filter((each) => from.options.some((kept) => same(each, kept))).length;
  const fitting = product.variants.filter((variant) => variant.options.some((each) => same(each, option)));
  return fitting.sort((a, b) => likeness(b) - likeness(a))[0] ?? from;
}

function Stock({ stock }: { stock: number | null }) {
  const words = useWords();
  const few = 5;
  if (stock === 0) return <p class="stock out">{words.soldOut}</p>;
  return <p class="stock">{stock !== null && stock <= few ? words.left(stock) : words.inStock}</p>;
}

function Detail({ product }: { product: WireProduct }) {
  const words = useWords();
  const read = useLocalize();
  const money = useMoney();
  const [variant, setVariant] = useState<Variant | undefined>(product.variants[0]);
  return (
    <article class="detail">
      <div class="picture">{product.image && <img src={product.image} alt={read(product.title)} />}</div>
      <div>
        <a class="crumb" href={hrefOf.category(product.category.id)}>
          {read(product.category.name)}
        </a>
        <h1>{read(product.title)}</h1>
        {variant && (
          <>
            <p class="price">
              <b>{money(variant.price)}</b>
              {variant.compareAt && <s>{money(variant.compareAt)}</s>}
            </p>
            <Stock stock={variant.stock} />
            {optionsOf(product).map((option) => (
              <fieldset key={option.key}>
                <legend>{read(option.label)}</legend>
                {option.values.map((value) => (
                  <button
                    key={read(value.value)}
                    type="button"
                    aria-pressed={variant.options.some((each) => same(each, value))}
                    onClick={() => setVariant(withOption(product, variant, value))}
                  >
                    {read(value.value)}
                  </button>
                ))}
              </fieldset>
            ))}
          </>
        )}
        <button type="button" class="ask" onClick={() => ask(words.askText(read(product.title)))}>
          {words.askAbout}
        </button>
        <p class="description">{read(product.description)}</p>
        {product.attributes.length > 0 && (
          <>
            <h2>{words.details}</h2>
            <dl>
              {product.attributes.map((attribute) => (
                <div key={attribute.key}>
                  <dt>{read(attribute.label)}</dt>
                  <dd>{read(attribute.value)}</dd>
                </div>
              ))}
            </dl>
          </>
        )}
      </div>
    </article>
  );
}

export function ProductPage({ id }: { id: string }) {
  const words = useWords();
  const [product, setProduct] = useState<WireProduct | null>(null);
  const [missing, setMissing] = useState(false);
  useEffect(() => {
    getProduct(id).then(setProduct, () => setMissing(true));
  }, [id]);
  return (
    <section id="products" tabIndex={-1} aria-busy={!product && !missing}>
      <a class="back" href={hrefOf.home}>
        ← {words.back}
      </a>
      {missing && <p role="alert">{words.noProduct}</p>}
      {product && <Detail product={product} />}
    </section>
  );
}
