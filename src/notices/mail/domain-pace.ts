/** Nobody is sent away for longer, in milliseconds. */
const longest = 60_000;

interface Line {
  /** When the next may pass. */
  readonly next: number;
  /** How many were sent away since and will come again. */
  readonly waiting: number;
}

/** Some providers refuse or slow down whoever sends them many mails at once; these get no more than they take. */
export class DomainPace {
  private readonly lines = new Map<string, Line>();

  /** @param perDomain domain in lower case → mails in a second */
  constructor(private readonly perDomain: ReadonlyMap<string, number>) {}

  /**
   * Takes the place of one mail.
   * @param now milliseconds
   * @returns 0 when it may leave, or the milliseconds after which to ask again
   */
  take(address: string, now: number): number {
    const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase();
    const rate = this.perDomain.get(domain);
    if (rate === undefined) return 0;
    const step = 1_000 / rate;
    const { next, waiting } = this.lines.get(domain) ?? { next: now, waiting: 0 };
    if (now >= next) {
      this.lines.set(domain, { next: now + step, waiting: Math.max(0, waiting - 1) });
      return 0;
    }
    // Those who were sent away before stand in front, so that all do not come back at the same moment.
    this.lines.set(domain, { next, waiting: waiting + 1 });
    return Math.min(longest, Math.ceil(next - now + waiting * step));
  }
}
