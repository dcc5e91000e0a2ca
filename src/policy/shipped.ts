import { readFileSync } from 'node:fs';
import { AppError } from '../core/errors.ts';
import type { Policy } from './policy.ts';
import { parsePolicy } from './yaml/parse.ts';
import { problemLine } from './yaml/problem.ts';

export const SHIPPED_NAMES = ['china-7-days', 'eu-14-days', 'tau-retail'] as const;
export type ShippedName = (typeof SHIPPED_NAMES)[number];

export const DEFAULT_NAME: ShippedName = 'china-7-days';

/** The text of a policy that comes with the program. */
export function shippedYaml(name: ShippedName): string {
  return readFileSync(new URL(`../../policies/${name}.yml`, import.meta.url), 'utf8');
}

/** @throws AppError `policy.invalid` when the shipped file was damaged */
export function shippedPolicy(name: ShippedName): Policy {
  const parsed = parsePolicy(shippedYaml(name));
  if (parsed.ok) return parsed.policy;
  const [problem] = parsed.problems;
  throw new AppError('policy.invalid', { detail: `policies/${name}.yml:${problem ? problemLine(problem, 'en') : ''}` });
}

/** What holds until a shop has published rules of its own. */
export const DEFAULT_POLICY: Policy = shippedPolicy(DEFAULT_NAME);
