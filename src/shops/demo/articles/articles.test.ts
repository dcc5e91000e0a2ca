import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LOCALES, localize } from '../../../core/locale.ts';
import { formatMoney } from '../../../core/money.ts';
import { demoCoupons } from '../coupons.ts';
import { HISTORY_DAYS, RETURN_WINDOW_DAYS } from '../orders/find-journey.ts';
import { TRANSIT_DAYS } from '../orders/journey.ts';
import { demoProducts, specialGoods } from '../products/catalogue.ts';
import { NOWS } from '../testing.ts';
import { demoArticles } from './articles.ts';

const TOPICS =
  'ask_delivery_time ask_delivery_fee ask_delivery_area ask_carrier ask_pickup_point ask_installation ask_return_policy ask_exchange_policy ask_refund_time ask_return_shipping_fee ask_warranty price_protection ask_payment_methods payment_problem ask_instalments ask_invoice request_invoice ask_coupon coupon_problem ask_membership ask_promotion ask_account ask_privacy ask_opening_hours ask_contact ask_store_location ask_gift_wrap ask_authenticity ask_wholesale ask_size_advice damaged_or_wrong_item missing_item delivery_problem order_sms refund_without_return expedite_order'.split(
    ' ',
  );

const now = NOWS[0];
const articles = demoArticles(now);
const bodyOf = (id: string, locale: 'zh' | 'en') =>
  localize(articles.find((article) => article.id === id)?.body ?? { zh: '' }, locale);

function length(text: string, locale: 'zh' | 'en'): number {
  return (
    text.match(
      locale === 'zh' ? /[\u3400-\u9fff]|[A-Za-z0-9.]+/g : /[A-Za-z0-9¥%.’'-]*[A-Za-z0-9][A-Za-z0-9.%’'-]*/g,
    ) ?? []
  ).length;
}

describe('the demo articles', () => {
  it('[SHOP-37] are at least a hundred and fifty, each in both languages and 60 to 250 words long', () => {
    expect(articles.length).toBeGreaterThanOrEqual(150);
    for (const locale of LOCALES) {
      const written = readdirSync(join(import.meta.dirname, locale)).map((file) => file.replace(/\.md$/, ''));
      expect(new Set(written)).toEqual(new Set(articles.map(({ id }) => id)));
      expect(new Set(articles.map(({ title }) => title[locale])).size).toBe(articles.length);
    }
    for (const { id, title, body, updatedAt } of articles) {
      expect(updatedAt < now).toBe(true);
      for (const locale of LOCALES) {
        expect(title[locale]?.trim(), id).toBeTruthy();
        expect(length(body[locale] ?? '', locale), `${id} ${locale}`).toBeGreaterThanOrEqual(60);
        expect(length(body[locale] ?? '', locale), `${id} ${locale}`).toBeLessThanOrEqual(250);
      }
      expect(body.en, id).not.toMatch(/[\u3400-\u9fff]/);
    }
  });

  it('[SHOP-37] answer in their first paragraph, in one to three sentences', () => {
    for (const { id, body } of articles) {
      for (const locale of LOCALES) {
        const [first = ''] = (body[locale] ?? '').split('\n\n');
        const ends = first.match(locale === 'zh' ? /[。！？]/g : /[.!?](?=\s|$)/g) ?? [];
        expect(first, `${id} ${locale}`).toMatch(locale === 'zh' ? /。$/ : /[.]$/);
        expect(first).not.toMatch(/^[#|-]/);
        expect(ends.length, `${id} ${locale}: ${first}`).toBeLessThanOrEqual(3);
      }
    }
  });

  it('[SHOP-37] are written for intents of the corpus or, the special ones, for none', () => {
    const corpus = join(import.meta.dirname, '../../../../corpus/intents.json');
    const intents = new Set((JSON.parse(readFileSync(corpus, 'utf8')) as { name: string }[]).map(({ name }) => name));
    for (const { id, topics } of articles)
      expect(
        topics.filter((topic) => !intents.has(topic)),
        id,
      ).toEqual([]);
    expect(articles.filter(({ topics }) => topics.length === 0).length).toBeGreaterThan(articles.length / 2);
  });

  it.each(TOPICS)('[SHOP-37] answer %s', (topic) => {
    expect(articles.filter(({ topics }) => topics.includes(topic)).length).toBeGreaterThan(0);
  });

  it('[SHOP-38] tell the rules by which the demo’s orders were made', () => {
    for (const locale of LOCALES) {
      for (const [least, most] of Object.values(TRANSIT_DAYS)) {
        expect(bodyOf('delivery-time', locale)).toContain(`${least}–${most}`);
      }
      expect(bodyOf('delivery-time', locale)).toContain('16:00');
      expect(bodyOf('delivery-fee', locale)).toMatch(/99/);
      expect(bodyOf('delivery-fee', locale)).toMatch(/8/);
      for (const id of ['return-policy', 'exchange-policy', 'how-to-return']) {
        expect(bodyOf(id, locale).split('\n\n')[0], id).toMatch(
          new RegExp(`\\b${RETURN_WINDOW_DAYS}\\b|${RETURN_WINDOW_DAYS} 天`),
        );
      }
    }
    expect(HISTORY_DAYS).toBeGreaterThan(RETURN_WINDOW_DAYS);
  });

  it('[SHOP-38] name the coupons that anybody can use now, with their amounts', () => {
    const open = demoCoupons(now).filter(
      ({ customerId, validFrom, validUntil }) => customerId === null && validFrom <= now && now < validUntil,
    );
    expect(open.length).toBeGreaterThan(2);
    for (const { code, off, minimumSpend } of open) {
      expect(bodyOf('coupons', 'en')).toContain(code);
      expect(bodyOf('coupons', 'en')).toContain(formatMoney(minimumSpend, 'en'));
      if (off.kind === 'amount') expect(bodyOf('coupons', 'en')).toContain(`${formatMoney(off.amount, 'en')} off`);
      expect(bodyOf('coupons', 'zh')).toContain(`满 ${minimumSpend.amount / 100}`);
    }
  });

  it('[SHOP-38] list all goods that are not taken back as others are, and no others', () => {
    const kinds: Record<string, string> = {
      'thermal-set': '保暖内衣',
      'socks-five': '袜子',
      'earbuds-xiaotao': '入耳式耳机',
      'disc-rain': '唱片',
      'oranges-navel': '水果',
      'course-baking': '兑换码',
      'magazine-xiaoman': '杂志',
    };
    expect(new Set(Object.keys(kinds))).toEqual(new Set(specialGoods().keys()));
    for (const kind of Object.values(kinds)) expect(bodyOf('return-exceptions', 'zh')).toContain(kind);
    expect(demoProducts().filter(({ id }) => id in kinds)).toHaveLength(7);
  });
});
