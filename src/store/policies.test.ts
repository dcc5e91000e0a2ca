import { expect, it } from 'vitest';
import { describeOnEachDatabase } from '../../tests/support/database.ts';

const version = (yaml: string, activeFrom = '2026-06-01T08:00:00.000Z') => ({
  ...{
    yaml,
    digest: `digest of ${yaml}`,
    by: '小兰',
    at: '2026-06-01T08:00:00.000Z',
    note: 'why',
    activeFrom,
    shipped: false,
  },
});

describeOnEachDatabase('published rules', (given) => {
  it('[POLICY-60] are numbered in order, also when several are published at once, and never change', async () => {
    const { policies } = given.makeStore();
    const made = await Promise.all(['a', 'b', 'c'].map((yaml) => policies.append(version(yaml))));
    expect(made.map(({ number }) => number).sort()).toEqual([1, 2, 3]);
    expect((await policies.list()).map(({ number }) => number)).toEqual([3, 2, 1]);
    const [first] = made;
    if (!first) throw new Error('nothing was published');
    expect(first).toEqual({ number: first.number, ...version(first.yaml) });
    expect(await policies.get(first.number)).toEqual(first);
    expect(await policies.get(9)).toBeNull();
  });

  it('[POLICY-60] are active from their moment on, the newest of those that are', async () => {
    const { policies } = given.makeStore();
    expect(await policies.activeAt('2026-06-01T07:59:59.999Z')).toBeNull();
    await policies.append(version('now'));
    await policies.append(version('later', '2026-07-01T00:00:00.000Z'));
    expect(await policies.activeAt('2026-06-30T23:59:59.999Z')).toEqual({ number: 1, digest: 'digest of now' });
    expect(await policies.activeAt('2026-07-01T00:00:00.000Z')).toEqual({ number: 2, digest: 'digest of later' });
  });

  it('[POLICY-65] what came with the program is taken down once, by one of many that begin, and never beside another', async () => {
    const { policies } = given.makeStore();
    const begun = await Promise.all(
      ['a', 'b', 'c', 'd'].map((yaml) => policies.begin({ ...version(yaml), shipped: true })),
    );
    expect(begun.filter((made) => made !== null)).toMatchObject([{ number: 1, shipped: true }]);
    expect(await policies.list()).toHaveLength(1);
    expect(await policies.begin(version('later'))).toBeNull();
  });
});
