import { randomUUID } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DiscoveryService } from '@nestjs/core';
import { civilDateInJapan } from '#engine';
import { type OfficePower } from '../../src/access/office-roles.js';
import type { SessionView } from '../../src/access/session.dto.js';
import type { DraftView } from '../../src/drafts/draft.dto.js';
import type { EndpointDeclaration, Permission } from '../../src/http/endpoint.js';
import { declaredEndpoints } from '../../src/http/open-api.js';
import { PublishProcedure } from '../../src/procedures/publish-procedure.js';
import { version } from '../engine/versions/small-version.js';
import { eventually } from '../support/eventually.js';
import { jitanAnswers, png } from './support/jitan-answers.js';
import { type NoticeWorker, startNoticeWorker } from './support/notice-world.js';
import { message, ownedRoutes as rows } from './support/owned-routes.js';
import { OwnedRows, type Params } from './support/owned-rows.js';
import { signingProcedures } from './support/signing-procedures.js';
import { openSmtpSink, type SmtpSink } from './support/smtp-sink.js';
import { startTestApp, type TestApp } from './support/test-app.js';
import type { Answer, Visitor } from './support/visitor.js';

/** The office's: whoever writes or approves announcements; others are refused in desk-announcements.spec.ts. */
const ofNews: readonly string[] = [
  'DELETE /api/desk/announcements/:id',
  'GET /api/desk/announcements/:id',
  'POST /api/desk/announcements/:id/approve',
  'POST /api/desk/announcements/:id/ask',
  'POST /api/desk/announcements/:id/corrections',
  'POST /api/desk/announcements/:id/corrections/decline',
  'POST /api/desk/announcements/:id/corrections/make',
  'POST /api/desk/announcements/:id/decline',
  'POST /api/desk/announcements/:id/pause',
  'POST /api/desk/announcements/:id/preview',
  'POST /api/desk/announcements/:id/resume',
  'POST /api/desk/announcements/:id/stop-mails',
  'POST /api/desk/announcements/:id/take-back',
  'POST /api/desk/announcements/:id/withdraw',
  'PUT /api/desk/announcements/:id',
];

/** Routes with a parameter whose answer is the same for everybody, or hangs on a secret in the address. */
const nobodysOwn: readonly string[] = [
  ...ofNews,
  'GET /api/announcements/:id',
  'GET /api/banks/:code/branches',
  // The office's: every author sees them, and who agrees to publications acts; see builder-publishing.spec.ts.
  'GET /api/builder/procedures/:id/folder.zip',
  'GET /api/builder/procedures/:id/versions',
  'GET /api/builder/procedures/:id/versions/:hash/changes',
  'GET /api/builder/procedures/:id/moves',
  'POST /api/builder/moves/:id/take-back',
  'POST /api/builder/procedures/:id/pause',
  'POST /api/builder/procedures/:id/reopen',
  'POST /api/builder/procedures/:id/roll-back',
  // Of the services that carry mails, by a secret of theirs; see mail-reports.spec.ts.
  'POST /api/mail-events/:service',
  'GET /api/form-previews/validators/:file',
  'GET /api/forms/:versionHash/:format',
  'GET /api/forms/:versionHash/:format/english',
  // An auditor's, whoever's entry it is; what others are answered is in log.spec.ts.
  'GET /api/desk/log/:id',
  'GET /api/identity/:provider/callback',
  'GET /api/postal-codes/:code',
  'GET /api/procedures/:id',
  'GET /api/procedures/:id/questions',
  'GET /api/procedures/:id/statistics',
  'GET /api/validators/:file',
  'GET /api/verify/:token',
  'POST /api/identity/:provider/link',
  'POST /api/identity/:provider/sign-in',
  'POST /api/procedures/:id/eligibility',
  'POST /stop-news/:token',
];

const officePowers: readonly OfficePower[] = [
  'read-staff',
  'change-staff',
  'read-applications',
  'read-record',
  'read-statistics',
  'operate',
  'read-drafts',
  'write-drafts',
  'publish',
  'read-news',
  'write-news',
  'approve-news',
  'steer-news',
];

