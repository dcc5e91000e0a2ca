import { fileURLToPath } from 'node:url';
import { createProductFinder } from './advice/finder.ts';
import { readProductNeed } from './advice/read-need.ts';
import { createApprovals } from './agent/approvals.ts';
import type { Brain } from './agent/brain.ts';
import { createEmbeddedBrain } from './agent/brains/embedded/brain.ts';
import { createLlmBrain } from './agent/brains/llm/brain.ts';
import type { Clerk } from './agent/clerk.ts';
import { createClerk } from './agent/create-clerk.ts';
import type { GateDeps } from './agent/gate-context.ts';
import { createChores } from './chores.ts';
import type { Conversations } from './conversation/conversations.ts';
import { createConversations } from './conversation/service.ts';
import { type Clock, type Random, systemClock, systemRandom } from './core/clock.ts';
import type { Understanding } from './core/understanding.ts';
import { createDemo, refreshDemo } from './demo.ts';
import { createCustomerIdentifier } from './identity/customers.ts';
import { createDemoSignIn } from './identity/demo.ts';
import { createGuestVerifier } from './identity/guests.ts';
import { createOperators } from './identity/operators.ts';
import { createSessions } from './identity/sessions.ts';
import { createShopTokenVerifier } from './identity/shop-token.ts';
import { createKeeping } from './keeping.ts';
import { createChatModel } from './models/chat.ts';
import type { Config } from './platform/config.ts';
import { armFailpoint } from './platform/failpoints.ts';
import { createHttp } from './platform/http.ts';
import { createLog, type Log } from './platform/log.ts';
import { policyLimits } from './policy/limits.ts';
import type { PolicySource } from './policy/policy.ts';
import { createPolicies, type PolicyStore, type Shipped } from './policy/published.ts';
import { createPolicyDesk } from './policy-desk.ts';
import { createRecordings, settingOf } from './recordings.ts';
import { createServer } from './server/server.ts';
import { shopEmbedder } from './shop-embedder.ts';
import { shopKnowledge } from './shop-knowledge.ts';
import { shopLibrary } from './shop-library.ts';
import { shopReader } from './shop-reader.ts';
import { allProducts } from './shops/all-products.ts';
import type { Shop } from './shops/shop.ts';
import { sqlShop } from './shops/sql/shop.ts';
import { openStore, type Store } from './store/store.ts';

export interface App {
  fetch: (request: Request) => Promise<Response>;
  listen(): Promise<{ url: string; close(): Promise<void> }>;
  close(): Promise<void>;
  understand(text: string): Promise<Understanding>;
  conversations: Conversations;
  clerk: Clerk;
  shop: Shop;
  policies: PolicyStore;
  store: Store;
  config: Config;
}

export interface AppOptions {
  clock?: Clock;
  random?: Random;
  log?: Log;
  /** Other processes may serve the same database: answer only what is asked here. */
  besideOthers?: boolean;
  /** In place of the configured brain: for tests and benches. */
  brain?: Brain;
  /** In place of the rules that come with the program: for tests of a later one. */
  shippedPolicy?: Shipped;
  /** Stands between the application and its shop: for tests of a line that breaks. */
  wrapShop?: (shop: Shop) => Shop;
}

const WEB = fileURLToPath(new URL('../build/web', import.meta.url));

/** Which brain speaks: `auto` takes the endpoint where one is configured. */
function wantsEndpoint({ brain, endpointConfigured }: Config): boolean {
  return brain === 'llm' || (brain === 'auto' && endpointConfigured);
}

/**
 * Wires every room into one application. Nothing listens and no turn runs before `listen` (or the first `fetch`).
 * @throws AppError `store.locked` when another process holds the data folder, `store.unreachable` when the database does not answer
 */
export async function createApp(config: Config, options: AppOptions = {}): Promise<App> {
  armFailpoint(config.failpoint);
  const clock = options.clock ?? systemClock;
  const random = options.random ?? systemRandom(clock);
  const log = options.log ?? createLog(config);
  const store = await openStore({ config, clock, random, log });
  try {
    return await wire(config, options, { clock, random, log, store });
  } catch (error) {
    await store.close();
    throw error;
  }
}

interface Ground {
  clock: Clock;
  random: Random;
  log: Log;
  store: Store;
}

