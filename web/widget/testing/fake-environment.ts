import type { Environment, Shelf } from '../client/environment.ts';

export function memoryShelf(): Shelf & { held: Map<string, string> } {
  const held = new Map<string, string>();
  return {
    held,
    get: (key) => held.get(key) ?? null,
    set: (key, value) => void held.set(key, value),
    remove: (key) => void held.delete(key),
  };
}

/** A browser with a memory of its own; ids count up, time is the test's. */
export function fakeEnvironment(local = memoryShelf()): Environment & { local: ReturnType<typeof memoryShelf> } {
  let ids = 0;
  return {
    fetch: () => Promise.reject(new Error('no network in this test')),
    now: () => Date.now(),
    id: () => `id-${++ids}`,
    local,
    tab: memoryShelf(),
  };
}

/** A token shaped as a shop's, unsigned. */
export function shopToken(customerId: string): string {
  const part = (value: unknown) =>
    btoa(JSON.stringify(value)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
  return `${part({ alg: 'HS256' })}.${part({ sub: customerId })}.x`;
}
