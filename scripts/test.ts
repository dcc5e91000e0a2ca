import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { findBrowser } from '../tests/support/browser.ts';
import { postgresBinaries, startPostgres } from '../tests/support/postgres.ts';
import { bin, run } from './run.ts';

/**
 * `npm test`: unit and system tests, against a real PostgreSQL and a real browser where this machine has them or can get them.
 * `--data DIR` runs the conformance suites over public data instead. Ends with the line `N passed, N failed, N skipped`.
 */
const { values } = parseArgs({ options: { data: { type: 'string' } } });
const projects = values.data === undefined ? ['unit', 'system'] : ['conformance'];
if (values.data !== undefined && !existsSync(values.data)) {
  console.error(`--data ${values.data}: no such folder`);
  process.exit(2);
}

const environment: Record<string, string> = {};
if (values.data !== undefined) environment.XIAOER_DATA = values.data;

if (projects.includes('system') && !findBrowser()) {
  const isDebianRoot = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  const installed =
    isDebianRoot &&
    (await run('/usr/bin/apt-get', ['update', '-qq'])) === 0 &&
    (await run('/usr/bin/apt-get', ['install', '-y', '-qq', 'chromium'], { DEBIAN_FRONTEND: 'noninteractive' })) === 0;
  if (!installed)
    console.log(
      'No browser found: the browser tests are not run. Install one (Debian: apt-get install chromium) or set CHROMIUM_PATH.',
    );
}

let stopPostgres: (() => Promise<void>) | undefined;
if (!process.env.XIAOER_TEST_DATABASE_URL) {
  if (postgresBinaries()) {
    const server = await startPostgres();
    environment.XIAOER_TEST_DATABASE_URL = server.url;
    stopPostgres = server.stop;
  } else {
    console.log(
      'No PostgreSQL found: its half of the store tests is not run. Install one (Debian: apt-get install postgresql) or set XIAOER_TEST_DATABASE_URL.',
    );
  }
}

const report = 'build/test-results.json';
mkdirSync('build', { recursive: true });
rmSync(report, { force: true });
const chosen = projects.flatMap((project) => ['--project', project]);
const code = await run(
  bin('vitest'),
  ['run', ...chosen, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
  environment,
);
await stopPostgres?.();

interface Report {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  testResults: { name: string; status: string; assertionResults: { status: string }[] }[];
}

if (!existsSync(report)) {
  console.log('0 passed, 1 failed');
  process.exit(code || 1);
}
const results = JSON.parse(readFileSync(report, 'utf8')) as Report;
const suites = new Map<string, { passed: number; failed: number; skipped: number }>();
for (const file of results.testResults) {
  const [top = '', room = ''] = file.name.replace(process.cwd(), '').split('/').filter(Boolean);
  const counts = suites.get(`${top}/${room}`) ?? { passed: 0, failed: 0, skipped: 0 };
  for (const { status } of file.assertionResults)
    counts[status === 'passed' ? 'passed' : status === 'failed' ? 'failed' : 'skipped']++;
  if (file.assertionResults.length === 0 && file.status === 'failed') counts.failed++;
  suites.set(`${top}/${room}`, counts);
}
console.log('\nsuite                          passed  failed  skipped');
for (const [name, { passed, failed, skipped }] of [...suites].sort()) {
  console.log(
    `${name.padEnd(30)} ${String(passed).padStart(6)} ${String(failed).padStart(7)} ${String(skipped).padStart(8)}`,
  );
}
const total = [...suites.values()].reduce(
  (a, b) => ({ passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped }),
  { passed: 0, failed: 0, skipped: 0 },
);
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exit(code);
