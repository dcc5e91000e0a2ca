import type { Instant } from './instant.ts';
import { instant } from './instant.ts';

/** The only source of "now" and of timers' meaning. Tests pass their own. */
export interface Clock {
  now(): Instant;
}

/** The only source of randomness. */
export interface Random {
  /** A fresh identifier, sortable by time: 26 characters, Crockford base 32. */
  id(): string;
  /** `size` unpredictable bytes as lower-case hex. */
  token(size?: number): string;
}

export const systemClock: Clock = { now: () => instant(Date.now()) };

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** ULID: 48 bits of time, 80 bits of randomness (https://github.com/ulid/spec). */
function ulid(milliseconds: number, bytes: Uint8Array): string {
  let head = '';
  for (let rest = milliseconds, digit = 0; digit < 10; digit++, rest = Math.floor(rest / 32)) {
    head = ALPHABET[rest % 32] + head;
  }
  return head + [...bytes].map((byte) => ALPHABET[byte % 32]).join('');
}

export function systemRandom(clock: Clock = systemClock): Random {
  return {
    id: () => ulid(Date.parse(clock.now()), crypto.getRandomValues(new Uint8Array(16))),
    token: (size = 32) => Buffer.from(crypto.getRandomValues(new Uint8Array(size))).toString('hex'),
  };
}

/** A clock that stands still until it is moved: for tests. */
export function manualClock(start: Instant): Clock & { advance(milliseconds: number): void; set(at: Instant): void } {
  let current = Date.parse(start);
  return {
    now: () => instant(current),
    advance: (milliseconds) => {
      current += milliseconds;
    },
    set: (at) => {
      current = Date.parse(at);
    },
  };
}

/** Randomness that repeats. */
export interface SeededRandom extends Random {
  /** From 0 up to, not including, 1. */
  next(): number;
  /** A whole number from 0 up to, not including, `limit`. */
  below(limit: number): number;
  /** 32 bits: a stream that is seeded with them goes on where this one stands. */
  state(): number;
}

/** mulberry32 by seed, for tests, generated data and training. Never for secrets. */
export function seededRandom(seed: number): SeededRandom {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  let counter = 0;
  return {
    next,
    below,
    state: () => state,
    id: () =>
      ulid(
        counter++,
        Uint8Array.from({ length: 16 }, () => below(256)),
      ),
    token: (size = 32) => Array.from({ length: size }, () => below(256).toString(16).padStart(2, '0')).join(''),
  };
}
