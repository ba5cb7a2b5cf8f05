import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { writeBase32 } from '../../src/access/second-factor/base32.js';
import { mustUseCodes } from '../../src/access/second-factor/codes-required.js';
import { codeAt, keyUri, stepAt, stepOfCode } from '../../src/access/second-factor/one-time-code.js';
import type { SessionView } from '../../src/access/session.dto.js';
import type { OfficialView, StartingPassword } from '../../src/staff/officials/official.dto.js';
import type { CodesSetUp, RecoveryCodes } from '../../src/staff/own/own-account.dto.js';
import { keyOf, shownCode } from '../support/authenticator.js';
import { runAt } from '../support/command-line.js';
import { startTestApp, type TestApp } from './support/test-app.js';
import type { Visitor } from './support/visitor.js';

/** Of RFC 6238, appendix B. */
const secret = Buffer.from('12345678901234567890');

describe('a one-time code', () => {
  it.each([
    [59, '94287082'],
    [1111111109, '07081804'],
    [1111111111, '14050471'],
    [1234567890, '89005924'],
    [2000000000, '69279037'],
    [20000000000, '65353130'],
  ])('is that of RFC 6238 %i seconds after 1970', (seconds, code) => {
    expect(codeAt(secret, stepAt(seconds * 1000), 8)).toBe(code);
  });

  it.each([
    [-2, null],
    [-1, 999],
    [0, 1000],
    [1, 1001],
    [2, null],
  ])('opens from the neighbouring half minutes, too: %i steps away', (away, step) => {
    expect(stepOfCode(secret, codeAt(secret, 1000 + away), 1000 * 30_000, 0)).toBe(step);
  });

  it('opens once, and none before it opens after it', () => {
    expect(stepOfCode(secret, codeAt(secret, 1000), 1000 * 30_000, 1000)).toBeNull();
    expect(stepOfCode(secret, codeAt(secret, 999), 1000 * 30_000, 1000)).toBeNull();
    expect(stepOfCode(secret, codeAt(secret, 1001), 1000 * 30_000, 1000)).toBe(1001);
  });

  it('has a key that authenticator apps read', () => {
    expect(writeBase32(secret)).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ');
    expect(keyUri(secret, 'shinsei.example.lg.jp', 'mori')).toBe(
      'otpauth://totp/shinsei.example.lg.jp:mori?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=shinsei.example.lg.jp',
    );
  });

  it('is asked of everybody, or of those with a role, of the office or of a procedure', () => {
    expect(mustUseCodes('all', [], {})).toBe(true);
    expect(mustUseCodes([], ['administrator'], {})).toBe(false);
    expect(mustUseCodes(['administrator', 'approver'], ['administrator'], {})).toBe(true);
    expect(mustUseCodes(['approver'], [], { 'jitan-9': ['reviewer_1', 'approver'] })).toBe(true);
    expect(mustUseCodes(['approver'], ['auditor'], { 'jitan-9': ['reviewer_1'] })).toBe(false);
  });
});

