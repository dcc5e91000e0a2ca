import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          // A worker keeps what it has loaded: the dictionary and the reader of intents are made once, not for every file.
          isolate: false,
          // Vitest would leave one core idle, which is half of a small machine.
          maxWorkers: '100%',
          include: [
            'src/**/*.test.ts',
            'corpus/**/*.test.ts',
            'bench/**/*.test.ts',
            'tests/architecture/**/*.test.ts',
            'tests/hostile/*.test.ts',
            'web/**/*.test.ts',
          ],
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'system',
          include: [
            'tests/crash/**/*.test.ts',
            'tests/hostile/system/*.test.ts',
            'tests/system/**/*.test.ts',
            'tests/browser/**/*.test.ts',
          ],
          testTimeout: 120_000,
          hookTimeout: 180_000,
          fileParallelism: false,
        },
      },
      {
        // Public data that nobody here wrote: needs XIAOER_DATA, so it is no part of `npm test`.
        test: {
          name: 'conformance',
          include: ['tests/conformance/**/*.test.ts'],
          testTimeout: 300_000,
          hookTimeout: 300_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
