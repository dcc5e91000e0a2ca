import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const config = (name: string) => fileURLToPath(new URL(`../web/${name}`, import.meta.url));

/** Builds the widget and the demo page into build/web. */
export async function buildWeb(): Promise<void> {
  for (const name of ['vite.widget.ts', 'vite.storefront.ts']) await build({ configFile: config(name) });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildWeb();