describe('an installation without officials', () => {
  let test: TestApp;
  let folder: string;
  const before = process.env.DATABASE_URL;
  beforeAll(async () => {
    test = await startTestApp({ DEMO: 'false', ONE_TIME_CODES_FOR: 'administrator' });
    folder = mkdtempSync(join(tmpdir(), 'add-official-'));
    const { options } = test.dataSource;
    process.env.DATABASE_URL = options.type === 'postgres' ? options.url : '';
  });
  afterAll(async () => {
    if (before === undefined) delete process.env.DATABASE_URL;
    else process.env.DATABASE_URL = before;
    rmSync(folder, { recursive: true });
    await test.stop();
  });

  const addOfficial = (...more: readonly string[]) => runAt(folder, ['add-official', ...more], 'en');
  const ownPassword = 'Kaede-Michi-48';
  const signIn = async (login: string, password = ownPassword) => {
    const person = test.visitor();
    const { body } = await person.post<SessionView>('/api/session/staff', { login, password });
    return { person, subject: body.subject };
  };
  const choose = (person: Visitor) =>
    person.post('/api/desk/account/password', {
      currentPassword: '',
      password: ownPassword,
      passwordAgain: ownPassword,
    });
  const stepOf = async (person: Visitor): Promise<string | null> => {
    const { subject } = (await person.get<SessionView>('/api/session')).body;
    return subject?.kind === 'entering' ? subject.step : (subject?.kind ?? null);
  };
  const prove = (person: Visitor, code: string) => person.post('/api/session/staff/code', { code });
  const idOf = async (login: string) => {
    const [row] = await test.dataSource.query<[{ id: string }]>('select id from staff where login = $1', [
      login,
    ]);
    return row.id;
  };

  let key: string;
  let enrolled: string;
  let recovery: readonly string[];

  it('gets its first administrator from the command line, with a password that is shown once', async () => {
    const added = await addOfficial(
      ...['--login', 'Mori', '--name', '森 千夏', '--department', '総務部', '--administrator', '--json'],
    );
    expect(added.status).toBe(0);
    const { login, password } = JSON.parse(added.stdout) as StartingPassword & { login: string };
    expect([login, password]).toEqual(['mori', expect.stringMatching(/^[a-z2-9]{4}(-[a-z2-9]{4}){2}$/)]);
    const { person, subject } = await signIn('mori', password);
    expect(subject).toMatchObject({ kind: 'entering', step: 'password' });
    expect((await choose(person)).status).toBe(204);
    expect(await stepOf(person)).toBe('enrolment');
    expect((await person.get('/api/desk/staff')).body.code).toBe('sign-in-unfinished');
  });

  it('lets an administrator in once a code shows that the device has the key', async () => {
    const { person } = await signIn('mori');
    const confirm = (code: string) =>
      person.post<RecoveryCodes & { code: string }>('/api/desk/account/codes/confirm', { code });
    expect((await confirm('000000')).body.code).toBe('codes-not-begun');
    key = (await person.post<CodesSetUp>('/api/desk/account/codes', { currentPassword: '' })).body.key;
    expect((await confirm(wrongCode(key))).body.code).toBe('one-time-code-wrong');
    expect(await stepOf(person)).toBe('enrolment');
    enrolled = shownCode(key);
    const confirmed = await confirm(enrolled);
    expect(confirmed.body.codes).toHaveLength(10);
    recovery = confirmed.body.codes;
    expect(await stepOf(person)).toBe('staff');
    const { body } = await person.get<OfficialView>(`/api/desk/staff/${await idOf('mori')}`);
    expect(body.changes.map(({ kind, by }) => [kind, by])).toEqual([
      ['codes-set-up', '森 千夏'],
      ['password-chosen', '森 千夏'],
      ['added', null],
    ]);
    expect(body.roles).toMatchObject([{ role: 'administrator', state: 'in-force', givenBy: null }]);
  });

  it('keeps the key encrypted, and recovery codes as hashes', async () => {
    const [kept] = await test.dataSource.query<[{ factor: string; codes: string }]>(
      `select (select string_agg(f::text, '') from second_factor f) as factor,
              (select string_agg(c::text, '') from recovery_code c) as codes`,
    );
    expect(kept.factor).not.toContain(keyOf(key).toString('hex'));
    expect(kept.codes).not.toContain(recovery[0]);
  });

  it('takes the code of the enrolment for no sign-in, and the next one once', async () => {
    const { person, subject } = await signIn('mori');
    expect(subject).toMatchObject({ kind: 'entering', step: 'code' });
    expect((await prove(person, enrolled)).body.code).toBe('one-time-code-wrong');
    const next = shownCode(key, 1);
    expect((await prove(person, ` ${next.slice(0, 3)} ${next.slice(3)}`)).status).toBe(200);
    expect(await stepOf(person)).toBe('staff');
    const { person: again } = await signIn('mori');
    expect((await prove(again, next)).body.code).toBe('one-time-code-wrong');
    expect(await stepOf(again)).toBe('code');
  });

  it('takes a recovery code once, however it is typed', async () => {
    const [first = ''] = recovery;
    const { person } = await signIn('mori');
    expect((await prove(person, first.toLowerCase().replaceAll('-', ' '))).status).toBe(200);
    const { person: again } = await signIn('mori');
    expect((await prove(again, first)).body.code).toBe('one-time-code-wrong');
  });

  it('adds others by name: who exists, and what is no department, is refused', async () => {
    const added = await addOfficial(...['--login', 'abe', '--name', '阿部 誠', '--department', '総務部']);
    expect([added.status, added.stdout]).toEqual([0, expect.stringContaining('shown this once')]);
    const twice = await addOfficial(...['--login', 'abe', '--name', '阿部', '--department', '総務部']);
    expect([twice.status, twice.stderr]).toEqual([1, 'This staff number is in use already.\n']);
    const elsewhere = await addOfficial(...['--login', 'c3', '--name', '陳', '--department', '総務課']);
    expect([elsewhere.status, elsewhere.stderr]).toEqual([
      2,
      'There is no department “総務課”. Name one of these: 総務部\n',
    ]);
    expect((await addOfficial('--login', 'c3')).stderr).toBe('Give --name.\n');
  });

  it('asks no code of an official without that role', async () => {
    const { person: administrator } = await signIn('mori');
    await prove(administrator, recovery[1] ?? '');
    const issued = await administrator.post<StartingPassword>(
      `/api/desk/staff/${await idOf('abe')}/password`,
    );
    const { person } = await signIn('abe', issued.body.password);
    await choose(person);
    expect(await stepOf(person)).toBe('staff');
  });

  it('stops guessing after ten wrong codes, also for the right one', async () => {
    const { person } = await signIn('mori');
    const wrong = wrongCode(key);
    const codes: string[] = [];
    for (let count = 0; count < 11; count += 1) codes.push((await prove(person, wrong)).body.code);
    expect(codes.at(-1)).toBe('too-many-attempts');
    expect((await prove(person, recovery[2] ?? '')).body.code).toBe('too-many-attempts');
    expect(await stepOf(person)).toBe('code');
  });
});

/** Six digits that are the code of no time near now. */
function wrongCode(key: string): string {
  const near = new Set([-2, -1, 0, 1, 2, 3].map((later) => shownCode(key, later)));
  return (
    ['000000', '111111', '222222', '333333', '444444', '555555', '666666'].find((code) => !near.has(code)) ??
    ''
  );
}
