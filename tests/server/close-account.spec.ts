import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { SessionView } from '../../src/access/session.dto.js';
import type { ClosingView } from '../../src/accounts/account.dto.js';
import { ForgetAccountMails } from '../../src/notices/account-mail/forget-account-mails.js';
import { type AccountWorld, password, startAccountWorld } from './support/account-world.js';
import { fillJitanDraft } from './support/jitan-answers.js';

let world: AccountWorld;
beforeAll(async () => {
  world = await startAccountWorld();
});
afterAll(() => world.stop());

describe('an account that is closed', () => {
  it('is refused while an application is open, with what stands against it', async () => {
    const me = await world.person('business');
    const draft = await fillJitanDraft(me, '退会亭');
    await me.post(`/api/drafts/${draft.id}/submit`, { revision: draft.revision });
    expect((await me.get<ClosingView>('/api/account/closing')).body).toMatchObject({
      open: [{ subject: '退会亭' }],
      drafts: 0,
      kept: 0,
    });
    expect((await me.post('/api/account/close', { currentPassword: password })).body).toMatchObject({
      code: 'account-in-use',
      params: { count: 1 },
    });
  });

  it('leaves with drafts and profile, while the office keeps what was decided', async () => {
    const me = await world.person('business');
    const submitted = await fillJitanDraft(me, '店じまい亭');
    const { body: receipt } = await me.post<{ applicationId: string }>(`/api/drafts/${submitted.id}/submit`, {
      revision: submitted.revision,
    });
    await me.post(`/api/applications/${receipt.applicationId}/withdraw`, { reason: '閉店' });
    await me.post('/api/drafts', { procedureId: 'gold-sticker' });
    expect((await me.post('/api/account/close', { currentPassword: 'wrong' })).status).toBe(422);
    expect((await me.post('/api/account/close', { currentPassword: password })).status).toBe(204);
    expect((await world.signIn(me.mail, password)).status).toBe(401);
    const rows = await world.test.dataSource.query<unknown[]>(
      `select a.name, a.profile, a.account_id,
         (select count(*)::int from draft where applicant_id = a.id and state = 'open') as drafts
       from application p join applicant a on a.id = p.applicant_id where p.id = $1`,
      [receipt.applicationId],
    );
    expect(rows).toEqual([{ name: '塚本 花子', profile: {}, account_id: null, drafts: 0 }]);
    await world.mailTo(me.mail, '退会の手続きが完了');
    const official = await world.test.official('sato');
    expect((await official.get(`/api/desk/applications/${receipt.applicationId}`)).status).toBe(200);
  });

  it('leaves nothing where nothing was submitted, and its address can register again', async () => {
    const me = await world.person();
    await me.post('/api/account/close', { currentPassword: password });
    const [row] = await world.test.dataSource.query<{ accounts: number; applicants: number }[]>(
      `select (select count(*)::int from account where mail_key = $1) as accounts,
              (select count(*)::int from applicant where account_id is null
                 and not exists (select from application p where p.applicant_id = applicant.id)) as applicants`,
      [me.mail],
    );
    expect(row).toEqual({ accounts: 0, applicants: 0 });
    expect((await me.get<SessionView>('/api/session')).body).toEqual({ subject: null });
  });

  it('and an application that is submitted at the same moment do not miss each other', async () => {
    const me = await world.person('business');
    const draft = await fillJitanDraft(me, '同時亭');
    const [submit, close] = await Promise.all([
      me.post(`/api/drafts/${draft.id}/submit`, { revision: draft.revision }),
      me.post('/api/account/close', { currentPassword: password }),
    ]);
    const both = [submit.status < 300, close.status < 300];
    expect(both.filter(Boolean)).toHaveLength(1);
  });
});

it('a mail about an account is forgotten after a month, and what nobody finished after a day', async () => {
  await world.test.dataSource.query(
    `insert into account_mail (id, kind, recipient, recipient_key, asked_from, language, state, created_at)
     select gen_random_uuid(), 'registered', name, name, '', 'ja', 'sent', now() - age::interval
     from (values ('old', '31 days'), ('recent', '29 days')) as m(name, age)`,
  );
  await world.test.dataSource.query(
    `insert into mail_proof (id, purpose, mail, mail_key, created_at)
     select sha256(name::bytea), 'password-reset', name, name, now() - age::interval
     from (values ('old', '25 hours'), ('recent', '23 hours')) as p(name, age)`,
  );
  await world.test.app.get(ForgetAccountMails, { strict: false }).run();
  const [left] = await world.test.dataSource.query<object[]>(
    `select (select array_agg(recipient order by recipient) from account_mail
             where recipient in ('old', 'recent')) as mails,
            (select array_agg(mail) from mail_proof where mail in ('old', 'recent')) as proofs`,
  );
  expect(left).toEqual({ mails: ['recent'], proofs: ['recent'] });
});
