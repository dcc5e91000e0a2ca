import { ownSecret } from '../identity/secrets.ts';
import type { ServerDeps } from './deps.ts';
import { type Listening, listen } from './listen.ts';
import { createMethods } from './methods.ts';
import { findAddress } from './middleware/address.ts';
import { requireLocal, requireOperator } from './middleware/bearer.ts';
import { checkBody } from './middleware/body.ts';
import { secure, shareWith, unkept } from './middleware/headers.ts';
import { createLimits } from './middleware/limits.ts';
import { openaiRoutes } from './openai/doors.ts';
import { openaiErrorResponse } from './openai/errors.ts';
import { apiDocument, describeApi } from './openapi.ts';
import { problem, problemResponse } from './problem.ts';
import { createRoutes } from './routes/api.ts';
import { approvalRoutes } from './routes/approvals.ts';
import { askRoutes } from './routes/ask.ts';
import { auditRoutes } from './routes/audit.ts';
import { conversationRoutes } from './routes/conversation.ts';
import { demoRoutes } from './routes/demo.ts';
import { healthRoutes } from './routes/health.ts';
import { keepingRoutes } from './routes/keeping.ts';
import { knowledgeArticleRoutes } from './routes/knowledge-articles.ts';
import { knowledgeImportRoutes } from './routes/knowledge-imports.ts';
import { operatorRoutes } from './routes/operator.ts';
import { policyRoutes } from './routes/policy.ts';
import { replayRoutes } from './routes/replay.ts';
import { sessionRoutes } from './routes/sessions.ts';
import { shopRoutes } from './routes/shop.ts';
import { staticRoutes } from './routes/static.ts';
import { ticketRoutes } from './routes/tickets.ts';
import { wordsRoutes } from './routes/words.ts';
import { createStreams } from './stream/streams.ts';

export interface Server {
  /** Serves one request in process. */
  fetch: (request: Request) => Promise<Response>;
  /** @throws AppError `server.cannot-listen` */
  listen(): Promise<Listening>;
}

export function createServer(deps: ServerDeps): Server {
  const { config, log } = deps;
  const localToken = ownSecret(config.dataDir, 'local', deps.random);
  const apiKeys = config.apiKeys.length > 0 ? config.apiKeys : [ownSecret(config.dataDir, 'apiKey', deps.random)];
  const limits = createLimits(config.limits);
  const streams = createStreams(deps);
  const local = requireLocal(localToken);

  const app = createRoutes();
  app.use(findAddress(config.trustedProxies), secure);
  app.use('/api/*', shareWith(config.allowedOrigins));
  for (const path of ['/api/*', '/v1/*']) app.use(path, limits.requests);
  // Who may not come in sends no large body either.
  app.use('/local/*', unkept, local, checkBody);
  for (const path of ['/api/*', '/v1/*']) app.use(path, unkept, checkBody);

  app.route('/', healthRoutes(deps));
  app.route('/', sessionRoutes(deps, limits, streams));
  app.route('/', conversationRoutes(deps, limits, streams));
  app.route('/', shopRoutes(deps));
  app.route('/', demoRoutes(deps, limits));
  app.route('/', operatorRoutes(deps, '/api/operator', requireOperator(deps.operators)));
  app.route('/', operatorRoutes(deps, '/local', local));
  app.route('/', approvalRoutes(deps, '/api/operator', requireOperator(deps.operators)));
  app.route('/', approvalRoutes(deps, '/local', local));
  app.route('/', ticketRoutes(deps, '/api/operator', requireOperator(deps.operators)));
  app.route('/', ticketRoutes(deps, '/local', local));
  for (const [door, guard] of [
    ['/api/operator', requireOperator(deps.operators)],
    ['/local', local],
  ] as const) {
    app.route('/', knowledgeArticleRoutes(deps, door, guard));
    app.route('/', knowledgeImportRoutes(deps, door, guard));
  }
  app.route('/', auditRoutes(deps));
  app.route('/', replayRoutes(deps));
  app.route('/', askRoutes(deps));
  app.route('/', keepingRoutes(deps));
  app.route('/', policyRoutes(deps));
  app.route('/', wordsRoutes(deps));
  app.route('/', openaiRoutes(deps, apiKeys));
  app.route('/', staticRoutes(deps));
  describeApi(app);
  const document = once(() => apiDocument(app));
  app.get('/openapi.json', (c) => c.json(document(), 200, { 'access-control-allow-origin': '*' }));

  const methodsOf = once(() => createMethods(document()));
  app.notFound((c) => {
    const methods = methodsOf()(c.req.path);
    if (methods.length > 0) {
      c.header('allow', methods.join(', '));
      throw problem('request.wrong-method');
    }
    throw problem('route.unknown', c.req.path);
  });
  app.onError((error, c) =>
    c.req.path.startsWith('/v1/') ? openaiErrorResponse(c, error, log) : problemResponse(c, error, log),
  );

  return {
    fetch: async (request) => app.fetch(request, {}),
    listen: () => listen(config, app.fetch, streams.close),
  };
}

/** What `make` gives, made for the first who asks: of the API's document few servers are ever asked. */
function once<Made extends object>(make: () => Made): () => Made {
  let made: Made | undefined;
  return () => (made ??= make());
}
