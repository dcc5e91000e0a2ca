#!/usr/bin/env node
// Plain JavaScript, so that an old Node can read it: Node 24 comes with `npm ci`, and this hands over to it where the one found is older.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const NEEDED = 24;
const main = fileURLToPath(new URL('../src/cli/main.ts', import.meta.url));

if (Number(process.versions.node.split('.')[0]) >= NEEDED) {
  await import(main);
} else {
  const bundled = fileURLToPath(new URL('../node_modules/node/bin/node', import.meta.url));
  if (!existsSync(bundled)) {
    console.error(`小二需要 Node ${NEEDED} 或更新的版本（现在是 ${process.version}）。请先在项目目录运行 npm ci。`);
    console.error(`Xiaoer needs Node ${NEEDED} or newer (this is ${process.version}). Run npm ci in its folder first.`);
    process.exit(3);
  }
  const child = spawn(bundled, [main, ...process.argv.slice(2)], { stdio: 'inherit' });
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  // Ctrl-C at a terminal reaches the child by itself; a second one from here would cut its farewell short.
  process.on('SIGINT', () => process.stdin.isTTY || child.kill('SIGINT'));
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));
}
