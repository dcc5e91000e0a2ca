import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Locale, WireMoney } from '../../src/core/wire.ts';

const zh = {
  skip: '跳到商品',
  switch: 'English',
  identity: '当前身份',
  guest: '访客',
  all: '全部',
  categories: '商品分类',
  headline: '想逛就逛，有事问小二',
  lead: '这是一间演示店铺。右下角的小二能答店规、帮挑货、查快递、办退换；动钱动货之前，一定先问过您。',
  tryTitle: '试一试',
  tryStories: '点一句，放进对话框',
  trySignIn: '以顾客身份登录',
  tryGuest: '访客查单（不用登录）',
  signedIn: '已登录',
  signOut: '退出登录',
  orderNumber: '订单号',
  contact: '联系方式',
  copy: '复制',
  copied: '已复制',
  needsSignIn: '先登录一位顾客',
  more: '再看一些',
  loading: '正在上架…',
  failed: '店铺暂时打不开，请稍后刷新。',
  noProduct: '没有找到这件商品',
  back: '返回',
  from: '起',
  inStock: '有货',
  left: (count: number) => `仅剩 ${count} 件`,
  soldOut: '暂时缺货',
  details: '商品参数',
  askAbout: '问问小二这件商品',
  askText: (title: string) => `「${title}」怎么样？`,
  stories: [
    { title: '问店里的规矩', text: '我想了解您的商品的配送时间', signIn: false },
    { title: '帮忙挑一件', text: '想买双两百左右的跑鞋，42码，送爸爸', signIn: false },
    { title: '查快递', text: '我的快递到哪了', signIn: true },
    { title: '换个尺码', text: '鞋子小了想换大一码', signIn: true },
    { title: '取消订单', text: '不想要了，取消吧', signIn: true },
    { title: '找真人', text: '转人工', signIn: false },
  ],
};

const en: typeof zh = {
  skip: 'Skip to products',
  switch: '中文',
  identity: 'You are',
  guest: 'Guest',
  all: 'All',
  categories: 'Categories',
  headline: 'Browse freely. Ask Xiaoer anything.',
  lead: 'This is a demo shop. The clerk in the corner knows the shop’s rules, helps you choose, finds parcels and arranges returns, and always asks before touching money or goods.',
  tryTitle: 'Try it',
  tryStories: 'Pick a line to put it in the chat',
  trySignIn: 'Sign in as a customer',
  tryGuest: 'Guest orders (no sign-in)',
  signedIn: 'Signed in',
  signOut: 'Sign out',
  orderNumber: 'Order',
  contact: 'Contact',
  copy: 'Copy',
  copied: 'Copied',
  needsSignIn: 'sign in first',
  more: 'Show more',
  loading: 'Loading…',
  failed: 'The shop cannot be opened right now. Please reload in a moment.',
  noProduct: 'This product cannot be found',
  back: 'Back',
  from: ' and up',
  inStock: 'In stock',
  left: (count) => `Only ${count} left`,
  soldOut: 'Sold out',
  details: 'Details',
  askAbout: 'Ask Xiaoer about this',
  askText: (title) => `Tell me about "${title}"`,
  stories: [
    { title: 'Ask about the shop', text: 'How long does delivery take?', signIn: false },
    { title: 'Get advice', text: 'Running shoes around 200 yuan, size 42, for my dad', signIn: false },
    { title: 'Find a parcel', text: 'Where is my parcel?', signIn: true },
    { title: 'Return something', text: 'I want to return the kettle', signIn: true },
    { title: 'Cancel an order', text: "I don't want it any more, please cancel", signIn: true },
    { title: 'Reach a person', text: 'I want to talk to a person', signIn: false },
  ],
};

export const WORDS = { zh, en };

export const LocaleContext = createContext<Locale>('zh');

export function useWords(): typeof zh {
  return WORDS[useContext(LocaleContext)];
}

export function useLocalize(): (text: { zh?: string; en?: string }) => string {
  const locale = useContext(LocaleContext);
  return (text) => text[locale] ?? text.zh ?? text.en ?? '';
}

export function useMoney(): (value: WireMoney) => string {
  const locale = useContext(LocaleContext);
  return ({ amount, currency }) => {
    const style = { style: 'currency', currency, currencyDisplay: 'narrowSymbol' } as const;
    const digits = new Intl.NumberFormat('en', style).resolvedOptions().maximumFractionDigits ?? 2;
    const whole = amount % 10 ** digits === 0;
    const format = new Intl.NumberFormat(locale === 'zh' ? 'zh-CN' : 'en-US', {
      ...style,
      minimumFractionDigits: whole ? 0 : digits,
    });
    return format.format(amount / 10 ** digits);
  };
}

const KEPT = 'storefront:locale';

export function startLocale(): Locale {
  let kept: string | null = null;
  try {
    kept = localStorage.getItem(KEPT);
  } catch {
    // Blocked storage: the browser's language decides each time.
  }
  if (kept === 'zh' || kept === 'en') return kept;
  return navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

export function keepLocale(locale: Locale): void {
  try {
    localStorage.setItem(KEPT, locale);
  } catch {
    // As above.
  }
}
