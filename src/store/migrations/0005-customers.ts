import type { Migration } from './migration.ts';

export const customers: Migration = {
  number: 5,
  name: 'customers',
  sql: `
-- As they are looked up: width, case and spaces do not count.
create index shop_customers_email on shop_customers
  (lower(regexp_replace(normalize(document ->> 'email', NFKC), '\\s', '', 'g')));
create index shop_customers_name on shop_customers
  (lower(regexp_replace(normalize(document ->> 'name', NFKC), '\\s', '', 'g')));
`,
};
