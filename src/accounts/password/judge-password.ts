import { readFileSync } from 'node:fs';

/** What is wrong with a password; null when nothing is. */
export type PasswordFault = 'missing' | 'not-half-width' | 'too-short' | 'too-uniform' | 'easily-guessed';

const classes = [/[A-Z]/, /[a-z]/, /[0-9]/, /[^A-Za-z0-9]/];

/** Passwords that stood most often in leaks. Origin and licence: common-passwords.LICENSE.txt. */
const common: ReadonlySet<string> = new Set(
  readFileSync(new URL('./common-passwords.txt', import.meta.url), 'utf8').split('\n'),
);

/**
 * Half-width, 8 characters or more, of at least two of four kinds (capital letters, small letters, digits, signs), and
 * none that a guesser tries first: of a list of leaked ones, the mail address, or a few characters again and again.
 */
export function judgePassword(password: string, mail: string): PasswordFault | null {
  if (password === '') return 'missing';
  if (!/^[!-~]*$/.test(password)) return 'not-half-width';
  if (password.length < 8) return 'too-short';
  if (classes.filter((kind) => kind.test(password)).length < 2) return 'too-uniform';
  return isEasilyGuessed(password.toLowerCase(), mail.toLowerCase()) ? 'easily-guessed' : null;
}

function isEasilyGuessed(password: string, mail: string): boolean {
  const [account = ''] = mail.split('@');
  const withoutEnds = password.replace(/[^a-z]+$/, '');
  return (
    common.has(password) ||
    (withoutEnds.length >= 8 && common.has(withoutEnds)) ||
    (account.length >= 4 && password.replace(account, '').length < 4) ||
    new Set(password).size < 4
  );
}
