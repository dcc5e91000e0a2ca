import { useEffect, useState } from 'preact/hooks';
import type { Locale, ShopResponse } from '../../src/core/wire.ts';
import { getShop } from './api.ts';
import { Header } from './header.tsx';
import { useIdentity } from './identity.ts';
import { ProductPage } from './product.tsx';
import { useRoute } from './route.ts';
import { Shelf } from './shelf.tsx';
import { TryThis } from './try.tsx';
import { speak } from './widget.ts';
import { keepLocale, LocaleContext, startLocale, WORDS } from './words.ts';

export function App() {
  const [locale, setLocale] = useState<Locale>(startLocale);
  const [shop, setShop] = useState<ShopResponse | null>(null);
  const [failed, setFailed] = useState(false);
  const identity = useIdentity(locale);
  const route = useRoute();
  const words = WORDS[locale];

  useEffect(() => {
    getShop().then(setShop, () => setFailed(true));
  }, []);
  useEffect(() => {
    document.documentElement.lang = locale === 'zh' ? 'zh-CN' : 'en';
    if (shop) document.title = shop.name[locale] ?? shop.name.zh ?? shop.name.en ?? '';
    keepLocale(locale);
    speak(locale);
  }, [locale, shop]);

  return (
    <LocaleContext.Provider value={locale}>
      <a class="skip" href="#products">
        {words.skip}
      </a>
      <Header
        shop={shop}
        identity={identity}
        category={route.page === 'shelf' ? route.category : undefined}
        onLocale={() => setLocale(locale === 'zh' ? 'en' : 'zh')}
      />
      <main>
        {failed && (
          <p class="failure" role="alert">
            {words.failed}
          </p>
        )}
        {route.page === 'product' ? (
          <ProductPage key={route.id} id={route.id} />
        ) : (
          <>
            {route.category === null && (
              <section class="hero">
                <div>
                  <h1>{words.headline}</h1>
                  <p>{words.lead}</p>
                </div>
                {shop?.demo && <TryThis demo={shop.demo} identity={identity} />}
              </section>
            )}
            <Shelf key={route.category ?? ''} category={route.category} />
          </>
        )}
      </main>
    </LocaleContext.Provider>
  );
}
