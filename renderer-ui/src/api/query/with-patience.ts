/** Whether it is worth trying again after so many failures, this one included. */
export type MayRetry = (failures: number, error: Error) => boolean;

/** Milliseconds before the second try; each further one waits twice as long. */
const FIRST_WAIT_MS = 1_000;

/** Tries again while it may, and does not try at all while the browser says that there is no line. */
export async function withPatience<T>(
  attempt: () => Promise<T>,
  mayRetry: MayRetry,
  isWanted: () => boolean,
): Promise<T> {
  for (let failures = 0; ; failures++) {
    await line.isThere();
    try {
      return await attempt();
    } catch (failure) {
      const error = failure instanceof Error ? failure : new Error(String(failure));
      if (!isWanted() || !mayRetry(failures, error)) throw error;
      await new Promise((resolve) => setTimeout(resolve, FIRST_WAIT_MS * 2 ** failures));
    }
  }
}

/** Browsers that start without a line are often wrong about it: only one that goes while we watch counts. */
const line = {
  back: null as Promise<void> | null,
  isThere: (): Promise<void> => line.back ?? Promise.resolve(),
};

export function watchLine(): void {
  addEventListener('offline', () => {
    line.back ??= new Promise((resolve) =>
      addEventListener(
        'online',
        () => {
          line.back = null;
          resolve();
        },
        { once: true },
      ),
    );
  });
}
