import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { SessionView } from '../../src/access/session.dto.js';
import { startTestApp, type TestApp } from './support/test-app.js';

const naniwa = { mail: 'naniwa@example.jp', password: 'tetsuzuki-demo' };

describe('a session', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp({ SESSION_IDLE_MINUTES: '30', SESSION_MAX_HOURS: '8' });
  });
  afterAll(() => test.stop());

  const age = (column: 'created_at' | 'last_seen_at', minutes: number) =>
    test.dataSource.query(`update session set ${column} = now() - $1::int * interval '1 minute'`, [minutes]);

  it('says who is signed in', async () => {
    const person = test.visitor();
    expect((await person.get<SessionView>('/api/session')).body).toEqual({ subject: null });
    const signedIn = await person.post<SessionView>('/api/session/applicant', naniwa);
    expect(signedIn.body.subject).toMatchObject({
      kind: 'applicant',
      name: '株式会社なにわ酒場',
      as: 'business',
    });
    expect((await person.get<SessionView>('/api/session')).body).toEqual(signedIn.body);
  });

  it('is in a cookie that no script reads and no other site sends', async () => {
    const { headers } = await test.visitor().post('/api/session/applicant', naniwa);
    expect(String(headers['set-cookie'])).toMatch(/^tetsuzuki=[\w-]{43}; .*HttpOnly; SameSite=Lax$/);
  });

  it('gets a new token at sign-in, and the one before ends', async () => {
    const person = await test.applicant();
    const before = person.cookie;
    await person.post('/api/session/applicant', naniwa);
    expect(person.cookie).not.toBe(before);
    const thief = test.visitor();
    thief.cookie = before;
    expect((await thief.get('/api/drafts')).status).toBe(401);
  });

  it('ends at sign-out, also for a copy of the cookie', async () => {
    const person = await test.applicant();
    const copy = test.visitor();
    copy.cookie = person.cookie;
    expect((await copy.get('/api/drafts')).status).toBe(200);
    expect((await person.delete('/api/session')).status).toBe(204);
    expect((await copy.get('/api/drafts')).status).toBe(401);
  });

  it('ends when it was not used for too long, and when it is too old', async () => {
    const person = await test.applicant();
    await age('last_seen_at', 29);
    expect((await person.get('/api/drafts')).status).toBe(200);
    await age('last_seen_at', 31);
    expect((await person.get('/api/drafts')).status).toBe(401);
    const other = await test.applicant();
    await age('created_at', 8 * 60 + 1);
    expect((await other.get('/api/drafts')).status).toBe(401);
  });

  it('notes its use once a minute, and lives on by it', async () => {
    const person = await test.applicant();
    await age('last_seen_at', 20);
    await person.get('/api/drafts');
    const [row] = await test.dataSource.query<{ fresh: boolean }[]>(
      `select bool_and(last_seen_at > now() - interval '10 seconds') as fresh from session`,
    );
    expect(row?.fresh).toBe(true);
  });

  it('of an account that is locked ends at once', async () => {
    const official = await test.official('takahashi');
    expect((await official.get('/api/desk/queues')).status).toBe(200);
    await test.dataSource.query(`update staff set disabled_at = now() where login = 'takahashi'`);
    expect((await official.get('/api/desk/queues')).status).toBe(401);
    const again = await official.post('/api/session/staff', {
      login: 'takahashi',
      password: naniwa.password,
    });
    expect(again.status).toBe(401);
  });

  it('loses a role the moment it is taken away', async () => {
    const official = await test.official('watanabe');
    const queue = '/api/desk/applications?queue=stage:gold-sticker:inspection';
    expect((await official.get(queue)).status).toBe(200);
    await test.dataSource.query('delete from staff_role where role = $1', ['inspector']);
    const { body } = await official.get<SessionView>('/api/session');
    expect(body.subject).toMatchObject({ roles: {} });
  });
});

describe('signing in', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp();
  });
  afterAll(() => test.stop());

  const attempt = (mail: string, password: string) =>
    test.visitor().post('/api/session/applicant', { mail, password });

  it('does not tell which accounts exist', async () => {
    const wrong = await attempt(naniwa.mail, 'wrong');
    const unknown = await attempt('nobody@example.jp', 'wrong');
    const { requestId: _, ...said } = wrong.body;
    expect(unknown).toMatchObject({ status: wrong.status, body: said });
    expect(wrong.body.code).toBe('sign-in-failed');
  });

  it('takes the mail address in any case, and keeps the two kinds of account apart', async () => {
    expect((await attempt('Naniwa@Example.JP', naniwa.password)).status).toBe(200);
    const staff = await test
      .visitor()
      .post('/api/session/staff', { login: naniwa.mail, password: naniwa.password });
    expect(staff.status).toBe(401);
  });

  it('stops after ten failures, however many are sent at once, and for that account alone', async () => {
    const answers = await Promise.all(
      Array.from({ length: 30 }, () => attempt('kitano@example.jp', 'wrong')),
    );
    const failed = answers.filter(({ status }) => status === 401);
    expect(failed.length).toBeLessThanOrEqual(10);
    const right = await attempt('kitano@example.jp', naniwa.password);
    expect(right).toMatchObject({ status: 429, body: { code: 'too-many-attempts' } });
    expect(right.headers['retry-after']).toBe('900');
    expect((await attempt(naniwa.mail, naniwa.password)).status).toBe(200);
  });
});

describe('a request from another site', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp();
  });
  afterAll(() => test.stop());

  const body = { payload: '{"procedureId":"jitan-9"}' };
  const json = { 'content-type': 'application/json' };

  it.each([
    ['names its origin', { ...json, origin: 'https://evil.example' }, 403],
    ['is sandboxed', { ...json, origin: 'null' }, 403],
    ['says that it crosses sites', { ...json, 'sec-fetch-site': 'cross-site' }, 403],
    ['comes from a neighbouring site', { ...json, 'sec-fetch-site': 'same-site' }, 403],
    ['is a form with JSON in it', { 'content-type': 'text/plain' }, 415],
    ['is a plain form', { 'content-type': 'application/x-www-form-urlencoded' }, 422],
  ])('that %s changes nothing', async (_, headers, status) => {
    const person = await test.applicant();
    expect((await person.send('POST', '/api/drafts', { ...body, headers })).status).toBe(status);
    expect((await person.get('/api/drafts')).body).toEqual({ drafts: [] });
  });

  it('that says nothing of where it comes from is refused', async () => {
    const person = await test.applicant();
    const { statusCode } = await test.app.inject({
      method: 'POST',
      url: '/api/drafts',
      headers: { ...json, cookie: person.cookie ?? '' },
      ...body,
    });
    expect(statusCode).toBe(403);
  });

  it('finds strict headers on every answer', async () => {
    for (const path of ['/api/procedures', '/api/drafts', '/api/nothing', '/healthz']) {
      const { headers } = await test.visitor().get(path);
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-store',
        'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      });
    }
  });
});

describe('over HTTPS', () => {
  it('the cookie is bound to this host', async () => {
    const test = await startTestApp({ PUBLIC_URL: 'https://tetsuzuki.example' });
    const { headers } = await test.visitor().post('/api/session/applicant', naniwa);
    expect(String(headers['set-cookie'])).toMatch(
      /^__Host-tetsuzuki=.*; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
    await test.stop();
  });
});
