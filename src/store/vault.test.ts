import { expect, it } from 'vitest';
import { describeOnEachDatabase } from '../../tests/support/database.ts';
import { seededRandom, systemRandom } from '../core/clock.ts';
import { makeVault, type Subject } from './vault.ts';

const MASTER = new Uint8Array(32).fill(1);
const VALUE = { text: '我的手机号是 13800138000', list: [1, null] };

describeOnEachDatabase('the vault', (given) => {
  const random = seededRandom(5);
  const vault = makeVault(MASTER, random);
  const sealFor = async (subject: Subject, place = 'events/c/1') =>
    vault.seal(await vault.keyOf(given.database, subject), place, VALUE);
  const open = (place: string, sealed: Uint8Array, by = vault) => by.reader(given.database).open(place, sealed);

  it('[STORE-10] opens what it sealed, in its place', async () => {
    const sealed = await sealFor('customer:1');
    expect(await open('events/c/1', sealed)).toEqual({ ok: true, value: VALUE });
    expect(Buffer.from(sealed).toString('latin1')).not.toContain('13800138000');
  });

  it('[STORE-10] a value moved to another row, or changed by one bit, does not open', async () => {
    const sealed = await sealFor('customer:1');
    await expect(open('events/c/2', sealed)).rejects.toMatchObject({ code: 'vault.damaged' });
    const flipped = sealed.slice();
    flipped[40] = (flipped[40] ?? 0) ^ 1;
    await expect(open('events/c/1', flipped)).rejects.toMatchObject({ code: 'vault.damaged' });
  });

  it('[STORE-10] equal values never give equal ciphertexts', async () => {
    const key = await vault.keyOf(given.database, 'customer:1');
    const seen = new Set(Array.from({ length: 50 }, () => Buffer.from(vault.seal(key, 'p', VALUE)).toString('hex')));
    expect(seen.size).toBe(50);
  });

  it('[STORE-10] nothing opens under another master key', async () => {
    const sealed = await sealFor('customer:1');
    const other = makeVault(new Uint8Array(32).fill(2), random);
    await expect(open('events/c/1', sealed, other)).rejects.toMatchObject({ code: 'vault.damaged' });
    expect(other.check).not.toBe(vault.check);
  });

  it('[STORE-11] erasing one subject erases its values and nobody else’s, also when it comes back', async () => {
    const mine = await sealFor('customer:1');
    const guest = await sealFor('conversation:c', 'events/c/1');
    const theirs = await sealFor('customer:2');
    expect(await vault.erase(given.database, 'customer:1')).toBe(true);
    expect(await vault.erase(given.database, 'customer:1')).toBe(false);
    expect(await open('events/c/1', mine)).toEqual({ ok: false, reason: 'erased' });
    const again = await sealFor('customer:1');
    expect(await open('events/c/1', mine)).toEqual({ ok: false, reason: 'erased' });
    for (const sealed of [again, guest, theirs]) expect((await open('events/c/1', sealed)).ok).toBe(true);
  });

  it('[STORE-10] many who need a new subject’s key at once get the same one', async () => {
    const other = makeVault(MASTER, systemRandom());
    const keys = await Promise.all(Array.from({ length: 10 }, () => other.keyOf(given.database, 'customer:9')));
    expect(new Set(keys.map(({ id }) => id)).size).toBe(1);
  });

  it('[STORE-10] a look-up hash is the same for the same text and kind, and tells neither', () => {
    expect(vault.lookup('phone', '13800138000')).toBe(vault.lookup('phone', '13800138000'));
    expect(vault.lookup('phone', '13800138000')).not.toBe(vault.lookup('email', '13800138000'));
    expect(vault.lookup('phone', '13800138000')).toMatch(/^[0-9a-f]{64}$/);
  });
});
