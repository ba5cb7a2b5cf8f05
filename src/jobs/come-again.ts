/** Thrown by a job that is not at fault and must wait its turn: it comes again after a pause, and no attempt is counted. */
export class ComeAgain extends Error {
  /**
   * @param pause milliseconds
   * @param grows twice as long each time that this job comes in vain: whatever it waits for calls it (`RunJobs.hurry`)
   */
  constructor(
    readonly pause: number,
    readonly grows = false,
  ) {
    super(`Not yet: again in ${pause} ms`);
  }
}
