import type { Migration } from './migration.ts';

/** What the clerk may quote: sources, articles, their versions, and the pieces that a search looks at. */
export const knowledge: Migration = {
  number: 9,
  name: 'knowledge',
  sql: `
create table knowledge_sources (
  id text primary key,
  kind text not null check (kind in ('shop', 'rules', 'file', 'page', 'sitemap', 'written')),
  name text not null,
  settings jsonb not null default '{}',
  created_at timestamptz not null,
  -- what its articles were last made from: a version of the shop, a digest of the rules or of a file
  state text,
  synced_at timestamptz
);

create table knowledge_articles (
  id text primary key,
  source_id text not null references knowledge_sources (id),
  key text not null,
  -- of several articles for one topic the first is the general one
  position bigint not null,
  -- null: a draft, or taken away
  published integer,
  unique (source_id, key)
);

create table knowledge_versions (
  article_id text not null references knowledge_articles (id),
  number integer not null check (number > 0),
  title jsonb not null,
  body jsonb not null,
  topics text[] not null,
  audience text not null check (audience in ('public', 'signed-in', 'internal')),
  valid_from timestamptz,
  valid_until timestamptz,
  by text not null,
  at timestamptz not null,
  note text not null,
  primary key (article_id, number)
);

create table knowledge_chunks (
  id bigint generated always as identity primary key,
  article_id text not null references knowledge_articles (id),
  version integer not null,
  article_position bigint not null,
  position integer not null,
  locale text not null check (locale in ('zh', 'en')),
  -- the article has no other language: found from both
  alone boolean not null,
  title text not null,
  heading text not null,
  text text not null,
  topics text[] not null,
  audience text not null,
  valid_from timestamptz,
  valid_until timestamptz,
  -- distinct terms of title and heading, and of the text; together they are what the index holds
  name_terms text[] not null,
  text_terms text[] not null,
  terms text[] not null,
  terms_version integer not null,
  vector bytea,
  vector_model text
);
-- without a list of entries that wait: every search would read through it
create index knowledge_chunks_terms on knowledge_chunks using gin (terms) with (fastupdate = off);
create index knowledge_chunks_topics on knowledge_chunks using gin (topics);
create index knowledge_chunks_article on knowledge_chunks (article_id);

-- in how many pieces a term stands, by the language that is searched and by audience; the term '' stands for every piece
create table knowledge_terms (
  locale text not null,
  term text not null,
  audience text not null,
  chunks integer not null,
  primary key (locale, term, audience)
);

-- what is left of a word's beginning without up to two of its letters: two words within two edits have one of these in common
create function knowledge_near(word text) returns text[] language sql immutable as $body$
  select array_agg(distinct case when one = 0 then once else left(once, one - 1) || substr(once, one + 1) end)
  from (select left(word, 7) as whole) as beginning,
    lateral generate_series(0, length(whole)) as two,
    lateral (select case when two = 0 then whole else left(whole, two - 1) || substr(whole, two + 1) end as once) as cut,
    lateral generate_series(0, greatest(two - 1, 0)) as one
$body$;

-- Latin words of the pieces, to find what a misspelt one means
create table knowledge_words (
  word text primary key,
  near text[] not null
);
create index knowledge_words_near on knowledge_words using gin (near);

-- grows with every change of a piece: by it a process knows whether what it holds in memory is still so
create table knowledge_changes (
  one boolean primary key default true check (one),
  revision bigint not null
);
`,
};
