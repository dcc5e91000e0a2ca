import { createApp } from '../src/app.ts';
import { loadConfig } from '../src/platform/config.ts';
import { silentLog } from '../src/platform/log.ts';
import { calls, startScriptedOpenAi, words } from '../tests/support/scripted-openai.ts';
import { temporaryFolder } from '../tests/support/server.ts';
import { describeMachine, milliseconds, percentile, printTable } from './support.ts';

const TURNS = 300;
const WARM_UP = 30;
const QUESTION = '我想了解您的商品的配送时间';

/** What a model would do for the question: look it up, then say it. */
const scripted = () =>
  startScriptedOpenAi(({ body }) =>
    body.messages.at(-1)?.role === 'tool'
      ? words('江浙沪一般 1–2 天送到，其他城市 2–4 天。')
      : calls({ name: 'search_knowledge', input: { text: QUESTION, topic: 'ask_delivery_time' } }),
  );

/** The two requests of the turn with bare fetch, each read to its end: what no client can undercut. */
async function bareRequests(url: string): Promise<void> {
  for (const messages of [
    [{ role: 'user', content: QUESTION }],
    [{ role: 'tool', tool_call_id: 'c', content: '{}' }],
  ]) {
    const answer = await fetch(`${url}/chat/completions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ model: 'scripted', stream: true, messages }),
    });
    await answer.text();
  }
}

async function timed(work: () => Promise<void>): Promise<number[]> {
  const figures: number[] = [];
  for (let turn = 0; turn < TURNS + WARM_UP; turn++) {
    const started = performance.now();
    await work();
    if (turn >= WARM_UP) figures.push(performance.now() - started);
  }
  return figures;
}

/** The same turn by the scripted endpoint, and by the bare requests in it: the difference is ours. */
export async function benchEndpoint(): Promise<void> {
  const endpoint = await scripted();
  const folder = temporaryFolder();
  const env = {
    XIAOER_BURST_WINDOW_MS: '0',
    XIAOER_BRAIN: 'llm',
    OPENAI_BASE_URL: endpoint.url,
    OPENAI_API_KEY: 'scripted',
  };
  const app = await createApp(loadConfig({ dataDir: folder.path, env }), { log: silentLog });
  await app.conversations.start();
  const brains = new Set<string>();
  const bare = await timed(() => bareRequests(endpoint.url));
  const whole = await timed(async () => {
    const { id } = await app.conversations.open({ customerId: null, channel: 'bench', locale: 'zh' });
    const { event } = await app.conversations.post(id, { clientMessageId: 'm', text: QUESTION });
    const reply = await app.conversations.replyTo(id, event.sequence, new AbortController().signal);
    if (reply?.kind === 'reply-sent') brains.add(reply.payload.brain);
  });
  await app.close();
  await endpoint.close();
  folder.remove();
  const columns = (figures: number[]) => [0.5, 0.95, 0.99].map((share) => milliseconds(percentile(figures, share)));
  printTable(
    `The same turn through an endpoint (${describeMachine()})`,
    ['what', 'p50', 'p95', 'p99'],
    [
      ['bare HTTP: the two requests of the turn', ...columns(bare)],
      [`the whole turn (brain: ${[...brains].join(', ')})`, ...columns(whole)],
      ['our overhead at p50', milliseconds(percentile(whole, 0.5) - percentile(bare, 0.5)), '', ''],
    ],
  );
}
