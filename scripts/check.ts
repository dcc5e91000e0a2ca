import { bin, run } from './run.ts';

/** `npm run check`: types, lint and format, architecture and unit tests. Stops at the first that fails. */
const steps: [string, string, string[]][] = [
  ['types', bin('tsc'), ['-p', 'tsconfig.json']],
  ['types of the web', bin('tsc'), ['-p', 'tsconfig.web.json']],
  ['lint and format', bin('biome'), ['check', '--error-on-warnings', '.']],
  ['unused', bin('knip'), []],
  [
    'architecture and unit',
    bin('vitest'),
    ['run', '--project', 'unit', '--reporter', 'default', '--silent', 'passed-only'],
  ],
];

for (const [name, command, args] of steps) {
  const started = performance.now();
  const code = await run(command, args);
  console.log(`${code === 0 ? 'ok' : 'FAILED'}  ${name}  ${((performance.now() - started) / 1000).toFixed(1)} s`);
  if (code !== 0) process.exit(code);
}
