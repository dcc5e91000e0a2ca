import { createRemoteJWKSet, customFetch, decodeProtectedHeader, type JWTVerifyOptions, jwtVerify } from 'jose';
import type { Actor } from '../core/actor.ts';
import type { Clock } from '../core/clock.ts';
import { SECOND } from '../core/instant.ts';
import type { Http } from '../platform/http.ts';
import type { Log } from '../platform/log.ts';

export type CustomerActor = Extract<Actor, { kind: 'customer' }>;

/** One signer that is believed. `config.shopToken` has this shape, and so has the demo's own signer. */
export interface ShopTokenTrust {
  secret?: string | undefined;
  jwksUrl?: string | undefined;
  issuer?: string | undefined;
  audience: string;
  /** Asked at each token; absent: always. */
  active?: () => Promise<boolean>;
}

/** Reads who the shop says its visitor is. Null for every token that does not prove it. */
export type VerifyShopToken = (token: string | undefined) => Promise<CustomerActor | null>;

/** With a public key set only these count: an HMAC "signed" with a public key never does. */
const PUBLIC_KEY_ALGORITHMS = [
  ...['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'],
  ...['ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519'],
];

/** Between the shop's clock and ours, in seconds. */
const CLOCK_TOLERANCE = 30;
const MAX_TOKEN_LENGTH = 8_192;

type Check = (token: string, algorithm: string, options: JWTVerifyOptions) => Promise<string | null>;

function checkFor(trust: ShopTokenTrust, http: Http): Check {
  const secret = trust.secret === undefined ? null : new TextEncoder().encode(trust.secret);
  const keys =
    trust.jwksUrl === undefined
      ? null
      : createRemoteJWKSet(new URL(trust.jwksUrl), {
          [customFetch]: (url, init) => http.fetch(url, init),
          timeoutDuration: 5 * SECOND,
        });
  return async (token, algorithm, base) => {
    if (trust.active && !(await trust.active())) return null;
    const options = {
      ...base,
      audience: trust.audience,
      requiredClaims: ['exp', 'sub'],
      ...(trust.issuer !== undefined && { issuer: trust.issuer }),
    };
    if (algorithm === 'HS256') {
      if (!secret) return null;
      return (await jwtVerify(token, secret, { ...options, algorithms: ['HS256'] })).payload.sub ?? null;
    }
    if (!keys) return null;
    return (await jwtVerify(token, keys, { ...options, algorithms: PUBLIC_KEY_ALGORITHMS })).payload.sub ?? null;
  };
}

export function createShopTokenVerifier(deps: {
  trusted: readonly ShopTokenTrust[];
  http: Http;
  clock: Clock;
  log: Log;
}): VerifyShopToken {
  const checks = deps.trusted.map((trust) => checkFor(trust, deps.http));
  return async (token) => {
    if (!token || token.length > MAX_TOKEN_LENGTH) return null;
    const options = { currentDate: new Date(deps.clock.now()), clockTolerance: CLOCK_TOLERANCE };
    for (const check of checks) {
      try {
        const subject = await check(token, decodeProtectedHeader(token).alg ?? 'none', options);
        if (subject && subject.length <= 128) return { kind: 'customer', customerId: subject };
      } catch (error) {
        // The reason helps whoever sets the shop up; the visitor is told nothing of it.
        deps.log.info('shop-token.refused', { error });
      }
    }
    return null;
  };
}
