import type { Article } from './core/customer.ts';
import type { Instant } from './core/instant.ts';
import { policyArticles } from './policy/articles.ts';
import { RULE_NAMES } from './policy/inputs.ts';
import type { Policy } from './policy/policy.ts';
import type { PolicyVersion } from './policy/ports.ts';
import type { PolicyStore } from './policy/published.ts';
import { DEFAULT_NAME, shippedYaml } from './policy/shipped.ts';
import { policyWording } from './policy/wording.ts';
import { parsePolicy } from './policy/yaml/parse.ts';
import { contradictions } from './policy-check.ts';
import type { PolicyDesk, PolicyReport, PolicyShown } from './server/deps.ts';
import type { Shop } from './shops/shop.ts';

/** The keeper's work on the shop's rules: what the command line asks of whoever holds the folder. */
export function createPolicyDesk({ policies, shop }: { policies: PolicyStore; shop: Shop }): PolicyDesk {
  async function report(policy: Policy): Promise<PolicyReport> {
    return { problems: [], contradictions: contradictions(policy, await shop.listArticles()) };
  }

  async function publish(yaml: string, by: string, note: string, activeFrom?: Instant) {
    const published = await policies.publish(yaml, by, note, activeFrom);
    if (!published.ok) return { version: null, report: { problems: published.problems, contradictions: [] } };
    return { version: withoutText(published.version), report: await report(published.policy) };
  }

  return {
    async show(number) {
      if (number === undefined) {
        const policy = await policies.current();
        const at = numberIn(policy.version);
        return shown(policy, at === null ? null : await policies.get(at));
      }
      const version = await policies.get(number);
      const parsed = version && parsePolicy(version.yaml, `#${number}`);
      return parsed?.ok ? shown(parsed.policy, version) : null;
    },

    list: async () => (await policies.list()).map(withoutText),

    async check(yaml) {
      if (yaml === undefined) return report(await policies.current());
      const parsed = parsePolicy(yaml);
      return parsed.ok ? report(parsed.policy) : { problems: parsed.problems, contradictions: [] };
    },

    publish,

    async rollback(number, by, note) {
      const version = await policies.get(number);
      return version && publish(version.yaml, by, note);
    },

    articles: async (): Promise<Article[]> => policyArticles(await policies.current()),
  };
}

/** The number of a published version stands behind its name. */
function numberIn(version: string): number | null {
  const match = /@(\d+)$/.exec(version);
  return match ? Number(match[1]) : null;
}

function withoutText({ yaml: _, ...version }: PolicyVersion): Omit<PolicyVersion, 'yaml'> {
  return version;
}

function shown(policy: Policy, version: PolicyVersion | null): PolicyShown {
  return {
    version: policy.version,
    title: policy.title,
    digest: policy.digest,
    published: version && withoutText(version),
    yaml: version?.yaml ?? shippedYaml(DEFAULT_NAME),
    rules: RULE_NAMES.map((rule) => ({ rule, text: policyWording(policy, rule) })),
  };
}
