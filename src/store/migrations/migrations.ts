import { conversations } from './0001-conversations.ts';
import { acts } from './0002-acts.ts';
import { shop } from './0003-shop.ts';
import { cardsOfTurns } from './0004-cards-of-turns.ts';
import { customers } from './0005-customers.ts';
import { policies } from './0006-policies.ts';
import { approvals } from './0007-approvals.ts';
import { outcomes } from './0008-outcomes.ts';
import { knowledge } from './0009-knowledge.ts';
import { knowledgeImports } from './0010-knowledge-imports.ts';
import type { Migration } from './migration.ts';

export const MIGRATIONS: readonly Migration[] = [
  conversations,
  acts,
  shop,
  cardsOfTurns,
  customers,
  policies,
  approvals,
  outcomes,
  knowledge,
  knowledgeImports,
];

/** Every table with rows, each after those it refers to: the order in which they are copied. */
export const TABLES = [
  'meta',
  'subject_keys',
  'conversations',
  'events',
  'turns',
  'sessions',
  'attempts',
  'journal',
  'confirmations',
  'intents',
  'audit',
  'customer_grants',
  'approvals',
  'tickets',
  'alerts',
  'grants',
  'shop',
  'shop_categories',
  'shop_products',
  'shop_variants',
  'shop_customers',
  'shop_orders',
  'shop_returns',
  'shop_coupons',
  'shop_articles',
  'shop_writes',
  'policies',
  'knowledge_sources',
  'knowledge_articles',
  'knowledge_versions',
  'knowledge_chunks',
  'knowledge_terms',
  'knowledge_words',
  'knowledge_changes',
  'knowledge_acts',
  'knowledge_imports',
  'knowledge_import_files',
  'knowledge_import_parts',
] as const;
