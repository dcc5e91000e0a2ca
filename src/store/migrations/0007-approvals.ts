import type { Migration } from './migration.ts';

/** Writes that wait for a person, what each account was paid back, and the notes and alerts that are kept for people and customers. */
export const approvals: Migration = {
  number: 7,
  name: 'approvals',
  sql: `
alter table intents drop constraint intents_state_check;
alter table intents add constraint intents_state_check
  check (state in ('awaiting-approval', 'planned', 'sent', 'done', 'refused', 'unknown'));
-- Null: the owner of the conversation does not matter any more, a person has decided.
alter table intents add column epoch integer;
-- Whose limits the amount counts against: the customer, or the order where there is none.
alter table intents add column account text collate "C";
-- Minor units that go out to the customer.
alter table intents add column amount bigint not null default 0;
alter table intents add column sent_at timestamptz;
create index intents_spent on intents (planned_at) where amount > 0;
create index intents_of_conversation on intents (conversation_id, planned_at);

create table customer_grants (
  conversation_id text collate "C" primary key,
  customer_id text collate "C" not null,
  at timestamptz not null
);

create table approvals (
  id text collate "C" primary key,
  intent_key text collate "C" not null unique,
  conversation_id text collate "C" not null,
  why text not null check (why in ('limit', 'by-hand')),
  amount bigint not null,
  currency text not null,
  -- How many different people have to agree.
  needed integer not null check (needed in (1, 2)),
  state text not null check (state in ('open', 'approved', 'refused', 'expired')),
  opened_at timestamptz not null,
  expires_at timestamptz,
  first_by text,
  first_at timestamptz,
  second_by text,
  second_at timestamptz,
  refused_by text,
  refused_at timestamptz,
  reason bytea,
  check (first_by <> second_by)
);
create index approvals_open on approvals (opened_at, id) where state = 'open';

create table tickets (
  id text collate "C" primary key,
  conversation_id text collate "C" not null,
  state text not null check (state in ('open', 'closed')),
  created_at timestamptz not null,
  content bytea not null,
  closed_by text,
  closed_at timestamptz
);
create index tickets_open on tickets (created_at, id) where state = 'open';
create index tickets_of_conversation on tickets (conversation_id, created_at);

create table alerts (
  id text collate "C" primary key,
  conversation_id text collate "C" not null,
  product_id text collate "C" not null,
  variant_id text collate "C" not null,
  state text not null check (state in ('open', 'delivered', 'closed')),
  created_at timestamptz not null,
  ended_at timestamptz
);
create index alerts_open on alerts (created_at, id) where state = 'open';
create index alerts_of_conversation on alerts (conversation_id, created_at);
`,
};
