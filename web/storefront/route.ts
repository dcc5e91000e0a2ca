import { useEffect, useState } from 'preact/hooks';

export type Route = { page: 'shelf'; category: string | null } | { page: 'product'; id: string };

export const hrefOf = {
  home: '#/',
  category: (id: string) => `#/category/${encodeURIComponent(id)}`,
  product: (id: string) => `#/product/${encodeURIComponent(id)}`,
};

function read(): Route {
  const [kind, id] = location.hash.replace(/^#\/?/, '').split('/').map(decodeURIComponent);
  if (kind === 'product' && id) return { page: 'product', id };
  return { page: 'shelf', category: kind === 'category' && id ? id : null };
}

export function useRoute(): Route {
  const [route, setRoute] = useState(read);
  useEffect(() => {
    const update = () => {
      setRoute(read());
      window.scrollTo(0, 0);
    };
    window.addEventListener('hashchange', update);
    return () => window.removeEventListener('hashchange', update);
  }, []);
  return route;
}
