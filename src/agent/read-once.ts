import type { GateDeps } from './gate-context.ts';

function once<T>(read: () => Promise<T>): () => Promise<T> {
  let answer: Promise<T> | null = null;
  return () => {
    answer ??= read();
    return answer;
  };
}

/** The same object with another member in the place of one; whatever kind of object it is. */
function replacing<T extends object, Name extends keyof T>(target: T, name: Name, other: T[Name]): T {
  return new Proxy(target, {
    get(_, asked) {
      if (asked === name) return other;
      const member: unknown = Reflect.get(target, asked);
      return typeof member === 'function' ? member.bind(target) : member;
    },
  });
}

/**
 * For one decision: the shop's settings and its rules are read when they are first asked for, and all of it goes by that reading. The next
 * decision reads anew.
 */
export function readingOnce(deps: GateDeps): GateDeps {
  const info = once(() => deps.shop.info());
  const current = once(() => deps.policies.current());
  return replacing(replacing(deps, 'shop', replacing(deps.shop, 'info', info)), 'policies', { current });
}
