import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export interface Import {
  /** Path from the project's root for a file of ours, else the package's name. */
  target: string;
  ours: boolean;
  typeOnly: boolean;
}

export interface Source {
  path: string;
  text: string;
  /** The text without comments. */
  code: string;
  lines: number;
  imports: Import[];
}

const IMPORT =
  /(?:^|\n)\s*(import|export)\s+(type\s+)?(?:[\w*\s{},]+?\s+from\s+)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/g;

function importsOf(path: string, code: string): Import[] {
  return [...code.matchAll(IMPORT)].map((match) => {
    const specifier = match[3] ?? match[4] ?? '';
    const ours = specifier.startsWith('.');
    return {
      target: ours ? normalize(join(dirname(path), specifier)) : specifier,
      ours,
      typeOnly: match[2] !== undefined,
    };
  });
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:'"`\\])\/\/.*$/gm, '$1');
}

export function sources(pattern: string): Source[] {
  return globSync(pattern, { cwd: ROOT, exclude: ['node_modules/**', 'build/**'] })
    .map((found) => relative(ROOT, join(ROOT, found)))
    .sort()
    .map((path) => {
      const text = readFileSync(join(ROOT, path), 'utf8');
      const code = withoutComments(text);
      return { path, text, code, lines: text.split('\n').length - 1, imports: importsOf(path, code) };
    });
}

export const isTest = (path: string): boolean => /\.test\.tsx?$/.test(path) || /\/(testing|conformance)\//.test(path);
