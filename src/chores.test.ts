import { describe, expect, it } from 'vitest';
import { memoryGate } from './agent/testing/memory-gate.ts';
import { createChores } from './chores.ts';
import type { Log } from './platform/log.ts';
import { silentLog } from './platform/log.ts';
import type { ShopTables } from './shops/sql/ports.ts';

function stage() {
  const { gate, clock } = memoryGate();
  const done: string[] = [];
  const logged: string[] = [];
  const log: Log = { ...silentLog, error: (event) => void logged.push(event) };
  gate.intents.listUnsettled = async () => {
    done.push('intents');
    return [];
  };
  gate.approvals.listLapsed = async () => {
    done.push('approvals');
    return [];
  };
  gate.alerts.listOpen = async () => {
    done.push('alerts');
    return [];
  };
  // The demo shop is not looked at here.
  const tables = {} as ShopTables;
  return { gate, done, logged, chores: createChores({ gate, tables, clock, log, imports: { run: async () => {} } }) };
}

describe('the chores', () => {
  it('[ACT-142] settle, let lapse and deliver; what fails is logged and holds up nothing else', async () => {
    const { gate, done, logged, chores } = stage();
    await chores.settle();
    expect([done.splice(0), logged]).toEqual([['intents', 'approvals', 'alerts'], []]);
    gate.intents.listUnsettled = () => Promise.reject(new Error('the database is away'));
    gate.approvals.listLapsed = () => Promise.reject(new Error('the database is away'));
    await chores.settle();
    expect([done, logged]).toEqual([['alerts'], ['app.chore', 'app.chore']]);
  });

  it('[ACT-142] come one round after the other', async () => {
    const { gate, done, chores } = stage();
    const open: (() => void)[] = [];
    gate.intents.listUnsettled = async () => {
      done.push('begun');
      await new Promise<void>((resolve) => open.push(resolve));
      return [];
    };
    const rounds = [chores.settle(), chores.settle()];
    await new Promise(setImmediate);
    expect(done.splice(0)).toEqual(['begun']);
    open[0]?.();
    await rounds[0];
    await new Promise(setImmediate);
    expect(done).toEqual(['approvals', 'alerts', 'begun']);
    open[1]?.();
    await rounds[1];
  });
});
