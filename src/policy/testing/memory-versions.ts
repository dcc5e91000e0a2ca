import type { PolicyVersion, PolicyVersions } from '../ports.ts';

/** Published rules in memory, for tests. */
export function memoryVersions(): PolicyVersions {
  const kept: PolicyVersion[] = [];
  const store: PolicyVersions = {
    begin: async (version) => (kept.length === 0 ? store.append(version) : null),
    async append(version) {
      const made = { ...version, number: kept.length + 1 };
      kept.push(made);
      return structuredClone(made);
    },
    list: async () => structuredClone(kept.toReversed()),
    get: async (number) => structuredClone(kept.find((each) => each.number === number) ?? null),
    activeAt: async (at) => kept.findLast((each) => each.activeFrom <= at) ?? null,
  };
  return store;
}
