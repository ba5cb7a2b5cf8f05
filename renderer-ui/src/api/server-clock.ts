/** Milliseconds by which the server's clock is ahead of this device's. */
let ahead = 0;

/**
 * Learns the server's time from an answer. The header counts whole seconds, so it is right to about half a second.
 *
 * @param sentAt by this device's clock, when the request left
 */
export function hearServerTime(dateHeader: string | null, sentAt: number): void {
  const said = dateHeader === null ? Number.NaN : Date.parse(dateHeader);
  if (!Number.isNaN(said)) ahead = said + 500 - (sentAt + Date.now()) / 2;
}

/** Now, by the server's clock: that of a phone may be wrong, and does not decide. */
export function serverNow(): Date {
  return new Date(Date.now() + ahead);
}
