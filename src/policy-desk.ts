import type { Article } from './core/customer.ts';
import { AppError } from './core/errors.ts';
import type { Instant } from './core/instant.ts';
import { policyArticles } from './policy/articles.ts';
import { RULE_NAMES } from './policy/inputs.ts';
import type { Policy } from './policy/policy.ts';
import type { PolicyVersion } from './policy/ports.ts';
import type { PolicyStore } from './policy/published.ts';
import { policyWording } from './policy/wording.ts';
import { limitsWording } from './policy/wording-of-limits.ts';
import { parsePolicy } from './policy/yaml/parse.ts';
import { contradictions } from './policy-check.ts';
import type { PolicyDesk, PolicyPublication, PolicyReport, PolicyShown } from './server/deps.ts';
import { readTime } from './shops/importers/local-time.ts';
import type { Shop } from './shops/shop.ts';

/** The keeper's work on the shop's rules: what the command line asks of whoever holds the folder. */
export function createPolicyDesk({ policies, shop }: { policies: PolicyStore; shop: Shop }): PolicyDesk {
  async function report(policy: Policy): Promise<PolicyReport> {
    return { problems: [], contradictions: contradictions(policy, await shop.listArticles()) };
  }

  const zone = async () => (await shop.info()).timeZone;

  async function publish(yaml: string, by: string, note: string, from?: string): Promise<PolicyPublication> {
    const timeZone = await zone();
    const activeFrom = from === undefined ? undefined : momentOf(from, timeZone);
    const published = await policies.publish(yaml, by, note, activeFrom);
    if (!published.ok) return { timeZone, version: null, report: { problems: published.problems, contradictions: [] } };
    return { timeZone, version: withoutText(published.version), report: await report(published.policy) };
  }

  return {
    async show(number) {
      if (number === undefined) {
        const policy = await policies.current();
        const at = numberIn(policy.version);
        return shown(policy, at === null ? null : await policies.get(at), policies.shipped.yaml, await zone());
      }
      const version = await policies.get(number);
      const parsed = version && parsePolicy(version.yaml);
      if (!parsed?.ok) return null;
      return shown({ ...parsed.policy, version: `${parsed.policy.version}@${number}` }, version, '', await zone());
    },

    async list() {
      const versions = (await policies.list()).map(withoutText);
      // A version that this program cannot read holds nothing: it has to be listed all the same.
      const current = await policies.current().catch(() => null);
      const shippedIsNewer = await policies.isShippedNewer();
      return { timeZone: await zone(), current: current && numberIn(current.version), shippedIsNewer, versions };
    },

    async check(yaml) {
      if (yaml === undefined) return report(await policies.current());
      const parsed = parsePolicy(yaml);
      return parsed.ok ? report(parsed.policy) : { problems: parsed.problems, contradictions: [] };
    },

    publish: (yaml, ...how) => publish(yaml ?? policies.shipped.yaml, ...how),

    async rollback(number, by, note) {
      const version = await policies.get(number);
      return version && publish(version.yaml, by, note);
    },

    articles: async (): Promise<Article[]> => policyArticles(await policies.current()),
  };
}

/** A day begins when the shop's clock says so. */
function momentOf(text: string, timeZone: string): Instant {
  const moment = readTime(text, timeZone);
  if (moment !== null) return moment;
  throw new AppError('policy.not-a-time', {
    status: 400,
    publicMessage: {
      zh: `「${text}」不是时间，请写成 2026-12-01 或 2026-12-01 08:00。`,
      en: `“${text}” is no time; write it like 2026-12-01 or 2026-12-01 08:00.`,
    },
  });
}

/** The number of a published version stands behind its name. */
function numberIn(version: string): number | null {
  const match = /@(\d+)$/.exec(version);
  return match ? Number(match[1]) : null;
}

function withoutText({ yaml: _, ...version }: PolicyVersion): Omit<PolicyVersion, 'yaml'> {
  return version;
}

function shown(policy: Policy, version: PolicyVersion | null, shippedText: string, timeZone: string): PolicyShown {
  return {
    timeZone,
    version: policy.version,
    title: policy.title,
    digest: policy.digest,
    published: version && withoutText(version),
    yaml: version?.yaml ?? shippedText,
    rules: [
      ...RULE_NAMES.map((rule) => ({ rule, text: policyWording(policy, rule) })),
      { rule: 'limits', text: limitsWording(policy) },
    ],
  };
}
