import type { ShopResponse } from '../../src/core/wire.ts';
import type { useIdentity } from './identity.ts';
import { hrefOf } from './route.ts';
import { useLocalize, useWords } from './words.ts';

export type Identity = ReturnType<typeof useIdentity>;

interface HeaderProps {
  shop: ShopResponse | null;
  identity: Identity;
  /** Null: all of them; undefined: a page of another kind. */
  category: string | null | undefined;
  onLocale(): void;
}

export function Header({ shop, identity, category, onLocale }: HeaderProps) {
  const words = useWords();
  const read = useLocalize();
  const here = (id: string | null) => (category === id ? 'page' : undefined);
  return (
    <header class="top">
      <div class="bar">
        <a class="name" href={hrefOf.home}>
          {shop ? read(shop.name) : '小二'}
        </a>
        {shop?.demo && (
          <label class="who">
            <span>{words.identity}</span>
            <select
              value={identity.customerId ?? ''}
              onChange={(event) => identity.become(event.currentTarget.value || null)}
            >
              <option value="">{words.guest}</option>
              {shop.demo.customers.map((customer) => (
                <option key={customer.id} value={customer.id}>
                  {customer.name}
                </option>
              ))}
            </select>
          </label>
        )}
        <button type="button" class="switch" onClick={onLocale}>
          {words.switch}
        </button>
      </div>
      <nav aria-label={words.categories}>
        <a href={hrefOf.home} aria-current={here(null)}>
          {words.all}
        </a>
        {shop?.categories.map((each) => (
          <a key={each.id} href={hrefOf.category(each.id)} aria-current={here(each.id)}>
            {read(each.name)}
          </a>
        ))}
      </nav>
    </header>
  );
}
