/** Text by key. Storage may be blocked or full: then the page works on without memory. */
export interface Shelf {
  get(key: string): string | null;
  set(key: string, value: string): void;
  remove(key: string): void;
}

/** All that the client takes from the browser; tests pass their own. */
export interface Environment {
  fetch: typeof fetch;
  /** Milliseconds since 1970. */
  now(): number;
  id(): string;
  /** Outlives the tab. */
  local: Shelf;
  /** Lives as long as the tab. */
  tab: Shelf;
}

function shelf(storage: () => Storage): Shelf {
  const attempt = <T>(work: (storage: Storage) => T): T | null => {
    try {
      return work(storage());
    } catch {
      return null;
    }
  };
  return {
    get: (key) => attempt((held) => held.getItem(key)),
    set: (key, value) => void attempt((held) => held.setItem(key, value)),
    remove: (key) => void attempt((held) => held.removeItem(key)),
  };
}

/** 128 random bits as hex. `crypto.randomUUID` is absent on pages without TLS. */
function randomId(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

export function browserEnvironment(): Environment {
  return {
    fetch: (input, init) => fetch(input, init),
    now: () => Date.now(),
    id: randomId,
    local: shelf(() => localStorage),
    tab: shelf(() => sessionStorage),
  };
}
