import type { OrderCard } from '../../../../src/core/wire.ts';
import { useSurroundings, useWords } from '../context.ts';
import { OrderHead } from './order-head.tsx';

function Order({ order }: { order: OrderCard }) {
  const words = useWords();
  const { picture } = useSurroundings();
  return (
    <article class="paper order" aria-label={`${words.order} ${order.number}`}>
      <OrderHead number={order.number} status={order.status} />
      <ul>
        {order.lines.map((line, index) => {
          const image = picture(line.image);
          return (
            <li key={index}>
              {image ? <img src={image} alt="" loading="lazy" /> : <span class="blank" />}
              <span class="what">
                {line.title}
                {line.options && <small>{line.options}</small>}
              </span>
              <span class="amount">
                {line.price}
                <small>× {line.quantity}</small>
              </span>
            </li>
          );
        })}
      </ul>
      <footer>
        <span>
          {words.placed} {order.placedAt}
        </span>
        <b>{order.total}</b>
      </footer>
    </article>
  );
}

export function Orders({ orders }: { orders: readonly OrderCard[] }) {
  return (
    <div class="stack">
      {orders.map((order) => (
        <Order key={order.number} order={order} />
      ))}
    </div>
  );
}
