import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DiscoveryService } from '@nestjs/core';
import { civilDateInJapan } from '#engine';
import type { SessionView } from '../../src/access/session.dto.js';
import type { ApplicantApplicationView, ApplicationList } from '../../src/applications/application.dto.js';
import type { DeskApplicationView } from '../../src/applications/desk.dto.js';
import type { DraftList, DraftView, Receipt } from '../../src/drafts/draft.dto.js';
import { declaredEndpoints } from '../../src/http/open-api.js';
import type { MandateList } from '../../src/mandates/mandate.dto.js';
import type { ConversationView } from '../../src/messages/message.dto.js';
import { agentsToTell } from '../../src/notices/agents-to-tell.js';
import { PublishProcedure } from '../../src/procedures/publish-procedure.js';
import { version } from '../engine/versions/small-version.js';
import { fillJitanDraft } from './support/jitan-answers.js';
import { startTestApp, type TestApp } from './support/test-app.js';
import type { Visitor } from './support/visitor.js';

const today = civilDateInJapan(new Date().toISOString());
const agentMail = 'kitano@example.jp';
const key = '0190f000-0000-7000-8000-00000000beef';

let test: TestApp;
let principal: Visitor;
let agent: Visitor;
/** Of the principal, in the procedure that is entrusted. */
let mine: Receipt;
beforeAll(async () => {
  test = await startTestApp();
  principal = await test.applicant('naniwa@example.jp');
  agent = await test.applicant(agentMail);
  mine = await submitted(principal, '委任亭');
  const { files } = version({ 'procedure.json#/delegation': false });
  const published = await test.app.get(PublishProcedure, { strict: false }).run(files);
  if (!published.ok) throw new Error(JSON.stringify(published.problems));
});
afterAll(() => test.stop());

async function submitted(person: Visitor, store: string): Promise<Receipt> {
  const draft = await fillJitanDraft(person, store);
  const { body } = await person.post<Receipt>(`/api/drafts/${draft.id}/submit`, { revision: draft.revision });
  return body;
}

const ask = (more: object = {}) =>
  principal.post<MandateList>('/api/mandates', {
    procedureId: 'jitan-9',
    applicationId: null,
    endsOn: today,
    mail: agentMail,
    mailAgain: agentMail,
    ...more,
  });

async function asked(more: object = {}): Promise<string> {
  const { body } = await ask(more);
  return body.given[0]?.id ?? '';
}

async function entrusted(more: object = {}): Promise<string> {
  const id = await asked(more);
  expect((await agent.post(`/api/mandates/${id}/accept`)).status).toBe(200);
  return id;
}

const actFor = (mandateId: string) => agent.post<SessionView>('/api/session/mandate', { mandateId });
const subject = async (person: Visitor) => (await person.get<SessionView>('/api/session')).body.subject;

/** The agent acts for themselves again, and the principal has entrusted nothing. */
async function afresh(): Promise<void> {
  await test.dataSource.query('delete from mandate');
}

describe('who asks somebody to act for them', () => {
  it('gets the same answer whether or not the address has an account, and owes a mail', async () => {
    await afresh();
    const known = await ask();
    const unknown = await ask({ mail: 'nobody@example.jp', mailAgain: 'nobody@example.jp' });
    expect([known.status, unknown.status]).toEqual([201, 201]);
    expect(
      unknown.body.given.map(({ agentMail: mail, agentName, state }) => [mail, agentName, state]),
    ).toEqual([
      ['nobody@example.jp', null, 'invited'],
      [agentMail, null, 'invited'],
    ]);
    expect(
      await test.dataSource.query(
        `select recipient, kind from account_mail where kind like 'mandate-%' order by created_at`,
      ),
    ).toEqual([
      { recipient: agentMail, kind: 'mandate-offered' },
      { recipient: 'nobody@example.jp', kind: 'mandate-offered' },
    ]);
  });

  it('is told what is wrong, at the field', async () => {
    await afresh();
    const { status, body } = await ask({
      endsOn: '2021-02-30',
      mail: 'naniwa@example.jp',
      mailAgain: 'naniwa@example.jp',
    });
    expect([status, body]).toMatchObject([
      422,
      { code: 'answers-invalid', problems: [{ path: '/endsOn' }, { path: '/mail', code: 'own' }] },
    ]);
    expect((await ask({ procedureId: 'nothing' })).status).toBe(404);
    expect((await ask({ applicationId: key })).status).toBe(404);
    expect((await ask()).status).toBe(201);
    expect((await ask()).body).toMatchObject({ code: 'mandate-there' });
  });

  it('cannot entrust a procedure that forbids it', async () => {
    expect((await ask({ procedureId: 'shop-grant' })).body).toMatchObject({ code: 'delegation-not-allowed' });
    const { body } = await principal.get<MandateList>('/api/mandates');
    expect(body.procedures.map(({ id }) => id)).toContain('jitan-9');
    expect(body.procedures.map(({ id }) => id)).not.toContain('shop-grant');
  });
});

