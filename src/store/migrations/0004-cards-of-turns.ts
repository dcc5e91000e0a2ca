import type { Migration } from './migration.ts';

/** Which turn opened a card: a turn that never speaks takes its card with it. Effects whose outcome is unknown are looked for too. */
export const cardsOfTurns: Migration = {
  number: 4,
  name: 'cards of turns',
  sql: `
alter table confirmations add column turn_id text collate "C";
create index confirmations_of_turn on confirmations (turn_id) where state = 'open';

drop index intents_unsettled;
create index intents_unsettled on intents (planned_at) where state in ('planned', 'sent', 'unknown');
`,
};
