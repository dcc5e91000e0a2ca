/** A wait that can be ended early. */
export interface Pause {
  wait(milliseconds: number): Promise<void>;
  end(): void;
}

export function createPause(): Pause {
  let finish: (() => void) | null = null;
  return {
    wait: (milliseconds) =>
      new Promise((resolve) => {
        const timer = setTimeout(done, milliseconds);
        function done(): void {
          clearTimeout(timer);
          finish = null;
          resolve();
        }
        finish = done;
      }),
    end: () => finish?.(),
  };
}
