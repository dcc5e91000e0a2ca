import { SignJWT } from 'jose';
import type { Clock } from '../core/clock.ts';
import { HOUR, plus } from '../core/instant.ts';
import type { ShopTokenTrust } from './shop-token.ts';

/** "Sign in as" of the demo shop: what a real shop's server would do after its own login. */
export interface DemoSignIn {
  /** A shop token for that customer. Whom it may be asked for is the caller's to check. */
  sign(customerId: string): Promise<string>;
  /** To be believed beside the configured signer, while the folder holds the demo shop. */
  trust: ShopTokenTrust;
}

const AUDIENCE = 'xiaoer';
const ISSUER = 'xiaoer-demo-shop';

export function createDemoSignIn(deps: { secret: string; clock: Clock; active: () => Promise<boolean> }): DemoSignIn {
  const key = new TextEncoder().encode(deps.secret);
  const seconds = (instant: string) => Math.floor(Date.parse(instant) / 1_000);
  return {
    sign(customerId) {
      const now = deps.clock.now();
      return new SignJWT()
        .setProtectedHeader({ alg: 'HS256' })
        .setSubject(customerId)
        .setAudience(AUDIENCE)
        .setIssuer(ISSUER)
        .setIssuedAt(seconds(now))
        .setExpirationTime(seconds(plus(now, HOUR)))
        .sign(key);
    },
    trust: { secret: deps.secret, audience: AUDIENCE, issuer: ISSUER, active: deps.active },
  };
}
