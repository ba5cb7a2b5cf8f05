import { randomInt } from 'node:crypto';
import { hashPassword } from '../../access/password.js';

/** Days in which a starting password must be replaced by one's own. */
export const startingPasswordDays = 3;

/** Without letters and digits that are taken for one another when read aloud or from paper. */
const signs = 'abcdefghjkmnpqrstuvwxyz23456789';

export interface IssuedPassword {
  readonly password: string;
  readonly hash: string;
}

/** `k7mq-2xwp-9rtd`: shown once to the administrator, kept as a hash. */
export async function newStartingPassword(): Promise<IssuedPassword> {
  const group = () => Array.from({ length: 4 }, () => signs.charAt(randomInt(signs.length))).join('');
  const password = [group(), group(), group()].join('-');
  return { password, hash: await hashPassword(password) };
}
