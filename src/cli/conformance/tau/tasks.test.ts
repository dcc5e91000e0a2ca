import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { loadTasks } from './tasks.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'xiaoer-tasks-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const put = (file: string, text: string) => writeFileSync(join(folder, file), text);

it('[ACT-130] data that is absent, no JSON, of another shape or incomplete is named by its file', () => {
  const words = () => {
    try {
      loadTasks(folder, 'dev');
    } catch (error) {
      return (error as { publicMessage?: { en: string } }).publicMessage?.en;
    }
    return 'read';
  };
  const [expected, tasks] = ['expected_dev.json', 'tasks_dev.json'].map((file) => join(folder, file));
  expect(words()).toBe(`There is no ${expected}.`);
  put('expected_dev.json', '[{"index": 1');
  expect(words()).toBe(`${expected} is no JSON.`);
  put('expected_dev.json', '[]');
  put('tasks_dev.json', '[{"index": "first"}]');
  expect(words()).toContain(`${tasks} is not as expected: 0.index`);
  put('tasks_dev.json', '[{"index": 7, "user_id": "mia", "actions": []}]');
  expect(words()).toBe('expected_dev.json has no task 7.');
  put('expected_dev.json', '[{"index": 7, "errors": [], "changed": {"orders": {}, "users": {}}}]');
  expect(words()).toBe('read');
});
