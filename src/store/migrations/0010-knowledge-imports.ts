import type { Migration } from './migration.ts';

/** Imports and their files, until they are read; and what an article's source says of it, beside what people made of it. */
export const knowledgeImports: Migration = {
  number: 10,
  name: 'knowledge-imports',
  sql: `
-- the file or page of its source that it is in
alter table knowledge_articles add column file text;
-- of what its source last said
alter table knowledge_articles add column source_digest text;
alter table knowledge_articles add column removed_by text;
alter table knowledge_articles add column removed_at timestamptz;
alter table knowledge_articles add column removed_note text;
-- taken away because its source has it no more
alter table knowledge_articles add column gone boolean not null default false;
create index knowledge_articles_file on knowledge_articles (source_id, file);
create index knowledge_articles_position on knowledge_articles (position, id);

create table knowledge_acts (
  article_id text not null references knowledge_articles (id),
  number integer not null,
  act text not null check (act in ('publish', 'remove')),
  version integer,
  by text not null,
  at timestamptz not null,
  note text not null,
  primary key (article_id, number)
);

create table knowledge_imports (
  -- sorts by time
  id text collate "C" primary key,
  settings jsonb not null,
  state text not null check (state in ('open', 'queued', 'running', 'done', 'cancelled')),
  by text not null,
  at timestamptz not null,
  finished_at timestamptz,
  -- pages that the sitemap leads to
  found integer,
  -- articles of pages that it leads to no more
  removed integer not null default 0,
  -- who works on it, and until when others leave it alone
  lease_owner text,
  lease_until timestamptz
);
create index knowledge_imports_waiting on knowledge_imports (id) where state in ('queued', 'running');

create table knowledge_import_files (
  import_id text collate "C" not null references knowledge_imports (id),
  position integer not null,
  name text not null,
  state text not null check (state in ('arriving', 'queued', 'read', 'unchanged', 'failed', 'cancelled')),
  attempts integer not null default 0,
  articles integer not null default 0,
  changed integer not null default 0,
  removed integer not null default 0,
  problems jsonb not null default '[]',
  primary key (import_id, position),
  unique (import_id, name)
);

-- a file's bytes until it is read
create table knowledge_import_parts (
  import_id text collate "C" not null,
  position integer not null,
  part integer not null,
  bytes bytea not null,
  primary key (import_id, position, part),
  foreign key (import_id, position) references knowledge_import_files (import_id, position)
);
`,
};
