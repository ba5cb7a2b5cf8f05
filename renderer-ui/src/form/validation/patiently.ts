/** Milliseconds that a step waits for what it would rather have; a line that hangs must not hold anybody. */
const PATIENCE_MS = 5_000;

/** Resolves when it has come, and after a while in any case. */
export async function patiently(coming: Promise<unknown>): Promise<void> {
  let fuse: ReturnType<typeof setTimeout> | undefined;
  const patience = new Promise((resolve) => (fuse = setTimeout(resolve, PATIENCE_MS)));
  await Promise.race([coming, patience]);
  clearTimeout(fuse);
}
