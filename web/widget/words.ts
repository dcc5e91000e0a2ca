import type { Locale, Progress } from '../../src/core/wire.ts';

/** Everything the widget says itself. */
export interface Words {
  clerk: string;
  motto: string;
  open: string;
  close: string;
  language: string;
  log: string;
  greeting: (name: string | null) => string;
  introduction: string;
  suggestions: readonly string[];
  input: string;
  placeholder: string;
  send: string;
  tooLong: (over: number) => string;
  remaining: (count: number) => string;
  you: string;
  person: (name: string) => string;
  pending: string;
  failed: string;
  retry: string;
  progress: Record<Exclude<Progress['state'], 'idle'>, string>;
  lost: string;
  offline: string;
  expired: string;
  signedOut: string;
  personOwns: string;
  personJoined: string;
  botBack: string;
  closed: string;
  startOver: string;
  newMessages: (count: number) => string;
  toBottom: string;
  source: string;
  loadingArticle: string;
  articleFailed: string;
  back: string;
  products: string;
  comparison: string;
  order: string;
  placed: string;
  parcel: string;
  expected: string;
  copy: string;
  copied: string;
  refund: string;
  willHappen: string;
  validUntil: (time: string) => string;
  confirm: string;
  cancel: string;
  card: Record<'confirmed' | 'cancelled' | 'expired' | 'replaced' | 'settled', string>;
  reference: string;
  table: string;
}

const zh: Words = {
  clerk: '小二',
  motto: '小二 · 店里的事，问我就行',
  open: '打开小二客服对话',
  close: '收起对话',
  language: 'English',
  log: '对话记录',
  greeting: (name) => (name ? `${name}，您好` : '您好，里边请'),
  introduction: '我是店里的小二。挑东西、查快递、退换货，都可以交给我；想找真人，随时说一声「转人工」。',
  suggestions: ['下单后多久能送到？', '我的快递到哪了', '怎么退换货？', '帮我挑一份礼物'],
  input: '输入消息',
  placeholder: '有什么要帮忙的？',
  send: '发送',
  tooLong: (over) => `超出 ${over} 字，请删减后再发`,
  remaining: (count) => `还可输入 ${count} 字`,
  you: '您说',
  person: (name) => `人工客服 ${name}`,
  pending: '发送中…',
  failed: '没发出去',
  retry: '重新发送',
  progress: { thinking: '正在想…', 'looking-up': '正在查…', acting: '正在办理…' },
  lost: '连接中断，正在重连…',
  offline: '网络已断开，连上后会自动补发',
  expired: '之前的对话已过期，我们重新开始。',
  signedOut: '登录信息已失效，现在以访客身份咨询；查订单请重新登录。',
  personOwns: '人工客服会在这里回复',
  personJoined: '已转接人工客服',
  botBack: '小二继续为您服务',
  closed: '本次咨询已结束',
  startOver: '开始新的咨询',
  newMessages: (count) => `${count} 条新消息`,
  toBottom: '回到最新消息',
  source: '来源：',
  loadingArticle: '正在打开…',
  articleFailed: '这篇说明暂时打不开，请稍后再试。',
  back: '返回对话',
  products: '推荐商品',
  comparison: '对比',
  order: '订单',
  placed: '下单时间',
  parcel: '运单号',
  expected: '预计送达',
  copy: '复制',
  copied: '已复制',
  refund: '退款',
  willHappen: '确认后将会',
  validUntil: (time) => `请在 ${time} 前确认`,
  confirm: '确认',
  cancel: '先不办',
  card: {
    confirmed: '已确认',
    cancelled: '未办理',
    expired: '已过期',
    replaced: '已有新的确认单',
    settled: '已处理',
  },
  reference: '单号',
  table: '表格',
};

const en: Words = {
  clerk: 'Xiaoer',
  motto: 'Xiaoer · ask me anything',
  open: 'Open the chat with Xiaoer 小二',
  close: 'Minimise chat',
  language: '中文',
  log: 'Conversation',
  greeting: (name) => (name ? `Hello, ${name}` : 'Hello, come on in'),
  introduction:
    "I'm the shop's clerk. I can help you choose, find your parcel, and sort out returns and exchanges. Prefer a human? Just say so.",
  suggestions: [
    'How long does delivery take?',
    'Where is my parcel?',
    'How do I return something?',
    'Help me pick a gift',
  ],
  input: 'Message',
  placeholder: 'How can I help?',
  send: 'Send',
  tooLong: (over) => `${over} characters too many`,
  remaining: (count) => `${count} characters left`,
  you: 'You said',
  person: (name) => `${name}, customer service`,
  pending: 'Sending…',
  failed: 'Not sent',
  retry: 'Try again',
  progress: { thinking: 'Thinking…', 'looking-up': 'Looking it up…', acting: 'Working on it…' },
  lost: 'Connection lost, reconnecting…',
  offline: "You're offline. Messages will be sent once you're back",
  expired: 'The earlier conversation has expired, so this is a new one.',
  signedOut: 'Your sign-in has expired. You are chatting as a guest; sign in again to see your orders.',
  personOwns: 'Our team will reply here',
  personJoined: 'Passed on to our team',
  botBack: 'Xiaoer is back with you',
  closed: 'This conversation has ended',
  startOver: 'Start a new conversation',
  newMessages: (count) => (count === 1 ? '1 new message' : `${count} new messages`),
  toBottom: 'To the latest message',
  source: 'Source: ',
  loadingArticle: 'Opening…',
  articleFailed: 'This page cannot be opened right now. Please try again later.',
  back: 'Back to the chat',
  products: 'Suggested products',
  comparison: 'Comparison',
  order: 'Order',
  placed: 'Placed',
  parcel: 'Tracking no.',
  expected: 'Expected',
  copy: 'Copy',
  copied: 'Copied',
  refund: 'Refund',
  willHappen: 'If you confirm',
  validUntil: (time) => `Please confirm before ${time}`,
  confirm: 'Confirm',
  cancel: 'Not now',
  card: {
    confirmed: 'Confirmed',
    cancelled: 'Left as is',
    expired: 'Expired',
    replaced: 'Replaced',
    settled: 'Settled',
  },
  reference: 'Reference',
  table: 'Table',
};

export const WORDS: Record<Locale, Words> = { zh, en };
