import { useEffect, useState } from 'preact/hooks';
import type { Locale } from '../../src/core/wire.ts';
import { signIn } from './api.ts';
import { embed, introduce } from './widget.ts';

const KEPT = 'storefront:customer';

function kept(): string | null {
  try {
    return sessionStorage.getItem(KEPT);
  } catch {
    return null;
  }
}

function keep(customerId: string | null): void {
  try {
    if (customerId) sessionStorage.setItem(KEPT, customerId);
    else sessionStorage.removeItem(KEPT);
  } catch {
    // Blocked storage: the visitor is a guest again after a reload.
  }
}

async function tokenOf(customerId: string | null): Promise<string | null> {
  return customerId ? signIn(customerId).catch(() => null) : null;
}

/** Who the visitor is. The clerk is embedded once that is known, as a shop would write the tag. */
export function useIdentity(locale: Locale): { customerId: string | null; become(customerId: string | null): void } {
  const [customerId, setCustomerId] = useState<string | null>(null);
  useEffect(() => {
    void tokenOf(kept()).then((token) => {
      setCustomerId(token ? kept() : null);
      embed(locale, token);
    });
  }, []);
  const become = (next: string | null) => {
    void tokenOf(next).then((token) => {
      const now = token ? next : null;
      keep(now);
      setCustomerId(now);
      introduce(token);
    });
  };
  return { customerId, become };
}
