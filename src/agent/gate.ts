import type { Command, CommandContext, ReadOutcome } from '../commands/command.ts';
import { explainInput } from '../commands/explain-input.ts';
import { commandByName } from '../commands/registry.ts';
import type { CommandCall, CommandResult } from '../core/command.ts';
import type { Order } from '../core/order.ts';
import { refuse } from '../core/verdict.ts';
import { done, invalid, orderNotFound, refused, stamp } from './decision.ts';
import { audit, commandContext, type GateDeps, ownOrder } from './gate-context.ts';
import { quoteWrite } from './offer.ts';
import { readingOnce } from './read-once.ts';
import { keep } from './record.ts';
import { customerOf, type GateScope } from './scope.ts';

/** The stateless doors have no conversation that a person could take over. */
const NOBODY_HERE = refuse('door.read-only', {
  zh: '这里没法转人工，请到店铺页面的对话里找同事。',
  en: 'I can’t fetch a person here; please ask in the chat on the shop’s page.',
});
const ONLY_READS = refuse('door.read-only', {
  zh: '这里只能查询。要办理请在店铺页面的对话里操作。',
  en: 'I can only look things up here. To change an order, please use the chat on the shop’s page.',
});
const WHO_ARE_YOU = refuse('customer.required', {
  zh: '这要先知道您是哪位顾客：请先登录，再告诉我一次。',
  en: 'For this I need to know which customer you are: please sign in and tell me again.',
});

async function decide(deps: GateDeps, scope: GateScope, given: CommandCall): Promise<CommandResult> {
  const command = commandByName(given.name);
  if (!command) return invalid(given, `unknown command ${String(given.name).slice(0, 64)}`);
  const parsed = command.input.safeParse(given.input);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const explained = issue ? explainInput(issue) : null;
    if (explained) return { ...refused(given, explained, scope.now), status: 'invalid' };
    return invalid(given, `${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim());
  }
  const input = parsed.data;
  const call = command.effect === 'read' ? given : { ...given, input };
  if (scope.mode === 'read-only' && command.name === 'hand_off') return refused(call, NOBODY_HERE, scope.now);
  const number = 'orderNumber' in command ? command.orderNumber(input) : null;
  const order = number === null ? null : await ownOrder(deps, scope, number);
  if (number !== null && !order) return orderNotFound(given, scope.now);
  if (command.effect === 'read') {
    const context = await commandContext(deps, scope);
    return read(call, await runRead(command, input, context, order), scope);
  }
  if (scope.mode === 'read-only') return refused(call, ONLY_READS, scope.now);
  if (command.effect === 'record') {
    const outcome = await keep(deps, scope, call, command, order);
    return 'allowed' in outcome ? refused(call, outcome, scope.now) : read(call, outcome, scope);
  }
  if (!order && (await customerOf(scope, deps.grants)) === null) return refused(call, WHO_ARE_YOU, scope.now);
  return quoteWrite(deps, scope, call, command, order);
}

function runRead(
  command: Extract<Command, { effect: 'read' }>,
  input: never,
  context: CommandContext,
  order: Order | null,
): Promise<ReadOutcome> {
  if (!('orderNumber' in command)) return command.run(input, context);
  if ('orderOptional' in command) return command.run(input, context, order);
  if (!order) throw new Error(`${command.name} is about an order, and none was loaded`);
  return command.run(input, context, order);
}

function read(call: CommandCall, outcome: ReadOutcome, scope: GateScope): CommandResult {
  if (outcome.verdict && !outcome.verdict.allowed) {
    const result = refused(call, outcome.verdict, scope.now);
    return { ...result, facts: [...result.facts, ...stamp({ ...call, id: `${call.id}r` }, outcome.facts, scope.now)] };
  }
  return done(call, stamp(call, outcome.facts, scope.now), outcome.verdict);
}

/** The only way to run a command. A write ends here as a card; only redeem.ts goes further. */
export async function passGate(deps: GateDeps, scope: GateScope, call: CommandCall): Promise<CommandResult> {
  const result = await decide(readingOnce(deps), scope, call);
  await audit(deps, scope, result);
  return result;
}
