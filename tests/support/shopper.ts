import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';

const SHOTS = join(import.meta.dirname, '../../build/screenshots');

/** A person in front of the widget: finds things as a reader of the page does, by what they are called. */
export interface Shopper {
  page: Page;
  panel: Locator;
  log: Locator;
  field: Locator;
  /** Replies of the clerk so far. */
  replies: Locator;
  open(): Promise<void>;
  say(text: string): Promise<void>;
  /** Says it and waits until the clerk has answered; resolves with the answer. */
  ask(text: string): Promise<Locator>;
  /** What the clerk does after something else than a message, e.g. a press on a card. */
  answerTo(work: () => Promise<void>): Promise<Locator>;
  press(name: string | RegExp): Promise<void>;
  shot(name: string): Promise<void>;
}

export function shopperAt(page: Page): Shopper {
  const widget = page.locator('xiaoer-chat');
  const panel = widget.locator('.panel');
  const replies = widget.locator('.turn.clerk');
  const field = widget.locator('textarea');
  const shopper: Shopper = {
    page,
    panel,
    log: widget.getByRole('log'),
    field,
    replies,
    async open() {
      await widget.locator('.launcher').click();
      await panel.waitFor();
    },
    async say(text) {
      await field.fill(text);
      await field.press('Enter');
    },
    ask: (text) => shopper.answerTo(() => shopper.say(text)),
    async answerTo(work) {
      const before = await replies.count();
      await work();
      await replies.nth(before).waitFor({ timeout: 20_000 });
      return replies.nth(before);
    },
    press: (name) => panel.getByRole('button', { name }).last().click(),
    async shot(name) {
      mkdirSync(SHOTS, { recursive: true });
      await page.screenshot({ path: join(SHOTS, `${name}.png`) });
    },
  };
  return shopper;
}
