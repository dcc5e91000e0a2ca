import type { Migration } from './migration.ts';

export const acts: Migration = {
  number: 2,
  name: 'acts',
  sql: `
create table journal (
  turn_id text collate "C" not null,
  number integer not null,
  kind text not null,
  payload bytea not null,
  primary key (turn_id, number)
);

create table confirmations (
  id text collate "C" primary key,
  conversation_id text collate "C" not null,
  quote bytea not null,
  quote_hash text not null,
  state text not null check (state in ('open', 'used', 'cancelled')),
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index confirmations_open on confirmations (conversation_id) where state = 'open';

create table intents (
  key text collate "C" primary key,
  confirmation_id text collate "C" not null unique,
  turn_id text collate "C" not null,
  conversation_id text collate "C" not null,
  command text not null,
  quote bytea not null,
  state text not null check (state in ('planned', 'sent', 'done', 'refused', 'unknown')),
  effect bytea,
  planned_at timestamptz not null
);
create index intents_unsettled on intents (planned_at) where state in ('planned', 'sent');

create table audit (
  sequence bigint primary key,
  at timestamptz not null,
  conversation_id text collate "C" not null,
  turn_id text collate "C" not null,
  command text not null,
  decision text not null,
  payload bytea not null,
  prev_hash bytea not null,
  hash bytea not null
);
create index audit_conversation on audit (conversation_id, sequence);

create table grants (
  conversation_id text collate "C" not null,
  order_id text collate "C" not null,
  at timestamptz not null,
  primary key (conversation_id, order_id)
);
`,
};
