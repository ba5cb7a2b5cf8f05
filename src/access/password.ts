import { hash, verify } from '@node-rs/argon2';

/** OWASP's recommendation for argon2id, which is the default algorithm: 19 MiB, two passes, one lane. */
const strength = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export function hashPassword(password: string): Promise<string> {
  return hash(password, strength);
}

let nobody: Promise<string> | undefined;

/**
 * `stored` is null when there is no such account: then a password nobody has is checked, so that the time of the
 * answer does not tell which accounts exist.
 */
export async function passwordMatches(stored: string | null, given: string): Promise<boolean> {
  nobody ??= hashPassword('no account has this password');
  const matches = await verify(stored ?? (await nobody), given);
  return stored !== null && matches;
}
