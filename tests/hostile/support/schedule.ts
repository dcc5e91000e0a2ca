import type { SeededRandom } from '../../../src/core/clock.ts';

/** Lets runs go on in turn, and chooses which by seed. */
export interface Schedule {
  /** The same object, whose every method first waits for its turn. */
  paced<T extends object>(target: T): T;
  /** Ends when all have ended. */
  run(actors: readonly (() => Promise<void>)[]): Promise<void>;
  /** How often somebody was let go on so far: the time of this small world. */
  now(): number;
}

/**
 * @param atOnce how many go on together. One: what happens between two pauses of a run happens whole, and a seed is always the same story.
 * Several: what they do between their pauses really happens at the same time, each on a connection of its own.
 */
export function createSchedule(random: SeededRandom, atOnce = 1): Schedule {
  const parked: (() => void)[] = [];
  let live = 0;
  let steps = 0;
  let running = false;
  let wake = () => {};

  const pause = () =>
    running
      ? new Promise<void>((resolve) => {
          parked.push(resolve);
          wake();
        })
      : Promise.resolve();

  return {
    now: () => steps,
    paced(target) {
      return new Proxy(target, {
        get(object, name, receiver) {
          const member: unknown = Reflect.get(object, name, receiver);
          if (typeof member !== 'function') return member;
          return async (...given: unknown[]) => {
            await pause();
            return member.apply(object, given);
          };
        },
      });
    },
    async run(actors) {
      running = true;
      live = actors.length;
      const ends = actors.map(async (actor) => {
        try {
          await pause();
          await actor();
        } finally {
          live--;
          wake();
        }
      });
      while (live > 0) {
        if (parked.length < live) {
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
          continue;
        }
        steps++;
        for (let count = 0; count < atOnce && parked.length > 0; count++)
          parked.splice(random.below(parked.length), 1)[0]?.();
      }
      running = false;
      await Promise.all(ends);
    },
  };
}
