import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** sha-256 as lower-case hex. */
export function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** HMAC-SHA-256 as lower-case hex: for values with few possibilities, such as phone numbers. */
export function keyedDigest(key: string, text: string): string {
  return createHmac('sha256', key).update(text).digest('hex');
}

/** Equality whose time does not depend on where the texts differ. */
export function sameSecret(a: string, b: string): boolean {
  return timingSafeEqual(Buffer.from(digest(a)), Buffer.from(digest(b)));
}
