import { createHash } from 'node:crypto';
import type { Clock } from '../core/clock.ts';
import { AppError } from '../core/errors.ts';
import type { Instant } from '../core/instant.ts';
import type { Policy, PolicySource } from './policy.ts';
import type { PolicyVersion, PolicyVersions } from './ports.ts';
import { DEFAULT_POLICY } from './shipped.ts';
import { parsePolicy } from './yaml/parse.ts';
import { type PolicyProblem, problemLine } from './yaml/problem.ts';

export type Published = { ok: true; version: PolicyVersion; policy: Policy } | { ok: false; problems: PolicyProblem[] };

/** The shop's rules with their history. Until a shop has published its own, the shipped default is current. */
export interface PolicyStore extends PolicySource {
  /** Newest first. */
  list(): Promise<PolicyVersion[]>;
  get(number: number): Promise<PolicyVersion | null>;
  /** The rules of a published version, or the shipped default, by its digest: what was recorded can be decided again. */
  byDigest(digest: string): Promise<Policy | null>;
  /** Proves the tables first; nothing is kept of what is not right. */
  publish(yaml: string, by: string, note: string, activeFrom?: Instant): Promise<Published>;
}

export function createPolicies({ versions, clock }: { versions: PolicyVersions; clock: Clock }): PolicyStore {
  let held: { number: number; policy: Policy } | null = null;

  async function current(): Promise<Policy> {
    const active = await versions.activeAt(clock.now());
    if (!active) return DEFAULT_POLICY;
    // A backup may have been put in place meanwhile: the number alone is no proof.
    if (held?.number === active.number && held.policy.digest === active.digest) return held.policy;
    const version = await versions.get(active.number);
    if (!version) return DEFAULT_POLICY;
    const policy = read(version);
    held = { number: version.number, policy };
    return policy;
  }

  return {
    current,
    list: () => versions.list(),
    get: (number) => versions.get(number),

    async byDigest(digest) {
      if (digest === DEFAULT_POLICY.digest) return DEFAULT_POLICY;
      const version = (await versions.list()).find((each) => each.digest === digest);
      return version ? read(version) : null;
    },

    async publish(yaml, by, note, activeFrom) {
      const parsed = parsePolicy(yaml);
      if (!parsed.ok) return parsed;
      const at = clock.now();
      const digest = createHash('sha256').update(yaml).digest('hex');
      const version = await versions.append({ yaml, digest, by, at, note, activeFrom: activeFrom ?? at });
      return { ok: true, version, policy: read(version) };
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
