import type { Customer } from '../core/customer.ts';
import type { CustomerQuery } from '../shops/shop.ts';
import type { Queries } from './database.ts';

/** More than this share a name and a postcode only where the data is wrong. */
const MOST = 10;

/** The expression of the indexes shop_customers_email and shop_customers_name. */
const folded = (text: string) => `lower(regexp_replace(normalize(${text}, NFKC), '\\s', '', 'g'))`;

const blank = (text: string) => text.normalize('NFKC').trim() === '';

export async function findCustomers(queries: Queries, query: CustomerQuery): Promise<Customer[]> {
  const rows =
    'email' in query
      ? !blank(query.email) &&
        (await queries.query<{ document: Customer }>(
          `select document from shop_customers where ${folded("document ->> 'email'")} = ${folded('$1::text')}
           order by id limit ${MOST}`,
          [query.email],
        ))
      : !blank(query.name) &&
        !blank(query.postcode) &&
        (await queries.query<{ document: Customer }>(
          `select document from shop_customers where ${folded("document ->> 'name'")} = ${folded('$1::text')}
             and exists (
               select from jsonb_array_elements(document -> 'addresses') as address
               where ${folded("address ->> 'postcode'")} = ${folded('$2::text')}
             )
           order by id limit ${MOST}`,
          [query.name, query.postcode],
        ));
  return rows ? rows.map(({ document }) => document) : [];
}
