import { exportJWK, exportSPKI, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { manualClock } from '../core/clock.ts';
import { AppError } from '../core/errors.ts';
import { silentLog } from '../platform/log.ts';
import { createDemoSignIn } from './demo.ts';
import { createShopTokenVerifier, type ShopTokenTrust } from './shop-token.ts';

const SECRET = 'a shop secret of at least 32 characters';
const clock = manualClock('2026-05-01T00:00:00.000Z');
const now = Date.parse(clock.now()) / 1_000;
const key = (secret: string) => new TextEncoder().encode(secret);

function verifier(trust: Partial<ShopTokenTrust>, jwks?: object) {
  const http = {
    fetch: async () => {
      if (!jwks) throw new AppError('http.address-refused');
      return Response.json(jwks);
    },
  };
  return createShopTokenVerifier({ trusted: [{ audience: 'xiaoer', ...trust }], http, clock, log: silentLog });
}

function token(claims: { sub?: string; aud?: string; iss?: string; exp?: number | null }) {
  const { exp = now + 300, ...rest } = claims;
  return new SignJWT({ sub: 'customer-1', aud: 'xiaoer', ...rest, ...(exp !== null && { exp }) });
}

const hs256 = (claims = {}, secret = SECRET) => token(claims).setProtectedHeader({ alg: 'HS256' }).sign(key(secret));

describe('shop tokens', () => {
  const verify = verifier({ secret: SECRET });

  it('[ID-1] a token that the shop signed says who its visitor is', async () => {
    expect(await verify(await hs256())).toEqual({ kind: 'customer', customerId: 'customer-1' });
  });

  it('[ID-2] alg:none, expired, foreign, altered, malformed and absent tokens give nothing', async () => {
    const good = await hs256();
    const [head = '', , signature = ''] = good.split('.');
    const other = Buffer.from(JSON.stringify({ sub: 'customer-2', aud: 'xiaoer', exp: now + 300 })).toString(
      'base64url',
    );
    const refused: Record<string, string | undefined> = {
      'alg none': new UnsecuredJWT({ sub: 'customer-1', aud: 'xiaoer', exp: now + 300 }).encode(),
      'alg none with a signature': `${Buffer.from('{"alg":"none"}').toString('base64url')}.${good.split('.')[1]}.${signature}`,
      expired: await hs256({ exp: now - 31 }),
      'without exp': await hs256({ exp: null }),
      'foreign secret': await hs256({}, 'another secret of at least 32 characters'),
      'foreign audience': await hs256({ aud: 'another-service' }),
      'another claim set': `${head}.${other}.${signature}`,
      HS512: await token({})
        .setProtectedHeader({ alg: 'HS512' })
        .sign(key(SECRET.repeat(2))),
      'empty subject': await hs256({ sub: '' }),
      'an overlong one': `${good}${'A'.repeat(9_000)}`,
      'no token': undefined,
      empty: '',
      words: 'not a token',
    };
    for (const [name, value] of Object.entries(refused)) expect([name, await verify(value)]).toEqual([name, null]);
  });

  it('[ID-2] a configured issuer is required', async () => {
    const strict = verifier({ secret: SECRET, issuer: 'https://shop.example' });
    expect(await strict(await hs256())).toBeNull();
    expect(await strict(await hs256({ iss: 'https://other.example' }))).toBeNull();
    expect(await strict(await hs256({ iss: 'https://shop.example' }))).not.toBeNull();
  });

  it('[ID-3] with a key set RS256 and ES256 count, and an HMAC made with the public key does not', async () => {
    const rsa = await generateKeyPair('RS256');
    const ec = await generateKeyPair('ES256');
    const stranger = await generateKeyPair('RS256');
    const jwks = {
      keys: [
        { ...(await exportJWK(rsa.publicKey)), kid: 'rsa', alg: 'RS256', use: 'sig' },
        { ...(await exportJWK(ec.publicKey)), kid: 'ec', alg: 'ES256', use: 'sig' },
      ],
    };
    const withKeys = verifier({ jwksUrl: 'https://shop.example/jwks.json' }, jwks);
    const sign = (alg: string, kid: string, by: Parameters<SignJWT['sign']>[0]) =>
      token({}).setProtectedHeader({ alg, kid }).sign(by);
    expect(await withKeys(await sign('RS256', 'rsa', rsa.privateKey))).toEqual({
      kind: 'customer',
      customerId: 'customer-1',
    });
    expect(await withKeys(await sign('ES256', 'ec', ec.privateKey))).not.toBeNull();
    expect(await withKeys(await sign('RS256', 'rsa', stranger.privateKey))).toBeNull();
    expect(await withKeys(await sign('HS256', 'rsa', key(await exportSPKI(rsa.publicKey))))).toBeNull();
    expect(await withKeys(await hs256())).toBeNull();
  });

  it('[ID-3] a key set that cannot be fetched gives nothing', async () => {
    const { privateKey } = await generateKeyPair('RS256');
    const unreachable = verifier({ jwksUrl: 'https://shop.example/jwks.json' });
    expect(
      await unreachable(await token({}).setProtectedHeader({ alg: 'RS256', kid: 'a' }).sign(privateKey)),
    ).toBeNull();
  });

  it('[ID-4] the demo signs in while the folder holds the demo shop, and no longer', async () => {
    let active = true;
    const demo = createDemoSignIn({ secret: 'f'.repeat(64), clock, active: async () => active });
    const withDemo = createShopTokenVerifier({
      trusted: [{ audience: 'xiaoer' }, demo.trust],
      http: { fetch },
      clock,
      log: silentLog,
    });
    const signed = await demo.sign('demo-customer');
    expect(await withDemo(signed)).toEqual({ kind: 'customer', customerId: 'demo-customer' });
    expect(await verify(signed)).toBeNull();
    active = false;
    expect(await withDemo(signed)).toBeNull();
  });
});
