import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AccountView } from '../../src/accounts/account.dto.js';
import type { PasswordResetView } from '../../src/accounts/password-reset.dto.js';
import { type AccountWorld, password, startAccountWorld } from './support/account-world.js';
import type { Visitor } from './support/visitor.js';

let world: AccountWorld;
beforeAll(async () => {
  world = await startAccountWorld();
});
afterAll(() => world.stop());

const newPassword = 'tsukimi-Soba-72';
const other = (code: string) => (code === '000000' ? '000001' : '000000');

describe('a password', () => {
  it('is changed by who knows the present one; other devices are signed out and a mail says so', async () => {
    const me = await world.person();
    const elsewhere = await world.test.applicant(me.mail);
    const change = (currentPassword: string, next = newPassword) =>
      me.put('/api/account/password', { currentPassword, password: next, passwordAgain: next });
    expect((await change('wrong')).body.problems).toMatchObject([
      { path: '/currentPassword', code: 'password-wrong' },
    ]);
    expect((await change('', 'Password1')).body.problems?.map(({ code }) => code)).toEqual([
      'password-missing',
      'password-easily-guessed',
    ]);
    expect((await change(password)).status).toBe(204);
    expect((await elsewhere.get('/api/account')).status).toBe(401);
    expect((await me.get('/api/account')).status).toBe(200);
    expect((await world.signIn(me.mail, password)).status).toBe(401);
    expect((await world.signIn(me.mail, newPassword)).status).toBe(200);
    await world.mailTo(me.mail, 'パスワードが変更され');
  });

  it('cannot be guessed by who found a device signed in', async () => {
    const me = await world.person();
    const statuses: number[] = [];
    for (let n = 0; n < 12; n += 1) {
      statuses.push((await me.post('/api/account/close', { currentPassword: `guess-${n}` })).status);
    }
    expect(statuses.at(-1)).toBe(429);
  });
});

describe('a forgotten password', () => {
  const begin = (visitor: Visitor, mail: string) => visitor.post('/api/password-reset', { mail });
  const confirm = (visitor: Visitor, code: string) => visitor.post('/api/password-reset/confirm', { code });
  const complete = (visitor: Visitor, next = newPassword) =>
    visitor.post('/api/password-reset/complete', { password: next, passwordAgain: next });

  it('is set anew by a code, all sessions end, and failed sign-ins no longer count', async () => {
    const me = await world.person();
    for (let n = 0; n < 11; n += 1) await world.signIn(me.mail, 'wrong');
    expect((await world.signIn(me.mail, password)).status).toBe(429);
    const visitor = world.test.visitor();
    expect((await begin(visitor, me.mail)).status).toBe(204);
    expect((await complete(visitor)).body.code).toBe('mail-not-confirmed');
    const code = await world.codeTo(me.mail);
    expect((await confirm(visitor, other(code))).body.code).toBe('code-wrong');
    expect((await confirm(visitor, code)).status).toBe(204);
    expect((await visitor.get<PasswordResetView>('/api/password-reset')).body.reset).toEqual({
      mail: me.mail,
      mailConfirmed: true,
    });
    expect((await complete(visitor, 'qwerty123')).body.problems).toMatchObject([{ path: '/password' }]);
    const both = await Promise.all([complete(visitor), complete(visitor)]);
    expect(both.map(({ status }) => status).sort()).toEqual([204, 409]);
    expect((await me.get('/api/account')).status).toBe(401);
    expect((await world.signIn(me.mail, newPassword)).status).toBe(200);
    expect((await complete(visitor)).body.code).toBe('password-reset-not-begun');
    await world.mailTo(me.mail, 'パスワードが変更され');
  });

  it('is answered alike for an address without an account, whose reader alone is told', async () => {
    const me = await world.person();
    const [known, unknown] = [world.test.visitor(), world.test.visitor()];
    const answers = [await begin(known, me.mail), await begin(unknown, 'nobody-here@example.jp')];
    expect(answers.map(({ status, body }) => [status, body])).toEqual([
      [204, ''],
      [204, ''],
    ]);
    expect(await world.mailTo('nobody-here@example.jp', '利用者登録がされていません')).not.toMatch(/\d{6}/);
    const wrong = other(await world.codeTo(me.mail));
    for (let n = 1; n <= 6; n += 1) {
      const [one, two] = [await confirm(known, wrong), await confirm(unknown, wrong)];
      const { requestId: _, ...said } = two.body;
      expect(one).toMatchObject({ status: two.status, body: said });
    }
    expect((await begin(world.test.visitor(), me.mail)).status).toBe(429);
  });

  it('of a locked account stays as it is', async () => {
    const me = await world.person();
    await world.test.dataSource.query('update account set disabled_at = now() where mail_key = $1', [
      me.mail,
    ]);
    await begin(world.test.visitor(), me.mail);
    expect(await world.mailTo(me.mail, '利用者登録がされていません')).not.toMatch(/\d{6}/);
  });

  it('is no way to go on with a registration, nor the other way round', async () => {
    const me = await world.person();
    const visitor = world.test.visitor();
    await begin(visitor, me.mail);
    await confirm(visitor, await world.codeTo(me.mail));
    visitor.cookie = visitor.cookie?.replace('password-reset', 'registration');
    expect((await visitor.get('/api/registration')).body).toEqual({ registration: null });
  });
});

