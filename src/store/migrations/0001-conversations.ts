import type { Migration } from './migration.ts';

// Keys are compared byte by byte (collate "C"): PGlite and a PostgreSQL of any locale then page in the same order.
export const conversations: Migration = {
  number: 1,
  name: 'conversations',
  sql: `
create table meta (
  name text collate "C" primary key,
  value text not null
);

create table subject_keys (
  id text collate "C" primary key,
  subject text collate "C" not null unique,
  wrapped bytea not null
);

create table conversations (
  id text collate "C" primary key,
  customer_id text collate "C",
  channel text not null,
  owner text not null check (owner in ('bot', 'person', 'closed')),
  epoch integer not null,
  locale text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  last_sequence integer not null,
  state bytea
);
create index conversations_activity on conversations (updated_at desc, id desc);
create index conversations_customer on conversations (customer_id, updated_at desc, id desc);

create table events (
  conversation_id text collate "C" not null references conversations (id) on delete cascade,
  sequence integer not null,
  kind text not null,
  at timestamptz not null,
  payload bytea not null,
  client_hash text collate "C",
  primary key (conversation_id, sequence)
);
create unique index events_client on events (conversation_id, client_hash) where client_hash is not null;

create table turns (
  id text collate "C" primary key,
  conversation_id text collate "C" not null references conversations (id) on delete cascade,
  epoch integer not null,
  state text not null check (state in ('waiting', 'running', 'done', 'superseded', 'failed')),
  acted boolean not null default false,
  from_sequence integer not null,
  to_sequence integer not null,
  due_at timestamptz not null,
  attempts integer not null default 0,
  holder text,
  lease_until timestamptz
);
create unique index turns_one_runs on turns (conversation_id) where state = 'running';
create unique index turns_one_collects on turns (conversation_id) where state = 'waiting' and attempts = 0;
create index turns_waiting on turns (due_at, id) where state = 'waiting';
create index turns_conversation on turns (conversation_id);

create table sessions (
  token_hash text collate "C" primary key,
  conversation_id text collate "C" not null,
  customer_id text collate "C",
  expires_at timestamptz not null
);
create index sessions_expiry on sessions (expires_at);

create table attempts (
  key text collate "C" primary key,
  times timestamptz[] not null
);
`,
};
