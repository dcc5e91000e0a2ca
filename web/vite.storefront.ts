import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/** The demo shop's page. */
export default defineConfig({
  root: path('./storefront'),
  base: '/',
  logLevel: 'warn',
  publicDir: false,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: { outDir: path('../build/web/storefront'), emptyOutDir: true, target: 'es2022', modulePreload: false },
});
