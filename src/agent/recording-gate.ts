import { commandByName } from '../commands/registry.ts';
import type { CommandCall, CommandResult } from '../core/command.ts';
import { AppError } from '../core/errors.ts';
import type { Json } from '../core/json.ts';
import { canonicalJson } from '../core/json.ts';
import type { Shop } from '../shops/shop.ts';
import { passGate } from './gate.ts';
import type { GateDeps } from './gate-context.ts';
import type { GrantStore } from './ports.ts';
import type { Read, RecordedResult } from './recording.ts';
import type { GateScope } from './scope.ts';

/** What a decision may have been made from. Goods at large and other customers are no part of it. */
const SHOP_READS = new Set<string>([
  'findOrder',
  'getOrder',
  'getCustomer',
  'getProduct',
  'listOrders',
  'listReturns',
  'listCoupons',
] satisfies (keyof Shop)[]);

const GRANT_READS = new Set<string>(['has', 'list', 'customer'] satisfies (keyof GrantStore)[]);

type Method = (...given: Json[]) => Promise<Json>;

/** The same object, whose answers to these methods are noted. */
function listeningTo<T extends object>(target: T, methods: ReadonlySet<string>, prefix: string, reads: Read[]): T {
  return new Proxy(target, {
    get(_, name) {
      const member: unknown = Reflect.get(target, name);
      if (typeof member !== 'function' || typeof name !== 'string' || !methods.has(name)) return member;
      return async (...given: Json[]) => {
        const answer = await (member as Method).apply(target, given);
        if (!reads.some((read) => isSame(read, prefix + name, given))) reads.push([prefix + name, given, answer]);
        return answer;
      };
    },
  });
}

function isSame([method, before]: Read, name: string, given: readonly Json[]): boolean {
  return method === name && canonicalJson(before) === canonicalJson(given);
}

/** Passes the gate, and keeps what was read where rules of the shop were asked: under other rules the answer may be another. */
export async function passRecorded(deps: GateDeps, scope: GateScope, call: CommandCall): Promise<RecordedResult> {
  const ground: Read[] = [];
  const shop = listeningTo(deps.shop, SHOP_READS, 'shop.', ground);
  const grants = listeningTo(deps.grants, GRANT_READS, 'grants.', ground);
  const result = await passGate({ ...deps, shop, grants }, scope, call);
  return asksRules(result) ? { ...result, ground } : result;
}

/**
 * A write, or a read that tells of rules. A refused read asked none of them. What was not found may be somebody else's: of that nothing may lie
 * in this customer's record.
 */
function asksRules({ name, status, facts }: CommandResult): boolean {
  if (status === 'invalid' || facts.some(({ kind }) => kind === 'not-found')) return false;
  if (commandByName(name)?.effect === 'write') return true;
  return facts.some(({ kind, source }) => source.kind === 'policy' && kind !== 'refused');
}

/** What the turn goes on with. */
export function withoutGround({ ground: _, ...result }: RecordedResult): CommandResult {
  return result;
}

/** An object that answers as it did then. @throws AppError `replay.unrecorded` for what it was not asked then */
export function answering<T extends object>(prefix: string, reads: readonly Read[], further: Partial<T> = {}): T {
  return new Proxy(further, {
    get(_, name) {
      if (Reflect.has(further, name)) return Reflect.get(further, name);
      return async (...given: Json[]) => {
        const read = reads.find((each) => isSame(each, prefix + String(name), given));
        if (!read) throw new AppError('replay.unrecorded', { detail: `${prefix}${String(name)}` });
        return read[2];
      };
    },
  }) as T;
}
