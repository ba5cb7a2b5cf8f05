/** Numbers that look random and are the same for the same seed, so that a failed run can be repeated. */
export class Chance {
  private state: number;

  constructor(readonly seed: number) {
    this.state = seed >>> 0;
  }

  /** In [0, 1). A linear congruential generator (modulus 2³², Knuth's constants), its low bits thrown away. */
  next(): number {
    this.state = (Math.imul(this.state, 1_664_525) + 1_013_904_223) >>> 0;
    return (this.state >>> 8) / 2 ** 24;
  }

  between(low: number, high: number): number {
    return low + (high - low) * this.next();
  }

  happens(share: number): boolean {
    return this.next() < share;
  }
}
