import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { SessionView } from '../../src/access/session.dto.js';
import type { TermsView } from '../../src/accounts/terms/terms.dto.js';
import type { BegunIdentity, IdentityArrivalView, OwnIdentities } from '../../src/identity/identity.dto.js';
import { eventually } from '../support/eventually.js';
import { type IdentityWorld, startIdentityWorld } from './support/identity-world.js';
import { type NoticeWorker, startNoticeWorker } from './support/notice-world.js';
import { openSmtpSink, type SmtpSink } from './support/smtp-sink.js';
import { startTestApp, type TestApp } from './support/test-app.js';
import type { Answer, Visitor } from './support/visitor.js';

let world: IdentityWorld;
let test: TestApp;
let sink: SmtpSink;
let worker: NoticeWorker;
let termsVersion: string;
beforeAll(async () => {
  world = await startIdentityWorld('http://localhost:8080');
  world.claims.taro = {
    name: '髙﨑　太郎',
    address: '大阪市中央区大手前２',
    birthdate: '19850315',
    gender: '1',
  };
  world.claims.hanako = { name: '塚本　花子', address: '堺市堺区', birthdate: '19900101', gender: '2' };
  test = await startTestApp(world.env);
  sink = await openSmtpSink();
  worker = await startNoticeWorker(test, { SMTP_URL: sink.url });
  termsVersion = (await test.visitor().get<TermsView>('/api/terms')).body.version;
});
afterAll(async () => {
  await worker.stop();
  await sink.stop();
  await test.stop();
  await world.stop();
});
afterEach(() => {
  world.who = null;
});

const asCard = (id: string): void => {
  world.who = { id, acr: 'aal3' };
};

/** Goes to the provider and comes back; gives the page that it is led to. */
async function through(visitor: Visitor, way: 'sign-in' | 'link' = 'sign-in', next = '/'): Promise<string> {
  return backTo(await throughProvider(visitor, way, next), visitor);
}

async function throughProvider(
  visitor: Visitor,
  way: 'sign-in' | 'link' = 'sign-in',
  next = '/',
): Promise<URL> {
  const { status, body } = await visitor.post<BegunIdentity>(`/api/identity/card/${way}`, { next });
  expect(status).toBe(200);
  return world.visit(body.url);
}

async function backTo(address: URL, visitor: Visitor): Promise<string> {
  const { status, headers } = await visitor.get(address.pathname + address.search);
  expect(status).toBe(303);
  return String(headers.location);
}

const whoIs = async (visitor: Visitor): Promise<SessionView['subject']> =>
  (await visitor.get<SessionView>('/api/session')).body.subject;

const entry = {
  kind: 'individual',
  name: '別人 一郎',
  name_kana: 'タカサキ タロウ',
  birth_date: '2001-01-01',
  phone: '06-6941-0351',
  password: '',
  passwordAgain: '',
  wantsNews: false,
};

/** Agrees to the terms and confirms an address. */
async function confirmMail(visitor: Visitor, mail: string): Promise<void> {
  await visitor.post('/api/registration', { mail, mailAgain: mail, termsVersion });
  const code = await eventually('the code', async () => {
    const text = sink.mails.find(({ envelope }) => envelope.to.includes(mail))?.text;
    return /認証コード：(\d{6})/.exec(text ?? '')?.[1];
  });
  expect((await visitor.post('/api/registration/confirm', { code })).status).toBe(204);
}

/** Comes by the card and registers. */
async function registered(who: string, mail: string): Promise<Visitor> {
  const visitor = test.visitor();
  asCard(who);
  expect(await through(visitor)).toBe('/identity/welcome');
  await confirmMail(visitor, mail);
  expect((await visitor.post('/api/identity/arrival/complete', entry)).status).toBe(204);
  return visitor;
}

