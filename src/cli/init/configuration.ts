export interface InitialSecrets {
  /** sha-256 of the first operator's token. */
  operatorHash: string;
  shopTokenSecret: string;
}

/** `xiaoer.yml` as a shop owner first sees it: every setting with what it means, those without need left out by a `#`. */
export function initialConfiguration({ operatorHash, shopTokenSecret }: InitialSecrets): string {
  return `# 小二的配置 · Xiaoer's configuration
# 改完后重启服务。环境变量优先于本文件。 · Restart after a change. Environment variables come first.

# 监听的端口和地址。要让别的机器访问，用 0.0.0.0 并在前面放 HTTPS 反向代理。
# Port and address. For other machines use 0.0.0.0 behind an HTTPS proxy.
port: 3000
host: 127.0.0.1

# 店铺页面所在的来源，只有它们能嵌入聊天窗口；* 表示任何页面。
# Origins whose pages may embed the chat; * is any.
allowedOrigins:
  - '*'
#  - https://www.example.com

# 反向代理的地址：只信它们给的 X-Forwarded-For。 · Proxies whose X-Forwarded-For is believed.
trustedProxies: []
#  - 127.0.0.1

# 店铺怎样证明访客是谁：用这个密钥以 HS256 签一个 JWT（sub 是顾客编号，aud 是 xiaoer，必须有 exp）。
# How the shop proves who its visitor is: a JWT signed with this secret (HS256; sub: customer id, aud: xiaoer, exp required).
shopToken:
  secret: ${shopTokenSecret}
  audience: xiaoer
#  issuer: https://www.example.com
#  jwksUrl: https://www.example.com/.well-known/jwks.json   # 用公钥时 · with public keys instead

# 客服人员：viewer 只看，agent 回复、接管、审批，admin 全部。token 写明文或它的 sha-256。
# People: viewer reads, agent answers, takes over and approves, admin does all. The token itself or its sha-256.
operators:
  - name: admin
    role: admin
    token: ${operatorHash}

# 大模型（可选）：任何兼容 OpenAI 的接口，云端或本地。没有也能工作。
# Optional: a language model at an OpenAI-compatible endpoint, hosted or local. It works without one.
# brain: auto          # auto | embedded | llm
# openai:
#   baseUrl: http://127.0.0.1:11434/v1
#   apiKey: sk-...
#   model: qwen3
#   timeoutMs: 20000

# 按意思找答案（可选）：在按字词找之外再加一路。own 用自带的模型，endpoint 用兼容 OpenAI 的向量接口。
# Optional: answers found by their meaning too: own (the shipped model) or endpoint (OpenAI-compatible embeddings).
# embeddings:
#   from: none           # none | own | endpoint
#   baseUrl: http://127.0.0.1:11434/v1
#   apiKey: sk-...
#   model: bge-m3
#   answersFrom: 0.6     # 相似度到多少才算回答 · from this likeness on it answers by itself

# 小二自己的 OpenAI 兼容接口用的密钥；不写就用数据目录里的 api.key。
# Keys of Xiaoer's own OpenAI-compatible doors; without any, api.key of the data folder.
# apiKeys:
#   - a-key-of-at-least-16-characters

# PostgreSQL（可选），不写就用数据目录里的内嵌数据库。 · PostgreSQL (optional) instead of the embedded database.
# databaseUrl: postgres://xiaoer:password@127.0.0.1:5432/xiaoer

# 每分钟的限额 · what one address or visitor may ask for in a minute
# limits:
#   requests: 600      # 每个地址的请求 · requests of one address
#   sessions: 60       # 每个地址的新会话 · new sessions of one address
#   messages: 30       # 每位访客的消息 · messages of one visitor
#   streams: 200       # 每个地址同时打开的流 · open streams of one address

# 连着发来的几条消息，隔多少毫秒算一次说完。 · Milliseconds within which messages in a row are one turn.
# burstWindowMs: 700
# 确认卡片多少分钟后失效。 · Minutes after which a confirmation card expires.
# confirmationMinutes: 15
# 一个会话能做多少，等店铺系统和同事多久。 · What one conversation may do, and how long shop and people are waited for.
# budget:
#   callsPerTurn: 12     # 一轮里最多查办几次 · commands of one turn
#   writesPerHour: 20    # 一小时最多确认几次 · confirmed writes in an hour
#   settlingSeconds: 60  # 没有幂等键的店铺系统，多久后才可以重试 · before a platform without keys is asked again
#   approvalHours: 72    # 多久没有人审批就过期 · after which an undecided request lapses
# logLevel: warn       # debug | info | warn | error | silent
`;
}

/** What goes into the shop's pages, before the closing body tag. */
export function scriptTag(url: string): string {
  return `<script src="${url}/widget.js" data-locale="zh" async></script>`;
}
