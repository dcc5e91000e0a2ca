import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { TOOL_NAMES } from '../../src/cli/conformance/tau/calls.ts';
import { openTauStage } from '../../src/cli/conformance/tau/conformance.ts';
import { loadTasks } from '../../src/cli/conformance/tau/tasks.ts';

const DATA = process.env.XIAOER_DATA;
if (DATA === undefined) console.warn('tau-bench retail: not run. Set XIAOER_DATA to the folder that holds tau.');

const MINUTE = 60_000;

describe.skipIf(DATA === undefined)('tau-bench retail', () => {
  const directory = join(DATA ?? '', 'tau');

  it('[ACT-130] each of the sixteen tools has its command, or needs none', () => {
    const schema = JSON.parse(readFileSync(join(directory, 'tools_schema.json'), 'utf8')) as {
      function: { name: string };
    }[];
    expect([...TOOL_NAMES].sort()).toEqual(schema.map((tool) => tool.function.name).sort());
  });

  it.each([
    ['dev', 20, 25, 0],
    ['train', 500, 768, 20],
  ])(
    '[ACT-130] %s: every reference action through the gate, every end state as expected',
    async (split, count, calls, refused) => {
      const tasks = loadTasks(directory, split);
      const stage = await openTauStage(directory);
      try {
        expect(stage.importDifferences).toEqual([]);
        const outcomes = [];
        for (const task of tasks) outcomes.push(await stage.play(task));
        expect(outcomes.filter(({ differences, misjudged }) => differences.length + misjudged.length > 0)).toEqual([]);
        expect(outcomes).toHaveLength(count);
        expect(outcomes.reduce((sum, outcome) => sum + outcome.calls.length, 0)).toBe(calls);
        expect(tasks.reduce((sum, task) => sum + task.refused.length, 0)).toBe(refused);
      } finally {
        await stage.close();
      }
    },
    30 * MINUTE,
  );
});
