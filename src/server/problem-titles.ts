import type { Localized } from '../core/locale.ts';

/** Stable codes with their status and what they say. A code that is not here leaves bare. */
export const PROBLEMS: Record<string, { status: number; title: Localized }> = {
  'request.invalid': {
    status: 400,
    title: { zh: '请求的内容不符合要求。', en: 'The request is not as it should be.' },
  },
  'page.bad-marker': {
    status: 400,
    title: {
      zh: '没有这一页：分页标记要原样用上一页给出的那个。',
      en: 'There is no such page: use the marker that the page before gave, unchanged.',
    },
  },
  'request.not-json': {
    status: 400,
    title: { zh: '请求的内容不是有效的 JSON。', en: 'The request body is not valid JSON.' },
  },
  'request.not-utf8': {
    status: 400,
    title: { zh: '请求的内容不是有效的 UTF-8 文本。', en: 'The request body is not valid UTF-8.' },
  },
  'request.too-large': {
    status: 413,
    title: {
      zh: '请求的内容太大了，最多 64 KB；一条消息最多 4000 字。',
      en: 'The request body is too large: 64 KB at most, and 4,000 characters a message.',
    },
  },
  'request.wrong-type': {
    status: 415,
    title: { zh: '请求的内容须为 application/json。', en: 'The request body must be application/json.' },
  },
  'request.wrong-method': {
    status: 405,
    title: { zh: '这个地址不接受这种请求方法。', en: 'This address does not take that request method.' },
  },
  'request.too-many': {
    status: 429,
    title: { zh: '操作太频繁了，请稍等一下再试。', en: 'Too many requests. Please wait a moment.' },
  },
  'route.unknown': { status: 404, title: { zh: '没有这个地址。', en: 'There is nothing at this address.' } },
  'session.required': {
    status: 401,
    title: { zh: '会话已失效，请重新打开对话。', en: 'The session is missing or over. Please open the chat again.' },
  },
  'shop-token.refused': {
    status: 401,
    title: { zh: '无法确认您的登录身份。', en: 'Who you are signed in as could not be confirmed.' },
  },
  'operator.required': { status: 401, title: { zh: '需要有效的客服令牌。', en: 'An operator token is required.' } },
  'operator.not-allowed': {
    status: 403,
    title: { zh: '您的角色不能做这个操作。', en: 'Your role does not allow this.' },
  },
  'api-key.required': {
    status: 401,
    title: { zh: 'API 密钥不正确。', en: 'The API key is missing or wrong.' },
  },
  'model.unknown': { status: 404, title: { zh: '没有这个模型。', en: 'There is no such model.' } },
  'local.required': {
    status: 401,
    title: { zh: '仅限本机命令行使用。', en: 'For the command line on this machine only.' },
  },
  'policy.too-large': {
    status: 413,
    title: {
      zh: '规则文件太大了，最多 200000 字。',
      en: 'The rules are too large: 200,000 characters at most.',
    },
  },
  'policy.unknown': {
    status: 404,
    title: { zh: '没有这个版本的售后规则。', en: 'There is no such version of the rules.' },
  },
  'message.empty': { status: 400, title: { zh: '消息是空的，请写点内容再发送。', en: 'The message is empty.' } },
  'message.too-long': {
    status: 413,
    title: {
      zh: '消息太长了，一条最多 4000 字，请分几条发。',
      en: 'The message is too long: 4,000 characters at most. Please split it.',
    },
  },
  'conversation.closed': { status: 409, title: { zh: '这个会话已经结束了。', en: 'This conversation is closed.' } },
  'conversation.unknown': { status: 404, title: { zh: '没有这个会话。', en: 'There is no such conversation.' } },
  'conversation.other-customer': {
    status: 409,
    title: { zh: '这个会话属于另一位顾客。', en: 'That conversation belongs to another customer.' },
  },
  'approval.unknown': { status: 404, title: { zh: '没有这个审批。', en: 'There is no such approval.' } },
  'approval.not-open': {
    status: 409,
    title: {
      zh: '这个审批已经有结果了，没有再做什么。',
      en: 'That approval is decided already; nothing more was done.',
    },
  },
  'approval.same-operator': {
    status: 409,
    title: {
      zh: '您已经同意过了，这一笔还要另一位同事同意。',
      en: 'You have agreed already; a different colleague has to agree as well.',
    },
  },
  'ticket.unknown': { status: 404, title: { zh: '没有这个工单。', en: 'There is no such ticket.' } },
  'ticket.not-open': {
    status: 404,
    title: { zh: '没有这个待处理的工单。', en: 'There is no such open ticket.' },
  },
  'customer.unknown': { status: 404, title: { zh: '店铺里没有这位顾客。', en: 'The shop has no such customer.' } },
  'product.unknown': { status: 404, title: { zh: '没有这个商品。', en: 'There is no such product.' } },
  'knowledge.unknown': {
    status: 404,
    title: { zh: '知识库里没有这篇文章或这个来源。', en: 'There is no such article or source.' },
  },
  'knowledge.no-version': { status: 404, title: { zh: '文章没有这一版。', en: 'The article has no such version.' } },
  'knowledge.changed': {
    status: 409,
    title: {
      zh: '文章刚被别人改过，没有保存。请先看看最新的一版再改。',
      en: 'Somebody else has changed the article since; nothing was saved. Look at the newest version first.',
    },
  },
  'knowledge.listed': {
    status: 409,
    title: {
      zh: '这篇文章来自店铺平台或售后规则，请在那里修改。',
      en: 'This comes from the shop’s platform or its rules: change it there.',
    },
  },
  'knowledge.not-read-from-web': {
    status: 409,
    title: {
      zh: '这个来源不是网页，要更新请重新导入文件。',
      en: 'This source is no web page: to renew it, import the file again.',
    },
  },
  'knowledge.no-import': { status: 404, title: { zh: '没有这次导入。', en: 'There is no such import.' } },
  'knowledge.import-closed': {
    status: 409,
    title: { zh: '这次导入已经开始或结束，不能再改。', en: 'This import has begun or ended and cannot be changed.' },
  },
  'knowledge.same-name': {
    status: 409,
    title: { zh: '这次导入里已经有同名的文件。', en: 'The import holds a file of this name already.' },
  },
  'knowledge.not-bytes': {
    status: 415,
    title: {
      zh: '文件要以 application/octet-stream 上传。',
      en: 'A file is uploaded as application/octet-stream.',
    },
  },
  'knowledge.file-too-large': {
    status: 413,
    title: {
      zh: '文件超过 50 MB，没有保存。请拆成几个小文件。',
      en: 'The file is more than 50 MB and was not kept. Split it into smaller files.',
    },
  },
  'knowledge.too-large': {
    status: 413,
    title: { zh: '文章太长了，请拆成几篇。', en: 'The article is too long: split it into several.' },
  },
  'article.unknown': { status: 404, title: { zh: '没有这篇文章。', en: 'There is no such article.' } },
  'demo.unavailable': { status: 404, title: { zh: '这里不是演示店铺。', en: 'This is not the demo shop.' } },
  'page.not-built': {
    status: 404,
    title: {
      zh: '页面还没有构建，请先运行 npm run build:web。',
      en: 'The pages are not built yet: run npm run build:web.',
    },
  },
  'shop.unavailable': {
    status: 503,
    title: {
      zh: '店铺系统暂时连接不上，请稍后再试。',
      en: 'The shop cannot be reached just now. Please try again later.',
    },
  },
  'server.stopping': {
    status: 503,
    title: { zh: '服务正在重启，请稍后再试。', en: 'The service is restarting. Please try again in a moment.' },
  },
};
