import type { Migration } from './migration.ts';

export const shop: Migration = {
  number: 3,
  name: 'shop',
  sql: `
create table shop (
  only_one boolean primary key default true check (only_one),
  info jsonb,
  origin text,
  catalogue_version bigint not null
);
insert into shop (catalogue_version) values (0);

create table shop_categories (
  id text collate "C" primary key,
  position integer not null unique,
  document jsonb not null
);

create table shop_products (
  id text collate "C" primary key,
  position integer not null unique,
  document jsonb not null
);

-- Stock is a column, not a member of the document: it is counted down under a row lock and checked by the database.
create table shop_variants (
  product_id text collate "C" not null references shop_products (id) on delete cascade,
  id text collate "C" not null,
  position integer not null,
  stock bigint check (stock >= 0),
  document jsonb not null,
  primary key (product_id, id)
);
create index shop_variants_id on shop_variants (id);

create table shop_customers (
  id text collate "C" primary key,
  document jsonb not null
);

create table shop_orders (
  id text collate "C" primary key,
  number_key text collate "C" not null unique,
  customer_id text collate "C",
  placed_at timestamptz not null,
  version bigint not null,
  document jsonb not null
);
create index shop_orders_customer on shop_orders (customer_id, placed_at desc, id desc);

create table shop_returns (
  id text collate "C" primary key,
  order_id text collate "C" not null references shop_orders (id) on delete cascade,
  created_at timestamptz not null,
  document jsonb not null
);
create index shop_returns_order on shop_returns (order_id, created_at, id);

create table shop_coupons (
  id text collate "C" primary key,
  position integer not null unique,
  customer_id text collate "C",
  document jsonb not null
);

create table shop_articles (
  id text collate "C" primary key,
  position integer not null unique,
  document jsonb not null
);

create table shop_writes (
  key text collate "C" primary key,
  fingerprint text not null,
  answer jsonb not null
);
`,
};
