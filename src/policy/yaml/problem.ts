import type { Localized } from '../../core/locale.ts';

/** What is wrong with a policy file, and where. Lines and columns count from 1. */
export interface PolicyProblem {
  code: 'syntax' | 'unknown' | 'missing' | 'value' | 'gap' | 'overlap' | 'too-large';
  line: number;
  column: number;
  text: Localized & { zh: string; en: string };
}

/** `12:5 …`, as compilers write it. */
export function problemLine({ line, column, text }: PolicyProblem, locale: 'zh' | 'en'): string {
  return `${line}:${column} ${text[locale]}`;
}
