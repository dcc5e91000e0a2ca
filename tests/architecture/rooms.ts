// The import table of ARCHITECTURE.md: which room may import which. `x/y.ts` allows one file of a room, `*/y.ts` that file of every room.
export const ROOMS: Record<string, readonly string[]> = {
  core: [],
  platform: ['core'],
  language: ['core'],
  policy: ['core'],
  privacy: ['core', 'language'],
  identity: ['core', 'platform'],
  jobs: ['core', 'platform'],
  shops: ['core', 'platform'],
  channels: ['core', 'platform'],
  models: ['core', 'platform', 'language'],
  knowledge: ['core', 'platform', 'language', 'models', 'shops/shop.ts'],
  advice: ['core', 'language', 'knowledge', 'shops/shop.ts'],
  commands: ['core', 'policy', 'knowledge', 'advice', 'shops/shop.ts'],
  agent: [
    'core',
    'platform',
    'language',
    'policy',
    'privacy',
    'commands',
    'knowledge',
    'advice',
    'models',
    'shops/shop.ts',
  ],
  conversation: ['core', 'platform', 'language', 'privacy', 'agent'],
  store: ['core', 'platform', '*/ports.ts', 'shops/shop.ts', 'shops/sql/ports.ts'],
  server: ['core', 'platform', 'identity', 'conversation', 'channels', 'knowledge'],
};

/** Rooms whose types alone the server may name: the types of what it serves. */
export const SERVER_TYPES = ['agent', 'shops', 'commands', 'store'];
