import { benchEndpoint } from './endpoint.ts';
import { benchService } from './service.ts';

const SUITES: Record<string, () => Promise<void>> = { service: benchService, endpoint: benchEndpoint };
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in SUITES));
if (unknown.length > 0) {
  console.error(`no suite ${unknown.join(', ')}; there are ${Object.keys(SUITES).join(', ')}`);
  process.exit(2);
}
for (const [name, suite] of Object.entries(SUITES)) if (wanted.length === 0 || wanted.includes(name)) await suite();
