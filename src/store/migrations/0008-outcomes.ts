import type { Migration } from './migration.ts';

/** What became of an intent, for as long as the turn that is to tell it has not spoken; lists that begin with the newest; what people call a ticket; and
 * which rules of a shop came with the program. */
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

-- When it was left on the shop's calendar, and the how-manieth of that day it is; null for those that were there before.
alter table tickets add column day text collate "C";
alter table tickets add column count integer;
create unique index tickets_number on tickets (day, count);

alter table policies add column shipped boolean not null default false;
`,
};
