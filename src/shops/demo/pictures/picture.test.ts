import { describe, expect, it } from 'vitest';
import { demoProducts } from '../products/catalogue.ts';
import { productPicture } from './picture.ts';

const products = demoProducts();

/** Element names still open where the text ends or a wrong one closes; null when every element is closed in order. */
function unbalanced(svg: string): string | null {
  const open: string[] = [];
  for (const [, close, name = '', rest = ''] of svg.matchAll(/<(\/?)([a-zA-Z]+)([^>]*)>/g)) {
    if (close) {
      if (open.pop() !== name) return name;
    } else if (!rest.endsWith('/')) open.push(name);
  }
  return open.pop() ?? null;
}

describe('the demo pictures', () => {
  it.each(products.map(({ id, image }) => [id, image]))(
    '[SHOP-40] %s is drawn, whole and self-contained',
    (id, image) => {
      expect(image).toBe(`/demo/pictures/${id}.svg`);
      const svg = productPicture(id) ?? '';
      expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 600 600"/);
      expect(unbalanced(svg)).toBeNull();
      expect(svg).not.toMatch(/NaN|undefined|null|<script|<image|href=|on\w+=/);
      const named = new Set([...svg.matchAll(/id="([\w-]+)"/g)].map(([, name]) => name));
      for (const [, name] of svg.matchAll(/url\(#([\w-]+)\)/g)) expect(named).toContain(name);
      expect(svg.match(/<(path|rect|circle|ellipse)/g)?.length).toBeGreaterThan(9);
    },
  );

  it('[SHOP-40] no two products look the same', () => {
    expect(new Set(products.map(({ id }) => productPicture(id))).size).toBe(products.length);
  });

  it('[SHOP-40] there is no picture of what the shop does not have', () => {
    expect(productPicture('no-such-product')).toBeNull();
    expect(productPicture('../runner-zhuifeng')).toBeNull();
    expect(productPicture('constructor')).toBeNull();
  });
});