describe('a mail address', () => {
  const begin = (visitor: Visitor, mail: string, currentPassword = password) =>
    visitor.post('/api/account/mail', { mail, mailAgain: mail, currentPassword });
  const confirm = (visitor: Visitor, code: string) => visitor.post('/api/account/mail/confirm', { code });

  it('is changed by the code sent to the new one, and the old one is told', async () => {
    const me = await world.person();
    const next = `new-${me.mail}`;
    expect((await begin(me, next, 'wrong')).body.problems).toMatchObject([{ path: '/currentPassword' }]);
    expect((await begin(me, next)).status).toBe(204);
    expect((await me.get<AccountView>('/api/account')).body).toMatchObject({
      mail: me.mail,
      mailChange: { mail: next },
    });
    const code = await world.codeTo(next);
    expect((await confirm(me, other(code))).body.code).toBe('code-wrong');
    const stranger = await world.person();
    expect((await confirm(stranger, code)).body.code).toBe('mail-change-not-begun');
    expect((await confirm(me, code)).status).toBe(204);
    expect((await me.get<AccountView>('/api/account')).body).toMatchObject({ mail: next, mailChange: null });
    expect((await world.signIn(me.mail, password)).status).toBe(401);
    expect((await world.signIn(next, password)).status).toBe(200);
    expect((await confirm(me, code)).body.code).toBe('mail-change-not-begun');
    await world.mailTo(me.mail, 'が変更されました');
  });

  it('of somebody else is not taken, and only its reader learns that it has an account', async () => {
    const [me, them] = [await world.person(), await world.person()];
    expect((await begin(me, them.mail)).status).toBe(204);
    expect(await world.mailTo(them.mail, 'すでに別の登録で使われている')).not.toMatch(/\d{6}/);
    expect((await confirm(me, '123456')).body.code).toBe('code-wrong');
  });

  it('registered by somebody between code and confirmation is refused', async () => {
    const me = await world.person();
    const next = `late-${me.mail}`;
    await begin(me, next);
    const code = await world.codeTo(next);
    await world.test.dataSource.query(
      'insert into account (id, mail, mail_key) values (gen_random_uuid(), $1, $1)',
      [next],
    );
    expect((await confirm(me, code)).body.code).toBe('mail-taken');
    expect((await me.get<AccountView>('/api/account')).body.mail).toBe(me.mail);
  });

  it('waits for one code at a time', async () => {
    const me = await world.person();
    expect((await begin(me, `a-${me.mail}`)).status).toBe(204);
    expect((await begin(me, `b-${me.mail}`)).status).toBe(204);
    const code = await world.codeTo(`b-${me.mail}`);
    expect((await me.post('/api/account/mail/code')).body.code).toBe('too-many-mails');
    expect((await confirm(me, code)).status).toBe(204);
  });
});
