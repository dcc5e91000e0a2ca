import type { SeededRandom } from '../../../src/core/clock.ts';

/** Lets one of several runs go on at a time, and chooses which by seed: what happens between two pauses of a run happens whole. */
export interface Schedule {
  /** The same object, whose every method first waits for its turn. */
  paced<T extends object>(target: T): T;
  /** Ends when all have ended. */
  run(actors: readonly (() => Promise<void>)[]): Promise<void>;
  /** How often a run was let go on so far: the time of this small world. */
  now(): number;
}

const nextTick = () => new Promise<void>((resolve) => setImmediate(resolve));

export function createSchedule(random: SeededRandom): Schedule {
  const parked: (() => void)[] = [];
  let live = 0;
  let steps = 0;
  let running = false;

  const pause = () => (running ? new Promise<void>((resolve) => parked.push(resolve)) : Promise.resolve());

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
        }
      });
      while (live > 0) {
        if (parked.length === live) {
          steps++;
          parked.splice(random.below(parked.length), 1)[0]?.();
        }
        await nextTick();
      }
      running = false;
      await Promise.all(ends);
    },
  };
}