async function wire(config: Config, options: AppOptions, ground: Ground): Promise<App> {
  const { clock, random, log, store } = ground;
  await refreshDemo(store.shopTables, clock, log);
  const embeddedShop = sqlShop(store.shopTables);
  const shop = options.wrapShop?.(embeddedShop) ?? embeddedShop;
  const version = () => shop.catalogueVersion();
  const configured = [config.openai.baseUrl, config.embeddings.baseUrl, config.shopToken.jwksUrl].filter(
    (url) => url !== undefined,
  );
  const http = createHttp({ allowedOrigins: configured });
  const isDemo = async () => (await store.shopTables.origin())?.startsWith('demo') ?? false;
  const signIn = createDemoSignIn({ secret: store.lookup('secret', 'demo-sign-in'), clock, active: isDemo });

  const guests = createGuestVerifier({
    findOrder: (number) => shop.findOrder(number),
    attempts: store.attempts,
    secret: store.lookup('secret', 'guests'),
    clock,
  });
  const understander = shopReader({ config, shop, clock, log });
  const policies = createPolicies({ versions: store.policies, clock, shipped: options.shippedPolicy });
  await policies.adopt();
  if (await policies.isShippedNewer()) log.warn('policy.shipped-newer', { see: 'xiaoer policy diff' });
  // Turns that ask the rules fail until others are published; the command line has to be able to do that.
  await policies.current().catch((error) => log.error('policy.invalid', { error: String(error) }));
  const embedder = shopEmbedder({ config, fetch: http.fetch, reader: understander });
  const knowledge = shopKnowledge({ shop, policies, store, understander, clock, log, embedder });
  const { library, imports, runner } = shopLibrary({ store, clock, random, log, keepIndex: knowledge.keepIndex });
  const gate: GateDeps = {
    shop,
    finder: createProductFinder({ products: () => allProducts(shop), version }),
    knowledge,
    policies,
    confirmations: store.confirmations,
    intents: store.intents,
    approvals: store.approvals,
    tickets: store.tickets,
    alerts: store.alerts,
    audit: store.audit,
    grants: store.grants,
    verifier: guests,
    identifier: createCustomerIdentifier({
      findCustomers: (query) => shop.findCustomers(query),
      attempts: store.attempts,
      secret: store.lookup('secret', 'customers'),
      clock,
    }),
    clock,
    random,
    log,
    confirmationMinutes: config.confirmationMinutes,
    budget: config.budget,
    limits: policyLimits,
    announce: (events) => conversations.announce(events),
  };
  const brainUnder = (rules: PolicySource) => createEmbeddedBrain({ readProductNeed, policies: rules });
  const embedded = brainUnder(policies);
  const model = wantsEndpoint(config)
    ? createChatModel({ config: config.openai, fetch: http.fetch, clock, random, log })
    : null;
  const brain = options.brain ?? (model ? createLlmBrain(model) : embedded);
  const setting = settingOf({ config, understander, version, brain, model });
  const clerk = createClerk({
    ...{ gate, brain, embedded, understander, clock, log, journal: store.journal, random, setting },
  });
  const conversations = createConversations({
    store: store.conversations,
    clerk,
    clock,
    random,
    log,
    burstWindowMs: config.burstWindowMs,
    shared: store.kind === 'postgres',
    ownOnly: options.besideOthers,
  });

  let running = false;
  let beginning: Promise<void> | null = null;
  const chores = createChores({ gate, tables: store.shopTables, clock, log, imports: runner });
  const settle = async () => {
    if (!options.besideOthers) await chores.settle();
  };
  const begin = () => {
    beginning ??= (async () => {
      await conversations.start();
      running = true;
      if (!options.besideOthers) chores.start();
      await settle();
    })().catch((error) => {
      beginning = null;
      throw error;
    });
    return beginning;
  };
  const server = createServer({
    config,
    clock,
    random,
    log,
    conversations,
    clerk,
    shop,
    sessions: createSessions({ store: store.sessions, clock, random }),
    verifyShopToken: createShopTokenVerifier({ trusted: [config.shopToken, signIn.trust], http, clock, log }),
    operators: createOperators(config.operators),
    demo: createDemo(store.shopTables, signIn.sign),
    approvals: createApprovals(gate),
    tickets: store.tickets,
    audit: store.audit,
    recordings: createRecordings({ journal: store.journal, shop, policies, embedded: brainUnder }),
    policyDesk: createPolicyDesk({ policies, shop }),
    ...{ library, imports, knowledge },
    keeping: createKeeping({ config, store, shop, clock, brain: brain.name, model, resume: settle }),
    ready: async () => {
      if (!running) return false;
      await store.ping();
      return true;
    },
    webDir: WEB,
  });

  return {
    fetch: async (request) => {
      await begin();
      return server.fetch(request);
    },
    async listen() {
      await begin();
      // The model opens now: what is wrong with it is told at the start, and no customer waits for it.
      await understander.understand('');
      const listening = await server.listen();
      store.announce(listening.url);
      return listening;
    },
    async close() {
      chores.stop();
      await conversations.stop();
      await runner.stop();
      await knowledge.close();
      await understander.close();
      await store.close();
    },
    understand: (text) => understander.understand(text),
    conversations,
    clerk,
    shop,
    policies,
    store,
    config,
  };
}
