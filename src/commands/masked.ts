import type { CustomerView, PaymentMethodView } from '../core/after-sales.ts';
import type { Customer, PaymentMethod } from '../core/customer.ts';

/** 139****0001: enough to be recognised by its owner. */
export function maskedPhone(phone: string): string {
  return phone.length < 8 ? '*'.repeat(phone.length) : `${phone.slice(0, 3)}****${phone.slice(-4)}`;
}

/** li***@example.com */
export function maskedEmail(email: string): string {
  const at = email.lastIndexOf('@');
  return at < 1 ? '*'.repeat(email.length) : `${email.slice(0, Math.min(2, at - 1)) || email[0]}***${email.slice(at)}`;
}

/** No more than the last four digits of a number. */
export function maskedDetail(detail: string): string {
  return detail.replace(/\d(?:[ -]?\d){4,}/g, (number) => `****${number.replace(/\D/g, '').slice(-4)}`);
}

export function methodView({ id, method, detail, balance }: PaymentMethod): PaymentMethodView {
  return { id, method, detail: maskedDetail(detail), ...(balance && { balance }) };
}

export function customerView({ id, name, phone, email, addresses, paymentMethods }: Customer): CustomerView {
  return {
    id,
    name,
    phone: maskedPhone(phone),
    email: maskedEmail(email),
    addresses: addresses.map((address) => ({ ...address, phone: maskedPhone(address.phone) })),
    paymentMethods: paymentMethods.map(methodView),
  };
}
