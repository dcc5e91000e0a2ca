import { describe, expect, it } from 'vitest';
import { findLinks, safeHref } from './links.ts';

const hrefs = (text: string) => findLinks(text).flatMap((part) => (part.kind === 'link' ? [part.href] : []));
const joined = (text: string) =>
  findLinks(text)
    .map((part) => part.text)
    .join('');

describe('links in plain text', () => {
  it.each([
    ['详见https://shop.example/a，谢谢。', 'https://shop.example/a'],
    ['看 https://shop.example/a?b=1&c=2。', 'https://shop.example/a?b=1&c=2'],
    ['（https://shop.example/退货）', 'https://shop.example/'],
    ['See (https://shop.example/a_(b)).', 'https://shop.example/a_(b)'],
    ['Is it https://shop.example/a?', 'https://shop.example/a'],
    ['「https://shop.example/a」', 'https://shop.example/a'],
    ['https://shop.example/a…', 'https://shop.example/a'],
  ])('[WEB-20] a bare address ends where the sentence goes on: %s', (text, href) => {
    expect(hrefs(text)).toEqual([href]);
    expect(joined(text)).toBe(text);
  });

  it.each([
    'javascript:alert(1)',
    '[点我](javascript:alert(1))',
    'data:text/html,<script>alert(1)</script>',
    'https://bank.example@evil.example/',
    'ftp://shop.example/a',
    'http://',
    '![图](https://evil.example/pixel.png)',
  ])('[WEB-21] what is no plain web address stays text: %s', (text) => {
    expect(findLinks(text)).toEqual([{ kind: 'text', text }]);
  });

  it('[WEB-21] only http and https are addresses to follow', () => {
    expect(safeHref('https://shop.example/a')).toBe('https://shop.example/a');
    for (const address of [
      'javascript:alert(1)',
      ' javascript:alert(1)',
      'vbscript:x',
      'blob:https://a/b',
      'a/b',
      '',
    ]) {
      expect(safeHref(address)).toBeNull();
    }
  });
});