type Stranger = 'another applicant' | 'a guest' | 'an official of another procedure' | 'nobody';

/** What a stranger is answered, by who may call the route at all. */
const refusals = {
  applicant: {
    'another applicant': 404,
    'a guest': 403,
    'an official of another procedure': 403,
    nobody: 401,
  },
  'applicant-or-guest': {
    'another applicant': 404,
    'a guest': 404,
    'an official of another procedure': 403,
    nobody: 401,
  },
  'signed-in': {
    'another applicant': 404,
    'a guest': 404,
    'an official of another procedure': 404,
    nobody: 401,
  },
  staff: { 'another applicant': 403, 'a guest': 403, 'an official of another procedure': 404, nobody: 401 },
  'staff-entering': {
    'another applicant': 403,
    'a guest': 403,
    'an official of another procedure': 404,
    nobody: 401,
  },
  ...Object.fromEntries(
    officePowers.map((power) => [
      `office:${power}`,
      { 'another applicant': 403, 'a guest': 403, 'an official of another procedure': 403, nobody: 401 },
    ]),
  ),
} as Readonly<Record<Exclude<Permission, 'public'>, Readonly<Record<Stranger, number>>>>;

let folder: string;
let test: TestApp;
let sink: SmtpSink;
let worker: NoticeWorker;
let owner: Visitor;
let official: Visitor;
let administrator: Visitor;
let auditor: Visitor;
let strangers: Readonly<Record<Stranger, Visitor>>;
let owned: OwnedRows;
beforeAll(async () => {
  folder = signingProcedures();
  letFirstReviewersExport(folder);
  test = await startTestApp({ PROCEDURES_DIR: folder });
  sink = await openSmtpSink();
  worker = await startNoticeWorker(test, { SMTP_URL: sink.url, PROCEDURES_DIR: folder });
  owner = await test.applicant('naniwa@example.jp');
  official = await test.official('sato');
  administrator = await test.official('kobayashi');
  auditor = await test.official('nakamura');
  strangers = {
    'another applicant': await test.applicant('kitano@example.jp'),
    'a guest': await enterAsGuest(),
    'an official of another procedure': await test.official('watanabe'),
    nobody: test.visitor(),
  };
  owned = new OwnedRows(test, owner, official, strangers['another applicant'], administrator);
});
afterAll(async () => {
  await worker.stop();
  await sink.stop();
  await test.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** The official of these tests has that role alone. */
function letFirstReviewersExport(procedures: string): void {
  const file = join(procedures, 'jitan-9', 'workflow.json');
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replace('"recommendOnly": true', '"recommendOnly": true, "exports": true'));
}

async function enterAsGuest(): Promise<Visitor> {
  const { files } = version({ 'procedure.json#/signIn': 'none' });
  const published = await test.app.get(PublishProcedure, { strict: false }).run(files);
  if (!published.ok) throw new Error(JSON.stringify(published.problems));
  const guest = test.visitor();
  const mail = 'jiro@example.jp';
  await guest.post('/api/guest', { procedureId: 'shop-grant', name: '河内 次郎', mail, as: 'individual' });
  const code = await eventually(
    'The code has come',
    async () => /認証コード：(\d{6})/.exec(sink.mails[0]?.text ?? '')?.[1],
  );
  await guest.post('/api/guest/confirm', { code });
  return guest;
}

/** Somebody for whom the rows of these routes are made. */
function entitledTo(permit: Permission): Visitor {
  if (permit === 'office:read-record') return auditor;
  if (permit.startsWith('office:')) return administrator;
  return permit.startsWith('staff') ? official : owner;
}

const endpoints = (): readonly EndpointDeclaration[] =>
  declaredEndpoints(test.app.get(DiscoveryService, { strict: false }));

function call(person: Visitor, route: string, params: Params): Promise<Answer<Record<string, unknown>>> {
  const [method, path = ''] = route.split(' ') as ['GET' | 'POST' | 'PUT' | 'DELETE', string];
  const { also, query = '', body, bytes } = rows[route] ?? {};
  const all: Params = { ...params, ...also };
  const url = path.replaceAll(/:(\w+)/g, (_, name: string) => all[name] ?? '') + query;
  if (bytes === 'file') return person.upload(url, 'a.png', png);
  if (bytes === 'piece') return person.piece(url, png);
  const json = { payload: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
  return person.send(method, url, body ? json : {});
}

describe('the table of what belongs to somebody', () => {
  it('has a line for every route with a parameter, and none for a route that is gone', () => {
    const named = endpoints()
      .filter(({ path }) => path.includes(':'))
      .map(({ method, path }) => `${method} ${path}`);
    expect([...Object.keys(rows), ...nobodysOwn].sort()).toEqual(named.sort());
  });

  it('leaves out no route that asks who is there, but the one that only names a provider', () => {
    const personal = endpoints().filter(({ permit }) => permit !== 'public');
    const routes = personal.map(({ method, path }) => `${method} ${path}`);
    expect(routes.filter((route) => nobodysOwn.includes(route) && !ofNews.includes(route)).sort()).toEqual([
      'GET /api/builder/procedures/:id/folder.zip',
      'GET /api/builder/procedures/:id/moves',
      'GET /api/builder/procedures/:id/versions',
      'GET /api/builder/procedures/:id/versions/:hash/changes',
      'GET /api/desk/log/:id',
      'POST /api/builder/moves/:id/take-back',
      'POST /api/builder/procedures/:id/pause',
      'POST /api/builder/procedures/:id/reopen',
      'POST /api/builder/procedures/:id/roll-back',
      'POST /api/identity/:provider/link',
    ]);
  });
});

describe('what belongs to somebody is reached by nobody else through', () => {
  it.each(Object.keys(rows))('%s', async (route) => {
    const endpoint = endpoints().find(({ method, path }) => `${method} ${path}` === route);
    const row = rows[route];
    if (!row || !endpoint || endpoint.permit === 'public') throw new Error(`${route} is not personal.`);
    const params = await owned[row.of]();
    const absent = Object.fromEntries(Object.keys(params).map((name) => [name, randomUUID()]));
    const answered: Record<string, number> = {};
    for (const [who, person] of Object.entries(strangers)) {
      const { status, body } = await call(person, route, params);
      answered[who] = status;
      // Nor does the answer tell that there is such a thing.
      const nothing = await call(person, route, absent);
      expect([who, { ...nothing.body, requestId: '' }]).toEqual([who, { ...body, requestId: '' }]);
    }
    expect(answered).toEqual(refusals[endpoint.permit]);
    const entitled = entitledTo(endpoint.permit);
    expect((await call(entitled, route, params)).status).toBe(row.owner);
  });
});

describe('a list', () => {
  it('holds nothing of somebody else’s, whichever it is', async () => {
    const things: readonly Params[] = [
      await owned.draft(),
      await owned.messageFile(),
      await owned.notice(),
      await owned.site(),
      await owned.session(),
      await owned.identity(),
      await owned.applicant(),
      await owned.mandate(),
      await owned.absence(),
      await owned.savedView(),
      await owned.opinion(),
      await owned.batch(),
      await owned.export(),
      await owned.exportDefinition(),
      await owned.paymentBatch(),
      await owned.paymentProfile(),
      await owned.deskSession(),
    ];
    const ids = things.flatMap((params) => Object.values(params));
    expect(ids.every((id) => id.length === 36)).toBe(true);
    const told: Record<string, boolean> = {};
    for (const { method, path, permit } of endpoints()) {
      if (method !== 'GET' || permit === 'public' || path.includes(':')) continue;
      const query = { '/api/desk/applications': '?queue=all', '/api/desk/search': '?q=権限亭' }[path] ?? '';
      /** All of its pages: what is oldest comes last. */
      const read = async (person: Visitor, cursor = ''): Promise<string> => {
        const more = cursor === '' ? query : `${query === '' ? '?' : `${query}&`}cursor=${cursor}`;
        const { body } = await person.get<{ readonly next?: unknown }>(path + more);
        const { next } = body;
        const rest = typeof next === 'string' ? await read(person, encodeURIComponent(next)) : '';
        return JSON.stringify(body) + rest;
      };
      for (const person of Object.values(strangers)) {
        const text = await read(person);
        expect([path, ids.filter((id) => text.includes(id)), text.includes('権限亭')]).toEqual([
          path,
          [],
          false,
        ]);
      }
      const own = await read(entitledTo(permit));
      told[path] = ids.some((id) => own.includes(id));
    }
    // The owner finds what the others do not.
    expect(told).toMatchObject({
      '/api/drafts': true,
      '/api/applications': true,
      '/api/saved-sites': true,
      '/api/notices': true,
      '/api/identities': true,
      '/api/mandates': true,
      '/api/account': true,
      '/api/account/sessions': true,
      '/api/desk/absences': true,
      '/api/desk/views': true,
      '/api/desk/batches': true,
      '/api/desk/opinions': true,
      '/api/desk/exports': true,
      '/api/desk/payments': true,
      '/api/desk/payment-profiles': true,
      '/api/desk/account/sessions': true,
    });
  });
});

describe('an id of somebody else’s in what is sent', () => {
  const other = () => strangers['another applicant'];
  const begin = async (more: object = {}) =>
    other().post<DraftView & { code: string }>('/api/drafts', {
      procedureId: 'jitan-9',
      another: true,
      ...more,
    });

  it('begins no draft: neither a saved site nor a former application', async () => {
    const { id: siteId } = await owned.site();
    const { id: fromApplicationId } = await owned.application();
    expect((await begin({ siteId })).status).toBe(404);
    expect((await begin({ fromApplicationId })).status).toBe(404);
  });

  it('puts on no hat', async () => {
    const { id: hatId } = await owned.applicant();
    expect((await other().post('/api/session/hat', { hatId })).status).toBe(404);
    const { body } = await other().get<SessionView>('/api/session');
    expect(body.subject).toMatchObject({ name: '北野 春香' });
  });

  it('acts for nobody', async () => {
    const { id: mandateId } = await owned.mandate();
    expect((await other().post('/api/session/mandate', { mandateId })).status).toBe(404);
  });

  it('entrusts nobody with it', async () => {
    const { id: applicationId } = await owned.application();
    const endsOn = civilDateInJapan(new Date().toISOString());
    const mails = { mail: 'a@example.jp', mailAgain: 'a@example.jp' };
    const asked = { procedureId: 'jitan-9', endsOn, ...mails };
    const { status, body } = await other().post('/api/mandates', { ...asked, applicationId });
    expect(status).toBeGreaterThanOrEqual(400);
    expect(JSON.stringify(body)).not.toContain(applicationId);
  });

  it('brings no file into a draft, and goes on with no upload', async () => {
    const { attachmentId } = await owned.attachmentOfDraft();
    const { body: draft } = await begin();
    const answers = { ...jitanAnswers('よその店'), documents: { permit_copy: [attachmentId] } };
    await other().put(`/api/drafts/${draft.id}`, { revision: draft.revision, answers });
    const { body: after } = await other().get<DraftView>(`/api/drafts/${draft.id}`);
    expect(after.attachments).toEqual([]);
    expect(
      await other().post(`/api/drafts/${draft.id}/submit`, { revision: after.revision, answers }),
    ).toMatchObject({ status: 422 });

    const { id } = await owned.upload();
    const begun = { id, field: 'documents.permit_copy', name: 'permit.png', bytes: png.length };
    expect((await other().post(`/api/drafts/${draft.id}/uploads`, begun)).status).toBe(404);
  });

  it('brings no file into a message', async () => {
    const { fileId } = await owned.messageFile();
    const { applicationId } = await owned.submitted(other(), '北野の店');
    const sent = await other().post(`/api/applications/${applicationId}/messages`, {
      ...message(),
      files: [fileId],
    });
    expect(sent.status).toBeGreaterThanOrEqual(400);
    expect(
      JSON.stringify((await other().get(`/api/applications/${applicationId}/messages`)).body),
    ).not.toContain(fileId);
  });
});
