import { beforeEach, expect, it } from 'vitest';
import { describeOnEachDatabase } from '../../tests/support/database.ts';
import { seededRandom, systemRandom } from '../core/clock.ts';
import type { Parameter, Queries } from './database.ts';
import { makeVault, type Subject, type Vault } from './vault.ts';

const MASTER = new Uint8Array(32).fill(1);
const VALUE = { text: '我的手机号是 13800138000', list: [1, null] };

describeOnEachDatabase('the vault', (given) => {
  const random = seededRandom(5);
  let vault: Vault;
  beforeEach(() => {
    vault = makeVault(MASTER, random);
  });
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

  it('[TURN-54] what is long is deflated before it is sealed, and opens as it was', async () => {
    const key = await vault.keyOf(given.database, 'customer:1');
    const long = Array.from({ length: 100 }, (_, index) => ({ title: { zh: '轻便跑鞋', en: 'Light shoes' }, index }));
    const sealed = vault.seal(key, 'p', long);
    expect(sealed.length * 4).toBeLessThan(JSON.stringify(long).length);
    expect(await open('p', sealed)).toEqual({ ok: true, value: long });
    const short = vault.seal(key, 'p', VALUE);
    expect(await open('p', short)).toEqual({ ok: true, value: VALUE });
    for (const whole of [sealed, short]) {
      const mistaken = Uint8Array.from(whole, (byte, index) => (index === 0 ? 3 - byte : byte));
      await expect(open('p', mistaken)).rejects.toMatchObject({ code: 'vault.damaged' });
    }
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

  /** Sealed under a key that the vault has already been asked for in several transactions. */
  const sealOften = async (subject: Subject) => {
    let sealed = await sealFor(subject);
    for (let round = 0; round < 3; round++) {
      sealed = await given.database.transaction(async (queries) =>
        vault.seal(await vault.keyOf(queries, subject), 'events/c/1', VALUE),
      );
      expect((await open('events/c/1', sealed)).ok).toBe(true);
    }
    return sealed;
  };

  it('[STORE-11] a key that was used often is gone at once, for reading and for writing', async () => {
    const { database } = given;
    const mine = await sealOften('customer:1');
    const theirs = await sealOften('customer:2');
    const old = await vault.keyOf(database, 'customer:1');
    await database.transaction(async (queries) => {
      expect(await vault.erase(queries, 'customer:1')).toBe(true);
      expect(await vault.reader(queries).open('events/c/1', mine)).toEqual({ ok: false, reason: 'erased' });
      expect((await vault.keyOf(queries, 'customer:1')).id).not.toBe(old.id);
    });
    expect(await open('events/c/1', mine)).toEqual({ ok: false, reason: 'erased' });
    const again = await sealFor('customer:1');
    for (const by of [vault, makeVault(MASTER, random)]) {
      expect(await open('events/c/1', mine, by)).toEqual({ ok: false, reason: 'erased' });
      for (const sealed of [again, theirs]) expect((await open('events/c/1', sealed, by)).ok).toBe(true);
    }
  });

  it('[STORE-11] erasing while others read and write leaves no key behind', async () => {
    const { database } = given;
    const mine = await sealOften('customer:1');
    const { id } = await vault.keyOf(database, 'customer:1');
    for (let round = 0; round < 5; round++) {
      vault.forget();
      const busy = Array.from({ length: 12 }, (_, index) => [
        open('events/c/1', mine),
        vault.keyOf(database, 'customer:1'),
        ...(index === 6 ? [database.transaction((queries) => vault.erase(queries, 'customer:1'))] : []),
      ]).flat();
      await Promise.all(busy);
      expect(await open('events/c/1', mine)).toEqual({ ok: false, reason: 'erased' });
      expect((await vault.keyOf(database, 'customer:1')).id).not.toBe(id);
      const again = await sealOften('customer:1');
      expect(await open('events/c/1', again, makeVault(MASTER, random))).toMatchObject({ ok: true });
    }
  });

  it('[STORE-11] who asks just before or just after the row is gone does not bring its key back', async () => {
    const { database } = given;
    const meanwhile = (before: () => Promise<unknown>, after: () => Promise<unknown>): Queries => ({
      ...database,
      async query<Row>(sql: string, parameters?: readonly Parameter[]) {
        await before();
        const rows = await database.query<Row>(sql, parameters);
        await after();
        return rows;
      },
    });
    const nothing = async () => undefined;
    const ask = () => vault.keyOf({ ...database }, 'customer:1');
    const askForLater = async () => {
      const sealed = vault.seal(await ask(), 'events/c/1', VALUE);
      expect((await open('events/c/1', sealed, makeVault(MASTER, random))).ok).toBe(true);
    };
    const erasures: Record<string, (at: typeof meanwhile) => Promise<unknown>> = {
      'asked before the row went': (at) => vault.erase(at(ask, nothing), 'customer:1'),
      'asked after the row went': (at) => vault.erase(at(nothing, askForLater), 'customer:1'),
      'had the row when it went': (at) => {
        vault.forget();
        return vault.keyOf(
          at(nothing, () => vault.erase(database, 'customer:1')),
          'customer:1',
        );
      },
    };
    for (const [what, erasure] of Object.entries(erasures)) {
      const mine = await sealOften('customer:1');
      await erasure(meanwhile);
      expect(await open('events/c/1', mine), what).toEqual({ ok: false, reason: 'erased' });
      const again = await sealFor('customer:1');
      expect(await open('events/c/1', again, makeVault(MASTER, random)), what).toMatchObject({ ok: true });
    }
  });

  it('[STORE-11] an erasure that is undone has erased nothing', async () => {
    const mine = await sealOften('customer:1');
    const undone = given.database.transaction(async (queries) => {
      await vault.erase(queries, 'customer:1');
      throw new Error('no');
    });
    await expect(undone).rejects.toThrow('no');
    expect((await open('events/c/1', mine)).ok).toBe(true);
  });

  if (given.kind === 'postgres') {
    it('[STORE-11] what another process erases is gone here at once', async () => {
      const mine = await sealOften('customer:1');
      const { id } = await vault.keyOf(given.database, 'customer:1');
      await makeVault(MASTER, random).erase(given.database, 'customer:1');
      expect(await open('events/c/1', mine)).toEqual({ ok: false, reason: 'erased' });
      expect((await vault.keyOf(given.database, 'customer:1')).id).not.toBe(id);
    });
  }

  it('[STORE-10] a key made in a transaction that is undone is not used again', async () => {
    const undone = given.database.transaction(async (queries) => {
      for (let time = 0; time < 3; time++) await vault.keyOf(queries, 'customer:1');
      throw new Error('no');
    });
    await expect(undone).rejects.toThrow('no');
    const sealed = await sealFor('customer:1');
    for (const by of [vault, makeVault(MASTER, random)]) expect((await open('events/c/1', sealed, by)).ok).toBe(true);
  });

  it('[STORE-10] another master key forgets the keys that were wrapped under the first', async () => {
    const sealed = await sealOften('customer:1');
    vault.use(new Uint8Array(32).fill(2));
    await expect(open('events/c/1', sealed)).rejects.toMatchObject({ code: 'vault.damaged' });
    await expect(vault.keyOf(given.database, 'customer:1')).rejects.toMatchObject({ code: 'vault.damaged' });
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
