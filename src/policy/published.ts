import { createHash } from 'node:crypto';
import type { Clock } from '../core/clock.ts';
import { AppError } from '../core/errors.ts';
import type { Instant } from '../core/instant.ts';
import type { Policy, PolicySource } from './policy.ts';
import type { PolicyVersion, PolicyVersions } from './ports.ts';
import { DEFAULT_NAME, DEFAULT_POLICY, shippedYaml } from './shipped.ts';
import { parsePolicy } from './yaml/parse.ts';
import { type PolicyProblem, problemLine } from './yaml/problem.ts';

const SHIPPED: Shipped = { yaml: shippedYaml(DEFAULT_NAME), policy: DEFAULT_POLICY };

export type Published = { ok: true; version: PolicyVersion; policy: Policy } | { ok: false; problems: PolicyProblem[] };

/** The rules that came with this program, and their text. */
export interface Shipped {
  yaml: string;
  policy: Policy;
}

/** The shop's rules with their history. Until one is published or adopted, the shipped default is current. */
export interface PolicyStore extends PolicySource {
  /** Newest first. */
  list(): Promise<PolicyVersion[]>;
  get(number: number): Promise<PolicyVersion | null>;
  /** The rules of a published version, or the shipped default, by its digest: what was recorded can be decided again. */
  byDigest(digest: string): Promise<Policy | null>;
  /** Proves the tables first; nothing is kept of what is not right. */
  publish(yaml: string, by: string, note: string, activeFrom?: Instant): Promise<Published>;
  readonly shipped: Shipped;
  /** Where nothing was ever published the shipped rules become the shop's first version: a later program changes nothing in them. */
  adopt(): Promise<void>;
  /** Whether the rules of now came with an earlier program and those that come with this one are others. */
  isShippedNewer(): Promise<boolean>;
}

interface PoliciesDeps {
  versions: PolicyVersions;
  clock: Clock;
  /** In place of the file that comes with this program. */
  shipped?: Shipped | undefined;
}

export function createPolicies({ versions, clock, shipped = SHIPPED }: PoliciesDeps): PolicyStore {
  let held: { number: number; policy: Policy } | null = null;

  async function current(): Promise<Policy> {
    const active = await versions.activeAt(clock.now());
    if (!active) return shipped.policy;
    // A backup may have been put in place meanwhile: the number alone is no proof.
    if (held?.number === active.number && held.policy.digest === active.digest) return held.policy;
    const version = await versions.get(active.number);
    if (!version) return shipped.policy;
    const policy = read(version);
    held = { number: version.number, policy };
    return policy;
  }

  return {
    current,
    list: () => versions.list(),
    get: (number) => versions.get(number),

    async byDigest(digest) {
      if (digest === shipped.policy.digest) return shipped.policy;
      const version = (await versions.list()).find((each) => each.digest === digest);
      return version ? read(version) : null;
    },

    async publish(yaml, by, note, activeFrom) {
      const parsed = parsePolicy(yaml);
      if (!parsed.ok) return parsed;
      const at = clock.now();
      const digest = createHash('sha256').update(yaml).digest('hex');
      const wasShipped = async () => (await versions.list()).some((each) => each.shipped && each.digest === digest);
      const isShipped = digest === shipped.policy.digest || (await wasShipped());
      const version = await versions.append({
        ...{ yaml, digest, by, at, note, activeFrom: activeFrom ?? at, shipped: isShipped },
      });
      return { ok: true, version, policy: read(version) };
    },

    shipped,

    async adopt() {
      const at = clock.now();
      const { yaml, policy } = shipped;
      const first = { yaml, digest: policy.digest, by: 'xiaoer', at, note: '', activeFrom: at, shipped: true };
      if ((await versions.activeAt(at)) === null) await versions.begin(first);
    },

    async isShippedNewer() {
      const active = await versions.activeAt(clock.now());
      const version = active && (await versions.get(active.number));
      return version?.shipped === true && version.digest !== shipped.policy.digest;
    },
  };
}

/** @throws AppError `policy.invalid`: it was right when it was published, and this program reads it differently */
function read({ number, yaml }: PolicyVersion): Policy {
  const parsed = parsePolicy(yaml);
  if (parsed.ok) return { ...parsed.policy, version: `${parsed.policy.version}@${number}` };
  const [problem] = parsed.problems;
  throw new AppError('policy.invalid', {
    detail: `version ${number}: ${problem ? problemLine(problem, 'en') : ''}`,
    publicMessage: {
      zh: `这一版小二读不懂第 ${number} 版售后规则：${problem ? problemLine(problem, 'zh') : ''}`,
      en: `This Xiaoer cannot read version ${number} of the shop’s rules: ${problem ? problemLine(problem, 'en') : ''}`,
    },
  });
}