describe('somebody whom an outside provider sends', () => {
  it('registers without a password; what the provider vouches for is kept, whatever was typed', async () => {
    const visitor = test.visitor();
    asCard('taro');
    expect(await through(visitor, 'sign-in', '/procedures/jitan-9')).toBe('/identity/welcome');
    expect(await whoIs(visitor)).toBeNull();
    expect((await visitor.get<IdentityArrivalView>('/api/identity/arrival')).body.arrival).toMatchObject({
      kind: 'individual',
      profile: { name: '髙﨑　太郎', birth_date: '1985-03-15', sex: 'male' },
      proven: ['name', 'birth_date', 'sex', 'address'],
      next: '/procedures/jitan-9',
    });
    expect(await visitor.post('/api/identity/arrival/judge', entry)).toMatchObject({
      status: 409,
      body: { code: 'registration-not-begun' },
    });
    await confirmMail(visitor, 'takasaki@example.jp');
    expect(await visitor.post('/api/identity/arrival/judge', { ...entry, phone: '' })).toMatchObject({
      body: { code: 'answers-invalid', problems: [{ path: '/phone' }] },
    });
    expect((await visitor.post('/api/identity/arrival/complete', entry)).status).toBe(204);
    expect(await whoIs(visitor)).toMatchObject({ name: '髙﨑　太郎', mail: 'takasaki@example.jp' });
    const [row] = await test.dataSource.query<Record<string, unknown>[]>(
      `select profile, password_hash from applicant join account a on a.id = account_id
       where mail_key = 'takasaki@example.jp'`,
    );
    expect(row).toMatchObject({ password_hash: null, profile: { birth_date: '1985-03-15' } });
  });

  it('is signed in the next time, and led to where they wanted to go', async () => {
    const visitor = test.visitor();
    asCard('taro');
    expect(await through(visitor, 'sign-in', '/procedures/jitan-9')).toBe('/procedures/jitan-9');
    expect(await whoIs(visitor)).toMatchObject({ mail: 'takasaki@example.jp' });
  });

  it.each(['https://evil.example/', '//evil.example/', '/\\evil.example', 'javascript:alert(1)'])(
    'is led to no other site: %s',
    async (next) => {
      asCard('taro');
      expect(await through(test.visitor(), 'sign-in', next)).toBe('/applications');
    },
  );

  it('is not joined to an account because the mail address is the same', async () => {
    const visitor = test.visitor();
    asCard('hanako');
    expect(await through(visitor)).toBe('/identity/welcome');
    const mail = 'naniwa@example.jp';
    await visitor.post('/api/registration', { mail, mailAgain: mail, termsVersion });
    // Whoever has the account reads that there is one; no code comes that would prove anything.
    await eventually('the mail', async () => sink.mails.find(({ envelope }) => envelope.to.includes(mail)));
    expect(await visitor.post('/api/identity/arrival/complete', entry)).toMatchObject({
      body: { code: 'mail-not-confirmed' },
    });
    expect(await whoIs(visitor)).toBeNull();
  });

  it('is not somebody else of the same name there who was sent by another issuer', async () => {
    await test.dataSource.query(`update account_identity set issuer = 'https://elsewhere.example'`);
    asCard('taro');
    const visitor = test.visitor();
    expect(await through(visitor)).toBe('/identity/welcome');
    expect(await whoIs(visitor)).toBeNull();
    await test.dataSource.query(`update account_identity set issuer = $1`, [world.issuer]);
  });

  it('does not enter an account that was closed', async () => {
    await registered('closed', 'closed@example.jp');
    await test.dataSource.query(
      `update account set disabled_at = now() where mail_key = 'closed@example.jp'`,
    );
    asCard('closed');
    expect(await through(test.visitor())).toBe('/identity/failed?why=account-disabled');
  });
});

