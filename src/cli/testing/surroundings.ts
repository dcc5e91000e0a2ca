import { Readable } from 'node:stream';
import { findSecret } from '../../identity/secrets.ts';
import type { Keeping, ServerDeps } from '../../server/deps.ts';
import { OPERATOR_HEADER } from '../../server/middleware/bearer.ts';
import { createWorld } from '../../server/testing/world.ts';
import type { OpenDoor } from '../door.ts';
import { run } from '../run.ts';

/** A terminal that remembers, and a door to a server over fakes. */
export function createCli(
  options: {
    input?: string;
    keeping?: Keeping;
    ready?: () => Promise<void>;
    changes?: Partial<ServerDeps>;
    env?: Record<string, string>;
  } = {},
) {
  const world = createWorld({}, { ...(options.keeping && { keeping: options.keeping }), ...options.changes });
  const state = { out: [] as string[], notes: [] as string[], opened: 0, closed: 0 };
  const openDoor: OpenDoor = async ({ operatorName }, locale) => {
    state.opened++;
    return {
      url: null,
      ready: options.ready ?? (async () => {}),
      async request(method, path, body) {
        const isBytes = body instanceof Blob;
        return world.call(method, path, {
          token: findSecret(world.dataDir, 'local') ?? '',
          headers: {
            ...{ 'accept-language': locale, [OPERATOR_HEADER]: encodeURIComponent(operatorName) },
            ...(isBytes && { 'content-type': 'application/octet-stream' }),
          },
          ...(body !== undefined && { body: isBytes ? new Uint8Array(await body.arrayBuffer()) : body }),
        });
      },
      async close() {
        state.closed++;
      },
    };
  };
  return {
    ...{ world, state },
    /** Runs one command line; its exit code. */
    async run(...argv: string[]) {
      state.out.length = 0;
      state.notes.length = 0;
      return run(argv, {
        terminal: {
          out: (line) => state.out.push(line),
          note: (line) => state.notes.push(line),
          input: Readable.from([options.input ?? '']),
          interactive: false,
          colour: false,
        },
        openDoor,
        env: { XIAOER_DATA_DIR: world.dataDir, LANG: 'zh_CN.UTF-8', ...options.env },
      });
    },
    text: () => state.out.join('\n'),
    notes: () => state.notes.join('\n'),
    json: () => JSON.parse(state.out.join('\n')) as Record<string, unknown>,
  };
}

export type Cli = ReturnType<typeof createCli>;
