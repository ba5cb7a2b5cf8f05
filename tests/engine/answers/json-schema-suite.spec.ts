import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { runSuite, type SuiteGroup } from './json-schema-suite.js';

const folder = join(process.cwd(), '..', 'shared', 'json-schema-suite');
const run = existsSync(folder) ? it : it.skip;

/** How many cases a form may hold, the last time; raise it, never lower it. */
const FLOOR = 174;

/** Where a form says something else than the suite, and why. */
const DELIBERATE: Readonly<Record<string, readonly string[]>> = {
  'a format is checked, not only noted': [
    'format.json: email format: invalid email string is only an annotation by default',
    'format.json: date format: invalid date string is only an annotation by default',
  ],
  'the Japanese calendars of before 1873 were not the Gregorian one: no such day is asked': [
    'optional__format__date.json: validation of date strings: century year 0400 is a leap year',
    'optional__format__date.json: validation of date strings: valid: four-digit year 0001',
    'optional__format__date.json: validation of date strings: valid: date inside the Julian to Gregorian reform gap',
  ],
  'quoted local parts and literal addresses are a way to send mail elsewhere; nobody has one': [
    'optional__format__email.json: validation of e-mail addresses: a quoted string with a space in the local part is valid',
    'optional__format__email.json: validation of e-mail addresses: a quoted string with a double dot in the local part is valid',
    'optional__format__email.json: validation of e-mail addresses: a quoted string with a @ in the local part is valid',
    'optional__format__email.json: validation of e-mail addresses: an IPv4-address-literal after the @ is valid',
    'optional__format__email.json: validation of e-mail addresses: an IPv6-address-literal after the @ is valid',
  ],
  'carriers in Japan gave out addresses with such dots, and mail arrives there': [
    'optional__format__email.json: validation of e-mail addresses: dot before local part is not valid',
    'optional__format__email.json: validation of e-mail addresses: dot after local part is not valid',
    'optional__format__email.json: validation of e-mail addresses: two subsequent dots inside local part are not valid',
  ],
};

run('a form gives the verdict of the official JSON Schema suite wherever it may use its keywords', () => {
  const results = readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => runSuite(file, JSON.parse(readFileSync(join(folder, file), 'utf8')) as SuiteGroup[]));
  const taken = results.reduce((total, result) => total + result.taken, 0);
  const held = results.reduce((total, result) => total + result.held, 0);
  process.stdout.write(`JSON Schema suite: ${taken} cases taken, ${held} held\n`);
  expect(results.flatMap((result) => result.missed)).toEqual(Object.values(DELIBERATE).flat());
  expect(taken).toBeGreaterThanOrEqual(FLOOR);
});
