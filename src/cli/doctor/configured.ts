import type { Config } from '../../platform/config.ts';
import type { KeepingStatus } from '../../server/deps.ts';
import { broken, type Finding, ok, warning } from './finding.ts';

export function checkOperators({ operators }: Config): Finding {
  if (operators.some(({ role }) => role !== 'viewer')) {
    const names = operators.map(({ name, role }) => `${name} (${role})`).join(', ');
    return ok('operators', { zh: `客服人员：${names}`, en: `Operators: ${names}` });
  }
  return warning(
    'operators',
    {
      zh: '没有能回复的客服人员，转人工后只有命令行能回',
      en: 'No operator can answer: only the command line can when a person is wanted',
    },
    {
      zh: '运行 xiaoer init，或在 xiaoer.yml 里写 operators',
      en: 'Run xiaoer init, or write operators into xiaoer.yml',
    },
  );
}

export function checkShopToken({ shopToken }: Config): Finding {
  const { secret, jwksUrl } = shopToken;
  if (jwksUrl)
    return ok('shop-token', { zh: `顾客身份：公钥 ${jwksUrl}`, en: `Customers: public keys from ${jwksUrl}` });
  if (secret) return ok('shop-token', { zh: '顾客身份：HS256 密钥', en: 'Customers: HS256 secret' });
  return warning(
    'shop-token',
    { zh: '店铺还不能证明访客是谁，来的都是访客', en: 'The shop cannot say who its visitors are: all are guests' },
    {
      zh: '设置 XIAOER_SHOP_TOKEN_SECRET 或 XIAOER_SHOP_TOKEN_JWKS_URL',
      en: 'Set XIAOER_SHOP_TOKEN_SECRET or XIAOER_SHOP_TOKEN_JWKS_URL',
    },
  );
}

export function checkOrigins({ allowedOrigins, host }: Config): Finding {
  const isLocal = host === '127.0.0.1' || host === 'localhost' || host === '::1';
  if (isLocal || !allowedOrigins.includes('*')) {
    const list = allowedOrigins.join(', ');
    return ok('origins', { zh: `可嵌入的来源：${list}`, en: `Origins that may embed: ${list}` });
  }
  return warning(
    'origins',
    { zh: '任何网页都能嵌入聊天窗口', en: 'Any page may embed the chat' },
    { zh: '在 allowedOrigins 里写上您店铺的来源', en: 'Name your shop’s origins in allowedOrigins' },
  );
}

export function checkDatabase({ database }: KeepingStatus): Finding {
  const name = database.kind === 'pglite' ? 'PGlite' : 'PostgreSQL';
  return ok('database', { zh: `数据库：${name} ${database.version}`, en: `Database: ${name} ${database.version}` });
}

export function checkShop({ origin, products, articles }: KeepingStatus): Finding {
  const counts = { zh: `商品 ${products}，文章 ${articles}`, en: `${products} products, ${articles} articles` };
  if (origin === null || origin === 'demo') {
    return warning(
      'shop',
      { zh: `现在是演示店铺（${counts.zh}）`, en: `This is the demo shop (${counts.en})` },
      {
        zh: '用 xiaoer import 目录 --from csv 导入您自己的店',
        en: 'Bring your own in with xiaoer import FOLDER --from csv',
      },
    );
  }
  if (articles === 0) {
    return warning(
      'shop',
      {
        zh: `店铺来自 ${origin}（${counts.zh}），没有文章，答不了配送、退货这些问题`,
        en: `The shop came from ${origin} (${counts.en}); without articles it cannot answer about delivery or returns`,
      },
      { zh: '在 articles.csv 里写上店铺的规则再导入', en: 'Write the shop’s rules into articles.csv and import again' },
    );
  }
  return ok('shop', { zh: `店铺来自 ${origin}：${counts.zh}`, en: `The shop came from ${origin}: ${counts.en}` });
}

export function checkBrain({ brain, endpoint }: KeepingStatus): Finding {
  if (!endpoint) {
    return ok('brain', {
      zh: `用自带的大脑回答（${brain}），不需要联网`,
      en: `The embedded brain answers (${brain}); no network is needed`,
    });
  }
  if (endpoint.ok)
    return ok('brain', { zh: `大模型接口正常：${endpoint.url}`, en: `The model endpoint answers: ${endpoint.url}` });
  return broken(
    'brain',
    {
      zh: `大模型接口不通：${endpoint.url}（${endpoint.detail}），暂由自带的大脑回答`,
      en: `The model endpoint does not answer: ${endpoint.url} (${endpoint.detail}); the embedded brain stands in`,
    },
    {
      zh: '检查 OPENAI_BASE_URL、OPENAI_API_KEY 和 OPENAI_MODEL',
      en: 'Check OPENAI_BASE_URL, OPENAI_API_KEY and OPENAI_MODEL',
    },
  );
}
