import { prepareDatabaseImage } from './database-image.ts';
import { buildWeb } from './web.ts';

/** Runs after `npm ci`: the pages are bundled and an empty database is made ready, so that the first start takes seconds. */
await Promise.all([buildWeb(), prepareDatabaseImage()]);
