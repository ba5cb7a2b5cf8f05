import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { SessionView } from '../../src/access/session.dto.js';
import type { ApplicantApplicationView, ApplicationList } from '../../src/applications/application.dto.js';
import type { DraftView, Receipt } from '../../src/drafts/draft.dto.js';
import type { GuestSecret, GuestView } from '../../src/guests/guest.dto.js';
import { PublishProcedure } from '../../src/procedures/publish-procedure.js';
import { version } from '../engine/versions/small-version.js';
import { eventually } from '../support/eventually.js';
import { type NoticeWorker, startNoticeWorker } from './support/notice-world.js';
import { openSmtpSink, type SmtpSink } from './support/smtp-sink.js';
import { startTestApp, type TestApp } from './support/test-app.js';
import type { Visitor } from './support/visitor.js';

let test: TestApp;
let sink: SmtpSink;
let worker: NoticeWorker;
beforeAll(async () => {
  test = await startTestApp();
  sink = await openSmtpSink();
  worker = await startNoticeWorker(test, { SMTP_URL: sink.url });
  const { files } = version({
    'procedure.json#/signIn': 'none',
    'procedure.json#/acceptanceWindow': {
      opensAt: '2021-11-01T00:00:00+09:00',
      closesAt: '2035-03-31T23:59:59+09:00',
    },
  });
  const published = await test.app.get(PublishProcedure, { strict: false }).run(files);
  if (!published.ok) throw new Error(JSON.stringify(published.problems));
});
afterAll(async () => {
  await worker.stop();
  await sink.stop();
  await test.stop();
});

const begin = (visitor: Visitor, mail: string, more: object = {}) =>
  visitor.post('/api/guest', { procedureId: 'shop-grant', name: '河内 次郎', mail, as: 'business', ...more });

/** Codes of the mails to an address, the latest last. */
const codesTo = (mail: string) =>
  sink.mails
    .filter(({ envelope }) => envelope.to.includes(mail))
    .flatMap(({ text }) => /認証コード：(\d{6})/.exec(text ?? '')?.[1] ?? []);

/** Somebody who showed that they read the mail of the address. */
async function guest(mail: string): Promise<Visitor> {
  const visitor = test.visitor();
  const before = codesTo(mail).length;
  // The limit of one code a minute is the same as for registrations, which test it.
  await test.dataSource.query(`update account_mail set created_at = created_at - interval '2 minutes'`);
  expect((await begin(visitor, mail)).status).toBe(204);
  const code = await eventually('the code', async () => codesTo(mail)[before]);
  expect((await visitor.post('/api/guest/confirm', { code })).status).toBe(204);
  return visitor;
}

const answers = {
  store: { name: '夜鳴きそば', kind: 'bar', tel: '0612345678', fax: '06-1234-5679' },
  sales: { band: 'A', rows: [{ _id: 'k1', month: '10', yen: 500000 }] },
};

async function apply(visitor: Visitor, name: string): Promise<Receipt> {
  const { body: draft } = await visitor.post<DraftView>('/api/drafts', { procedureId: 'shop-grant' });
  const { body } = await visitor.post<Receipt>(`/api/drafts/${draft.id}/submit`, {
    revision: 0,
    answers: { ...answers, store: { ...answers.store, name } },
  });
  return body;
}

