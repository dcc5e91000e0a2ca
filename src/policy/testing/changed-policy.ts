import type { Policy } from '../policy.ts';
import { DEFAULT_NAME, shippedYaml } from '../shipped.ts';
import { parsePolicy } from '../yaml/parse.ts';
import { problemLine } from '../yaml/problem.ts';

/** The default policy with pieces of its text replaced at their first place. */
export function changedYaml(...changes: readonly (readonly [string, string])[]): string {
  return changes.reduce((yaml, [from, to]) => {
    if (!yaml.includes(from)) throw new Error(`the default policy does not say: ${from}`);
    return yaml.replace(from, to);
  }, shippedYaml(DEFAULT_NAME));
}

export function changedPolicy(...changes: readonly (readonly [string, string])[]): Policy {
  const parsed = parsePolicy(changedYaml(...changes));
  if (!parsed.ok) throw new Error(parsed.problems.map((problem) => problemLine(problem, 'en')).join('\n'));
  return parsed.policy;
}