describe('whoever was asked', () => {
  it('alone sees it, accepts, and acts for the principal until they go back to themselves', async () => {
    await afresh();
    const id = await asked();
    expect((await actFor(id)).status).toBe(404);
    await test.dataSource.query(
      `with third as (
         insert into account (id, mail, mail_key, password_hash)
         select gen_random_uuid(), 'third@example.jp', 'third@example.jp', password_hash from account
         where mail_key = $1 returning id
       )
       insert into applicant (id, account_id, kind, name, profile)
       select gen_random_uuid(), id, 'individual', '第三 者子', '{}' from third`,
      [agentMail],
    );
    const stranger = await test.applicant('third@example.jp');
    expect((await stranger.get<MandateList>('/api/mandates')).body.received).toEqual([]);
    expect((await stranger.post(`/api/mandates/${id}/accept`)).status).toBe(404);
    expect((await principal.post(`/api/mandates/${id}/accept`)).status).toBe(404);

    const { body } = await agent.post<MandateList>(`/api/mandates/${id}/accept`);
    expect(body.received).toMatchObject([{ id, state: 'accepted', endsOn: today }]);
    const before = await subject(agent);
    expect((await actFor(id)).body.subject).toMatchObject({
      name: (await subject(principal))?.name,
      mail: agentMail,
      acting: { mandateId: id, agentName: before?.name, procedureId: 'jitan-9', applicationId: null },
    });
    await agent.post('/api/session/hat', { hatId: before?.id });
    expect(await subject(agent)).toMatchObject({ id: before?.id, acting: null, mandates: [{ id }] });
  });

  it('declines, and the principal sees it', async () => {
    await afresh();
    const id = await asked();
    expect((await agent.post<MandateList>(`/api/mandates/${id}/decline`)).body.received).toEqual([]);
    expect((await principal.get<MandateList>('/api/mandates')).body.given[0]).toMatchObject({
      state: 'declined',
    });
    expect((await agent.post(`/api/mandates/${id}/accept`)).status).toBe(409);
    expect((await actFor(id)).status).toBe(404);
  });

  it('finds nothing to accept once it was revoked, whoever is faster', async () => {
    await afresh();
    const id = await asked();
    const [accepted, revoked] = await Promise.all([
      agent.post(`/api/mandates/${id}/accept`),
      principal.post<MandateList>(`/api/mandates/${id}/revoke`),
    ]);
    expect([200, 409]).toContain(accepted.status);
    expect(revoked.body.given[0]).toMatchObject({ state: 'revoked' });
    expect((await actFor(id)).status).toBe(404);
  });
});

describe('what has ended', () => {
  it('tells both sides who ended it, and the agent for a year', async () => {
    await afresh();
    const first = await entrusted();
    await agent.post(`/api/mandates/${first}/revoke`);
    const second = await entrusted();
    await principal.post(`/api/mandates/${second}/revoke`);
    const told = async (): Promise<unknown> =>
      (await agent.get<MandateList>('/api/mandates')).body.received.map(({ id, state, revokedBy }) => [
        id,
        state,
        revokedBy,
      ]);
    expect(await told()).toEqual([
      [second, 'revoked', 'principal'],
      [first, 'revoked', 'agent'],
    ]);
    expect((await principal.get<MandateList>('/api/mandates')).body.given).toMatchObject([
      { id: second, revokedBy: 'principal', revokedAt: expect.any(String) },
      { id: first, revokedBy: 'agent' },
    ]);
    await test.dataSource.query(`update mandate set revoked_at = now() - interval '366 days' where id = $1`, [
      first,
    ]);
    expect(await told()).toEqual([[second, 'revoked', 'principal']]);
  });
});

