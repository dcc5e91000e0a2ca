import type { Migration } from './migration.ts';

/** What became of an intent, for as long as the turn that is to tell it has not spoken; and lists that begin with the newest. */
export const outcomes: Migration = {
  number: 8,
  name: 'outcomes',
  sql: `
-- The turn that is to tell it, and in which words it is told where that turn can no longer speak.
alter table intents add column teller text collate "C";
alter table intents add column untold bytea;
create index intents_untold on intents (conversation_id) where untold is not null;

create index approvals_listed on approvals (opened_at, id);
create index tickets_listed on tickets (created_at, id);
`,
};
