import type { ProductCard } from '../../../../src/core/wire.ts';
import { useSurroundings, useWords } from '../context.ts';
import { Sideways } from '../sideways.tsx';

function Product({ product }: { product: ProductCard }) {
  const { picture, productHref } = useSurroundings();
  const image = picture(product.image);
  const href = productHref(product.productId);
  const title = href ? <a href={href}>{product.title}</a> : product.title;
  return (
    <li class="product" data-product={product.productId}>
      <div class="picture">{image && <img src={image} alt="" loading="lazy" />}</div>
      <div class="about">
        <p class="title">{title}</p>
        {product.options && <p class="options">{product.options}</p>}
        <p class="price">
          <strong>{product.price}</strong>
          {product.compareAt && <s>{product.compareAt}</s>}
        </p>
        <p class={product.inStock ? 'stock' : 'stock out'}>{product.stock}</p>
        {product.reason && <p class="reason">{product.reason}</p>}
      </div>
    </li>
  );
}

export function Products({ products }: { products: readonly ProductCard[] }) {
  const words = useWords();
  return (
    <Sideways label={words.products}>
      <ul class={products.length === 1 ? 'products single' : 'products'}>
        {products.map((product) => (
          <Product key={`${product.productId} ${product.variantId}`} product={product} />
        ))}
      </ul>
    </Sideways>
  );
}
