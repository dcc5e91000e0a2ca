import { createAdaptorServer } from '@hono/node-server';
import { AppError } from '../core/errors.ts';
import { SECOND } from '../core/instant.ts';
import type { Config } from '../platform/config.ts';

export interface Listening {
  url: string;
  /** Ends the streams, lets running requests finish for a moment, then closes. */
  close(): Promise<void>;
}

/** For a request to arrive whole: a client that dribbles holds nothing for long. Streams are answers and not meant. */
const REQUEST_TIMEOUT = 30 * SECOND;
/** What running requests get at the end. */
const FAREWELL = 5 * SECOND;

const REASONS: Record<string, { zh: string; en: string }> = {
  EADDRINUSE: { zh: '端口已被占用', en: 'the port is in use' },
  EACCES: { zh: '没有权限使用这个端口', en: 'this port may not be used' },
  EADDRNOTAVAIL: { zh: '本机没有这个地址', en: 'this machine has no such address' },
};

function cannotListen(config: Pick<Config, 'host' | 'port'>, error: NodeJS.ErrnoException): AppError {
  const where = `${config.host}:${config.port}`;
  const reason = REASONS[error.code ?? ''] ?? { zh: String(error.code), en: String(error.code) };
  return new AppError('server.cannot-listen', {
    cause: error,
    detail: where,
    publicMessage: {
      zh: `无法在 ${where} 上提供服务：${reason.zh}。请换一个：xiaoer start --port 3001，或设置 PORT。`,
      en: `Cannot listen on ${where}: ${reason.en}. Choose another: xiaoer start --port 3001, or set PORT.`,
    },
  });
}

/** The address to open in a browser on this machine. */
function urlOf(host: string, port: number): string {
  if (host === '0.0.0.0' || host === '::' || host === '127.0.0.1') return `http://localhost:${port}`;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

export async function listen(
  config: Pick<Config, 'host' | 'port'>,
  fetch: Parameters<typeof createAdaptorServer>[0]['fetch'],
  endStreams: () => void,
): Promise<Listening> {
  const server = createAdaptorServer({
    fetch,
    // Its own Response forgets the mark that a stream has already been answered, and would be everybody's Response.
    overrideGlobalObjects: false,
    serverOptions: { requestTimeout: REQUEST_TIMEOUT, headersTimeout: REQUEST_TIMEOUT, keepAliveTimeout: 65 * SECOND },
  });
  await new Promise<void>((done, fail) => {
    server.once('error', (error) => fail(cannotListen(config, error)));
    server.listen(config.port, config.host, done);
  });
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : config.port;
  const hangUp = () => 'closeAllConnections' in server && server.closeAllConnections();
  let open = 0;
  let closing = false;
  server.on('request', (_: unknown, answer: NodeJS.EventEmitter) => {
    open++;
    answer.once('close', () => {
      open--;
      // Browsers hold connections on which they have asked nothing yet: Node does not count those as idle.
      if (closing && open === 0) hangUp();
    });
  });
  return {
    url: urlOf(config.host, port),
    close() {
      closing = true;
      endStreams();
      return new Promise((done) => {
        const force = setTimeout(hangUp, FAREWELL);
        server.close(() => {
          clearTimeout(force);
          done();
        });
        if (open === 0) hangUp();
      });
    },
  };
}