describe('an agent', () => {
  it('starts, submits and writes in the principal’s name, and is named in the history of both sides', async () => {
    await afresh();
    await actFor(await entrusted());
    expect(
      (await agent.get<ApplicationList>('/api/applications')).body.applications.map(({ id }) => id),
    ).toContain(mine.applicationId);
    const receipt = await submitted(agent, '代理亭');
    const { body } = await principal.get<ApplicantApplicationView>(
      `/api/applications/${receipt.applicationId}`,
    );
    expect(body.steps[0]).toMatchObject({ byApplicant: true, agentName: '北野 春香' });
    const desk = await test.official('sato');
    const { body: file } = await desk.get<DeskApplicationView>(
      `/api/desk/applications/${receipt.applicationId}`,
    );
    expect(file.applicantName).toBe((await subject(principal))?.name);
    expect(file.history[0]?.actorName).toContain('（代理：');
    const said = await agent.post<ConversationView>(`/api/applications/${mine.applicationId}/messages`, {
      key,
      body: 'お尋ねします',
      files: [],
    });
    expect(said.body.messages[0]?.author).toContain('（代理：');
  });

  it('gets copies of the mails about it, when they want mails', async () => {
    await afresh();
    const told = () =>
      test.dataSource.transaction((tx) => agentsToTell(tx, mine.applicationId, 'naniwa@example.jp'));
    const id = await entrusted();
    expect(await told()).toEqual([]);
    await test.dataSource.query('update account set wants_news = true where mail_key = $1', [agentMail]);
    expect(await told()).toEqual([agentMail]);
    await principal.post(`/api/mandates/${id}/revoke`);
    expect(await told()).toEqual([]);
    await entrusted({ procedureId: 'gold-sticker' });
    expect(await told()).toEqual([]);
  });

  it('of one application sees that one alone, and starts nothing', async () => {
    await afresh();
    const other = await submitted(principal, '対象外亭');
    await actFor(await entrusted({ applicationId: mine.applicationId }));
    const { body } = await agent.get<ApplicationList>('/api/applications');
    expect(body.applications.map(({ id }) => id)).toEqual([mine.applicationId]);
    expect((await agent.get<DraftList>('/api/drafts')).body.drafts).toEqual([]);
    const { body: view } = await agent.get<ApplicantApplicationView>(
      `/api/applications/${mine.applicationId}`,
    );
    expect(view.canWithdraw).toBe(false);
    expect((await agent.get(`/api/applications/${other.applicationId}`)).status).toBe(404);
    expect((await agent.post('/api/drafts', { procedureId: 'jitan-9' })).body).toMatchObject({
      code: 'not-for-agents',
    });
  });

  it('reaches nothing else of the principal: every route, by what it declares', async () => {
    await afresh();
    const { body: draft } = await principal.post<DraftView>('/api/drafts', { procedureId: 'gold-sticker' });
    await actFor(await entrusted());
    expect((await agent.post('/api/drafts', { procedureId: 'gold-sticker' })).status).toBe(403);
    expect((await agent.get<DraftList>('/api/drafts')).body.drafts.map(({ id }) => id)).not.toContain(
      draft.id,
    );
    const routes = declaredEndpoints(test.app.get(DiscoveryService, { strict: false })).filter(
      ({ permit }) => permit !== 'public' && !permit.startsWith('staff') && !permit.startsWith('office:'),
    );
    const closed: string[] = [];
    for (const { method, path, agents, content } of routes) {
      if (agents === 'session' || agents === 'filtered') continue;
      const url = path
        .replace('/drafts/:id', `/drafts/${draft.id}`)
        .replace(/:(?:id|fileId|attachmentId)/g, key)
        .replace(':provider', 'test');
      const payload = method === 'GET' || content !== undefined ? {} : { payload: '{}', headers: json };
      const { status, body } = await agent.send<{ code: string }>(method, url, payload);
      if (agents === undefined) {
        closed.push(`${method} ${path}`);
        expect([method, path, status, body.code]).toEqual([method, path, 403, 'not-for-agents']);
      } else {
        expect([method, path, status]).toEqual([method, path, 404]);
      }
    }
    expect(closed).toEqual(
      expect.arrayContaining([
        'GET /api/account',
        'GET /api/saved-sites',
        'GET /api/favourites',
        'GET /api/mandates',
        'POST /api/mandates',
        'POST /api/applications/:id/withdraw',
        'POST /api/account/close',
        'POST /api/drafts/:id/signature',
      ]),
    );
  });

  it('acts for themselves again at once when it is revoked, is over, or the principal is gone', async () => {
    await afresh();
    const revoked = await entrusted();
    await actFor(revoked);
    await principal.post(`/api/mandates/${revoked}/revoke`);
    expect(await subject(agent)).toMatchObject({ acting: null, mandates: [] });
    expect((await agent.get(`/api/applications/${mine.applicationId}`)).status).toBe(404);

    const over = await entrusted();
    await actFor(over);
    await test.dataSource.query(`update mandate set ends_on = ends_on - 1 where id = $1`, [over]);
    expect(await subject(agent)).toMatchObject({ acting: null, mandates: [] });
    expect((await actFor(over)).status).toBe(404);
    expect((await principal.get<MandateList>('/api/mandates')).body.given[0]).toMatchObject({
      state: 'ended',
    });

    await actFor(await entrusted());
    await test.dataSource.query(
      `update account set disabled_at = now() where mail_key = 'naniwa@example.jp'`,
    );
    expect(await subject(agent)).toMatchObject({ acting: null, mandates: [] });
    await test.dataSource.query(`update account set disabled_at = null where mail_key = 'naniwa@example.jp'`);
  });
});

const json = { 'content-type': 'application/json' };
