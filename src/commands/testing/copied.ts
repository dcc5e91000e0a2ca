/** A copy of plain data that shares no object with it: `structuredClone`, which does whatever is not plain, takes eight times as long. */
export function copied<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(copied) as T;
  if (Object.getPrototypeOf(value) !== Object.prototype) return structuredClone(value);
  const copy = { ...value } as Record<string, unknown>;
  for (const [name, member] of Object.entries(copy)) if (typeof member === 'object') copy[name] = copied(member);
  return copy as T;
}
