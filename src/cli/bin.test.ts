import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const BIN = fileURLToPath(new URL('../../bin/xiaoer.js', import.meta.url));

function xiaoer(...argv: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, ...argv], { cwd: tmpdir(), encoding: 'utf8' });
  return { status, stdout, stderr };
}

describe('the xiaoer program', () => {
  it('[CLI-43] runs from any folder, answers on standard output and speaks of mistakes on standard error', () => {
    expect(xiaoer('--version')).toEqual({ status: 0, stdout: '0.1.0\n', stderr: '' });
    expect(xiaoer('fly')).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining('fly') });
  });
});