describe('somebody without an account', () => {
  it('shows that they read their mail, applies, and finds the application by number and secret', async () => {
    const jiro = await guest('jiro@example.jp');
    expect((await jiro.get<SessionView>('/api/session')).body.subject).toMatchObject({
      name: '河内 次郎',
      as: 'business',
      guestOf: 'shop-grant',
    });
    const receipt = await apply(jiro, '夜鳴きそば');
    expect(receipt.number).toMatch(/^0009-/);
    const { body } = await jiro.post<GuestSecret>('/api/guest/secret');
    expect(body.secret).toMatch(/^[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}$/);

    const later = test.visitor();
    const found = await later.post('/api/guest/look-up', {
      number: receipt.number.replaceAll('-', '－'),
      secret: ` ${body.secret.toUpperCase()} `,
    });
    expect(found.status).toBe(204);
    const { body: application } = await later.get<ApplicantApplicationView>(
      `/api/applications/${receipt.applicationId}`,
    );
    expect(application.number).toBe(receipt.number);
  });

  it('who reads English is written to in English, and told where a procedure has none', async () => {
    const visitor = test.visitor();
    const asked = { procedureId: 'shop-grant', name: 'Ann Lee', mail: 'ann@example.jp', as: 'individual' };
    const mailWith = (words: string) =>
      eventually(`a mail with “${words}”`, () =>
        sink.mails.find(
          ({ envelope, text }) => envelope.to.includes('ann@example.jp') && text?.includes(words),
        ),
      );
    const send = (path: string, body: object) =>
      visitor.send('POST', path, {
        payload: JSON.stringify(body),
        headers: { 'content-type': 'application/json', 'accept-language': 'en' },
      });
    await send('/api/guest', asked);
    const code = /Code: (\d{6})/.exec((await mailWith('Code: ')).text ?? '')?.[1];
    await send('/api/guest/confirm', { code });
    await apply(visitor, 'Ann’s');
    expect((await mailWith('has no English text')).subject).toMatch(/\p{Script=Hiragana}/u);
  });

  it('comes back by the mail address alone, to the same drafts and applications', async () => {
    const first = await guest('saki@example.jp');
    const { body: draft } = await first.post<DraftView>('/api/drafts', { procedureId: 'shop-grant' });
    const again = await guest('SAKI@example.jp'.toLowerCase());
    expect((await again.get<DraftView>(`/api/drafts/${draft.id}`)).status).toBe(200);
  });

  it('is asked for a name, and for an address that can be one', async () => {
    const { status, body } = await begin(test.visitor(), 'no address', { name: ' ' });
    expect(status).toBe(422);
    expect(body.problems?.map(({ path }) => path)).toEqual(['/name', '/mail']);
  });

  it('is told what the browser had begun', async () => {
    const visitor = test.visitor();
    await begin(visitor, 'mada@example.jp');
    expect((await visitor.get<GuestView>('/api/guest')).body).toEqual({
      begun: { procedureId: 'shop-grant', mail: 'mada@example.jp' },
    });
    expect((await test.visitor().get<GuestView>('/api/guest')).body).toEqual({ begun: null });
  });
});

describe('a guest', () => {
  it('starts nothing but their own procedure', async () => {
    const ren = await guest('ren@example.jp');
    expect(await ren.post('/api/drafts', { procedureId: 'jitan-9' })).toMatchObject({
      status: 403,
      body: { code: 'guest-elsewhere' },
    });
  });

  it('has no account to speak of', async () => {
    const ren = await guest('ren2@example.jp');
    expect((await ren.get('/api/favourites')).status).toBe(403);
    expect((await ren.get('/api/account')).status).toBe(403);
  });

  it('sees nothing of another guest with the same procedure', async () => {
    const [a, b] = [await guest('a@example.jp'), await guest('b@example.jp')];
    const receipt = await apply(a, 'エーの店');
    expect((await b.get(`/api/applications/${receipt.applicationId}`)).status).toBe(404);
    expect((await b.get<ApplicationList>('/api/applications')).body.applications).toEqual([]);
  });

  it('cannot sign in with a password, nor be registered over', async () => {
    await guest('kei@example.jp');
    const [row] = await test.dataSource.query<{ mail_key: string }[]>(
      `select mail_key from account where mail = 'kei@example.jp'`,
    );
    const tried = await test
      .visitor()
      .post('/api/session/applicant', { mail: row?.mail_key, password: 'tetsuzuki-demo' });
    expect(tried.status).toBe(401);
  });
});

describe('the look-up', () => {
  it('says the same of a wrong number and of a wrong secret, and slows guessing down', async () => {
    const mei = await guest('mei@example.jp');
    const { number } = await apply(mei, '芽衣の店');
    await mei.post('/api/guest/secret');
    const guess = (of: string) =>
      test.visitor().post('/api/guest/look-up', { number: of, secret: 'aaaa-bbbb-cccc' });
    const [wrongSecret, wrongNumber] = [await guess(number), await guess('0009-03-9999999-9')];
    expect([wrongSecret.status, wrongNumber.status]).toEqual([422, 422]);
    expect(wrongSecret.body.detail).toEqual(wrongNumber.body.detail);
    for (let n = 0; n < 9; n++) await guess(number);
    expect((await guess(number)).status).toBe(429);
  });

  it('does not find what was sent with an account', async () => {
    const owner = await test.applicant();
    const receipt = await apply(owner, 'なにわ酒場 別館');
    const found = await test
      .visitor()
      .post('/api/guest/look-up', { number: receipt.number, secret: 'tetsuzuki-demo' });
    expect(found.status).toBe(422);
  });

  it('knows one secret at a time', async () => {
    const nao = await guest('nao@example.jp');
    const { number } = await apply(nao, '直の店');
    const first = await nao.post<GuestSecret>('/api/guest/secret');
    await nao.post<GuestSecret>('/api/guest/secret');
    expect(
      (await test.visitor().post('/api/guest/look-up', { number, secret: first.body.secret })).status,
    ).toBe(422);
  });

  it('gives no secret to whoever has an account', async () => {
    expect((await (await test.applicant()).post('/api/guest/secret')).status).toBe(403);
  });
});
