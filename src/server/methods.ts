/** What of the API's document is read here. */
interface Doors {
  paths?: Record<string, object>;
}

/** Which methods an address of the API answers to; none where there is nothing. */
export function createMethods(document: Doors): (path: string) => string[] {
  const doors = Object.entries(document.paths ?? {}).map(([path, methods]) => ({
    pattern: new RegExp(`^${path.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{[^/]+\}/g, '[^/]+')}$`),
    methods: Object.keys(methods).map((method) => method.toUpperCase()),
  }));
  return (path) => [...new Set(doors.filter(({ pattern }) => pattern.test(path)).flatMap(({ methods }) => methods))];
}
