import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/** One classic script that a shop embeds: no modules, no further requests for code. */
export default defineConfig({
  root: path('./widget'),
  logLevel: 'warn',
  publicDir: false,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: path('../build/web'),
    emptyOutDir: false,
    target: 'es2022',
    cssTarget: ['chrome94', 'safari15.4', 'firefox100'],
    lib: { entry: path('./widget/main.ts'), formats: ['iife'], name: 'XiaoerWidget', fileName: () => 'widget.js' },
  },
});