describe('a way back that is not what it was', () => {
  const failed = (why: string) => `/identity/failed?why=${why}`;

  it('leads to a page that says why, and signs nobody in', async () => {
    const visitor = test.visitor();
    expect(await through(visitor)).toBe(failed('identity-denied'));
    world.who = { id: 'taro', acr: 'aal1' };
    expect(await through(visitor)).toBe(failed('identity-too-weak'));
    expect(await whoIs(visitor)).toBeNull();
  });

  it('opens nothing in another browser', async () => {
    asCard('taro');
    const address = await throughProvider(test.visitor());
    const thief = test.visitor();
    expect(await backTo(address, thief)).toBe(failed('identity-not-begun'));
    await thief.post('/api/identity/card/sign-in', {});
    expect(await backTo(address, thief)).toBe(failed('identity-not-begun'));
    expect(await whoIs(thief)).toBeNull();
  });

  it('opens nothing a second time, with another state, nor for another provider', async () => {
    asCard('taro');
    const visitor = test.visitor();
    const address = await throughProvider(visitor);
    const other = new URL(address);
    other.searchParams.set('state', 'x');
    expect(await backTo(other, visitor)).toBe(failed('identity-not-begun'));
    const elsewhere = new URL(address);
    elsewhere.pathname = '/api/identity/biz/callback';
    expect(await backTo(elsewhere, visitor)).toBe(failed('identity-not-begun'));
    expect(await backTo(address, visitor)).toBe('/');
    expect(await backTo(address, visitor)).toBe(failed('identity-not-begun'));
  });

  it('opens nothing after ten minutes', async () => {
    asCard('taro');
    const visitor = test.visitor();
    const address = await throughProvider(visitor);
    await test.dataSource.query(`update identity_request set created_at = now() - interval '11 minutes'`);
    expect(await backTo(address, visitor)).toBe(failed('identity-not-begun'));
  });

  it('is not believed with a code of somebody else or a wrong nonce', async () => {
    asCard('taro');
    const victim = test.visitor();
    const theirs = await throughProvider(victim);
    asCard('hanako');
    const visitor = test.visitor();
    const own = await throughProvider(visitor);
    own.searchParams.set('code', theirs.searchParams.get('code') ?? '');
    expect(await backTo(own, visitor)).toBe(failed('identity-not-proven'));
    const again = await throughProvider(visitor);
    await test.dataSource.query(`update identity_request set nonce = 'x'`);
    expect(await backTo(again, visitor)).toBe(failed('identity-not-proven'));
    expect(await whoIs(visitor)).toBeNull();
  });

  it('says that a provider does not exist', async () => {
    const { body } = await test.visitor().post('/api/identity/nobody/sign-in', {});
    expect(body.code).toBe('identity-unknown');
  });
});

describe('an account', () => {
  const own = async (visitor: Visitor): Promise<OwnIdentities> =>
    (await visitor.get<OwnIdentities>('/api/identities')).body;
  let kitano: Visitor;

  it('takes a provider as another way in, from its own page', async () => {
    kitano = await test.applicant('kitano@example.jp');
    asCard('kitano');
    expect(await through(kitano, 'link', '/account')).toBe('/account');
    const { identities, hasPassword } = await own(kitano);
    expect([identities.length, hasPassword]).toEqual([1, true]);
    const elsewhere = test.visitor();
    await through(elsewhere);
    expect(await whoIs(elsewhere)).toMatchObject({ mail: 'kitano@example.jp' });
  });

  it('takes whoever arrived in this browser, once it has signed in there with its password', async () => {
    const visitor = test.visitor();
    asCard('naniwa');
    expect(await through(visitor)).toBe('/identity/welcome');
    expect((await visitor.post('/api/identity/arrival/link')).status).toBe(401);
    await visitor.post('/api/session/applicant', { mail: 'naniwa@example.jp', password: 'tetsuzuki-demo' });
    expect((await visitor.post('/api/identity/arrival/link')).status).toBe(204);
    const elsewhere = test.visitor();
    await through(elsewhere);
    expect(await whoIs(elsewhere)).toMatchObject({ mail: 'naniwa@example.jp' });
  });

  it('is not given what belongs to another account', async () => {
    const visitor = await test.applicant('naniwa@example.jp');
    asCard('kitano');
    expect(await through(visitor, 'link')).toBe('/identity/failed?why=identity-taken');
  });

  it('is linked only for the one who asked for it and is still signed in', async () => {
    asCard('somebody');
    const visitor = await test.applicant('naniwa@example.jp');
    const address = await throughProvider(visitor, 'link');
    await visitor.delete('/api/session');
    expect(await backTo(address, visitor)).toBe('/identity/failed?why=identity-not-begun');
  });

  it('parts with a provider, and not with its last way in', async () => {
    const [linked] = (await own(kitano)).identities;
    const stranger = await test.applicant('naniwa@example.jp');
    expect((await stranger.delete(`/api/identities/${linked?.id}`)).status).toBe(404);
    expect((await kitano.delete(`/api/identities/${linked?.id}`)).status).toBe(204);
    expect((await own(kitano)).identities).toEqual([]);

    const without = test.visitor();
    asCard('taro');
    await through(without);
    const { identities, hasPassword } = await own(without);
    expect([identities[0]?.proven, hasPassword]).toEqual([
      expect.objectContaining({ name: '髙﨑　太郎' }),
      false,
    ]);
    const refused: Answer<{ code: string }> = await without.delete(`/api/identities/${identities[0]?.id}`);
    expect(refused.body.code).toBe('identity-last');
  });
});
