/// <reference lib="dom" />

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reportPage } from '../../src/language/training/report/page/page.ts';
import { REPORT } from '../../src/language/training/report/testing/sample-report.ts';
import { findBrowser, openBrowser } from '../support/browser.ts';
import { temporaryFolder } from '../support/server.ts';

describe.skipIf(!findBrowser())('the page of a training report', () => {
  const folder = temporaryFolder();
  const file = join(folder.path, 'report.html');
  let browser: Awaited<ReturnType<typeof openBrowser>>;

  beforeAll(async () => {
    writeFileSync(file, reportPage(REPORT, 'zh'));
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    folder.remove();
  });

  it.each([
    [1120, 'light'],
    [1120, 'dark'],
    [390, 'light'],
    [390, 'dark'],
  ] as const)(
    '[LANG-72] at %d pixels, %s: it fits, is legible, loads nothing and speaks the language chosen',
    async (width, colorScheme) => {
      const page = await browser.context.newPage();
      await page.setViewportSize({ width, height: 844 });
      await page.emulateMedia({ colorScheme });
      const asked: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      await page.goto(pathToFileURL(file).href);
      expect(await page.getByRole('heading', { level: 1, name: '小二：理解模型训练报告' }).isVisible()).toBe(true);
      await page.locator('label[for=in-en]').click();
      expect(
        await page.getByRole('heading', { level: 1, name: 'Xiaoer: how the reading model was trained' }).isVisible(),
      ).toBe(true);
      expect(await page.locator('.development h2').first().isVisible()).toBe(false);
      await page.locator('label[for=of-development]').click();
      expect(await page.locator('.development h2').first().isVisible()).toBe(true);
      await page.locator('.development summary').click();
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
      ).toBe(0);
      expect(asked).toHaveLength(1);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
      await page.close();
    },
  );
});
