import type { PersonalKind } from '../../../privacy/detect.ts';
import type { KnownValue } from '../../../privacy/known.ts';
import type { BrainView } from '../../brain.ts';

/** Members of customers, contacts and addresses that say who somebody is. The province and the city stay: deliveries are asked about by them. */
const MEMBERS: Record<string, PersonalKind> = {
  name: 'NAME',
  phone: 'PHONE',
  email: 'EMAIL',
  street: 'ADDRESS',
  district: 'ADDRESS',
  postcode: 'ADDRESS',
};
const PLACES = new Set(['address', 'contact', 'addresses', 'customer']);

/** Everything in a view that is known to be somebody's: the account's, and that of every order in this turn's results. */
export function knownValuesIn(view: BrainView): KnownValue[] {
  const found: KnownValue[] = [];
  collect({ customer: view.customer, results: view.results }, false, found);
  return found;
}

function collect(value: unknown, personal: boolean, found: KnownValue[]): void {
  if (Array.isArray(value)) {
    for (const item of value) collect(item, personal, found);
  } else if (typeof value === 'object' && value !== null) {
    const members = value as Record<string, unknown>;
    if (personal) addMembers(members, found);
    for (const [name, member] of Object.entries(members)) collect(member, PLACES.has(name), found);
  }
}

function addMembers(members: Record<string, unknown>, found: KnownValue[]): void {
  const text = (name: string) => (typeof members[name] === 'string' ? String(members[name]).trim() : '');
  const together = [text('district'), text('street')].filter(Boolean);
  if (together.length === 2)
    found.push({ kind: 'ADDRESS', value: together.join('') }, { kind: 'ADDRESS', value: together.join(' ') });
  for (const [name, kind] of Object.entries(MEMBERS)) if (text(name)) found.push({ kind, value: text(name) });
}
