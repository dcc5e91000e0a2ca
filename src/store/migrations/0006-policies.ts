import type { Migration } from './migration.ts';

/** The shop's rules as they were published, append-only. */
export const policies: Migration = {
  number: 6,
  name: 'policies',
  sql: `
create table policies (
  number integer primary key check (number > 0),
  yaml text not null,
  digest text not null,
  by text not null,
  at timestamptz not null,
  note text not null,
  active_from timestamptz not null
);
`,
};
