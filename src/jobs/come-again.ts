/** Thrown by a job that is not at fault and must wait its turn: it comes again after a pause, and no attempt is counted. */
export class ComeAgain extends Error {
  /** @param pause milliseconds */
  constructor(readonly pause: number) {
    super(`Not yet: again in ${pause} ms`);
  }
}
