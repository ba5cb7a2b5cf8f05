import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** Seconds that clocks may differ by; an older request is one that somebody recorded. */
const tolerance = 300;

/** Services that cannot sign as we want it send the secret as the password of their address (HTTP Basic, any name). */
export function knowsSecret(authorization: string, secret: string): boolean {
  const [scheme = '', credentials = ''] = authorization.slice(0, 1_000).split(' ', 2);
  if (scheme.toLowerCase() !== 'basic') return false;
  const [, ...password] = Buffer.from(credentials, 'base64').toString('utf8').split(':');
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(password.join(':')), digest(secret));
}

/**
 * Was the body signed with the secret, lately? The header is `t=<seconds>,v1=<hex>`, the signature an HMAC-SHA256 of
 * `<seconds>.<body>`; a second `v1` lets a secret be changed.
 *
 * @param now milliseconds
 */
export function isSigned(body: Buffer, header: string, secret: string, now: number): boolean {
  const fields = header
    .slice(0, 500)
    .split(',')
    .map((field) => field.trim().split('=', 2));
  const time = fields.find(([name]) => name === 't')?.[1] ?? '';
  if (!/^\d{1,12}$/.test(time) || Math.abs(now / 1000 - Number(time)) > tolerance) return false;
  const expected = createHmac('sha256', secret).update(`${time}.`).update(body).digest();
  return fields.some(([name, value = '']) => {
    const given = Buffer.from(value, 'hex');
    return name === 'v1' && given.length === expected.length && timingSafeEqual(given, expected);
  });
}
