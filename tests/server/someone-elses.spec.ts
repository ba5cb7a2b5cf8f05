import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DiscoveryService } from '@nestjs/core';
import { civilDateInJapan } from '#engine';
import type { OwnSessions } from '../../src/access/own-sessions.dto.js';
import type { AccountView } from '../../src/accounts/account.dto.js';
import type { DeskApplicationView } from '../../src/applications/desk.dto.js';
import type { Receipt } from '../../src/drafts/draft.dto.js';
import type { MessageFileView } from '../../src/messages/message.dto.js';
import { declaredEndpoints } from '../../src/http/open-api.js';
import type { MandateList } from '../../src/mandates/mandate.dto.js';
import type { SiteList } from '../../src/sites/site.dto.js';
import { fillJitanDraft } from './support/jitan-answers.js';
import { startTestApp, type TestApp } from './support/test-app.js';
import type { Answer, Visitor } from './support/visitor.js';

/** `printRoutes` of Fastify → `GET /api/drafts/:id` …; HEAD comes with every GET. */
function leaves(tree: string): string[] {
  const path: string[] = [];
  return tree.split('\n').flatMap((line) => {
    const [, indent = '', part = '', methods = ''] = /^([ │├└─]*)(\S+)(?: \(([A-Z, ]+)\))?$/.exec(line) ?? [];
    path.splice(indent.length / 4 - 1, path.length, part);
    return methods
      .split(', ')
      .filter((method) => method !== '' && method !== 'HEAD')
      .map((method) => `${method} ${path.join('')}`);
  });
}

const message = '0190f000-0000-7000-8000-00000000beef';

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

describe('who may call what', () => {
  let test: TestApp;
  let people: Record<'owner' | 'official' | 'administrator' | 'nobody', Visitor>;
  let ids: Record<
    | 'draft'
    | 'application'
    | 'attachment'
    | 'notice'
    | 'messageFile'
    | 'site'
    | 'upload'
    | 'session'
    | 'applicant'
    | 'mandate',
    string
  >;
  beforeAll(async () => {
    test = await startTestApp();
    people = {
      owner: await test.applicant('naniwa@example.jp'),
      official: await test.official('sato'),
      administrator: await test.official('kobayashi'),
      nobody: test.visitor(),
    };
    const submitted = await fillJitanDraft(people.owner, '権限亭');
    const { body: receipt } = await people.owner.post<Receipt>(`/api/drafts/${submitted.id}/submit`, {
      revision: submitted.revision,
    });
    const open = await fillJitanDraft(people.owner, '権限亭二号店');
    const { body: view } = await people.official.get<DeskApplicationView>(
      `/api/desk/applications/${receipt.applicationId}`,
    );
    const { body: file } = await people.owner.upload<MessageFileView>(
      `/api/applications/${receipt.applicationId}/messages/files`,
      'a.pdf',
      Buffer.from('%PDF-1.7\n'),
    );
    const upload = randomUUID();
    const begun = { id: upload, field: 'documents.permit_copy', name: 'a.pdf', bytes: 9 };
    await people.owner.post(`/api/drafts/${open.id}/uploads`, begun);
    const { body: mine } = await people.owner.get<SiteList>('/api/saved-sites');
    const { body: mandates } = await people.owner.post<MandateList>('/api/mandates', {
      procedureId: 'jitan-9',
      applicationId: null,
      endsOn: civilDateInJapan(new Date().toISOString()),
      mail: 'agent@example.jp',
      mailAgain: 'agent@example.jp',
    });
    ids = {
      mandate: mandates.given[0]?.id ?? '',
      messageFile: file.id,
      site: mine.sites[0]?.id ?? '',
      upload,
      draft: open.id,
      application: receipt.applicationId,
      attachment: receipt.attachments[0]?.id ?? '',
      notice: view.notices[0]?.id ?? '',
      session: (await people.owner.get<OwnSessions>('/api/account/sessions')).body.sessions[0]?.id ?? '',
      applicant: (await people.owner.get<AccountView>('/api/account')).body.applicants[0]?.id ?? '',
    };
  });
  afterAll(() => test.stop());

  const endpoints = () => declaredEndpoints(test.app.get(DiscoveryService, { strict: false }));
  const address = (path: string): string =>
    path
      .replace('/attachments/:id', `/attachments/${ids.attachment}`)
      .replace('/message-files/:id', `/message-files/${ids.messageFile}`)
      .replace(':fileId', ids.messageFile)
      .replace('/notices/:id', `/notices/${ids.notice}`)
      .replace('/uploads/:id', `/uploads/${ids.upload}`)
      .replace('/saved-sites/:id', `/saved-sites/${ids.site}`)
      .replace('/mandates/:id', `/mandates/${ids.mandate}`)
      .replace('/sessions/:id', `/sessions/${ids.session}`)
      .replace('/applicants/:id', `/applicants/${ids.applicant}`)
      .replace('/drafts/:id', `/drafts/${ids.draft}`)
      .replace('/applications/:id', `/applications/${ids.application}`)
      .replace(':attachmentId', ids.attachment)
      .replace(':action', 'pass')
      .replace('/signatures/:n/:part', '/signatures/1/content');
  const bodies: Readonly<Record<string, object>> = {
    'POST /api/drafts/:id/submit': { revision: 0 },
    'POST /api/drafts/:id/uploads': {
      id: randomUUID(),
      field: 'documents.permit_copy',
      name: 'a.pdf',
      bytes: 9,
    },
    'PUT /api/saved-sites/:id': { data: { name: 'x' } },
    'PUT /api/drafts/:id': { revision: 0, answers: {} },
    'POST /api/identity/:provider/link': {},
    'POST /api/drafts/:id/signature': { revision: 0 },
    'POST /api/drafts/:id/signature/value': { signature: 'AA==', certificate: 'AA==' },
    'POST /api/drafts/:id/move': { revision: 0 },
    'POST /api/drafts/:id/carry': { versionHash: '0'.repeat(64), sets: [] },
    'POST /api/drafts/:id/once-check': {},
    'PUT /api/account/applicants/:id': { name: 'x', phone: '0612345678' },
    'POST /api/applications/:id/withdraw': { reason: 'x' },
    'POST /api/desk/applications/:id/actions/:action': { lock: 0 },
    'POST /api/desk/applications/:id/assign': { assigneeId: 'me' },
    'POST /api/applications/:id/messages': { key: message, body: 'x', files: [] },
    'POST /api/desk/applications/:id/messages': { key: message, body: 'x', files: [] },
    'POST /api/desk/applications/:id/messages/settle': { close: false },
    'POST /api/desk/applications/:id/overrides': {
      lock: 0,
      path: '/sales/payable',
      value: 1,
      reason: 'x',
      publicReason: 'x',
    },
    'POST /api/desk/applications/:id/hold': { lock: 0, reason: 'x', reviewOn: '2030-01-01' },
    'POST /api/desk/applications/:id/release': { lock: 0 },
    'POST /api/desk/applications/:id/actions/:action/preview': { lock: 0 },
    'POST /api/desk/applications/:id/correction-permission': { reason: 'x' },
    'POST /api/desk/applications/:id/presence': { writing: true },
    'PUT /api/desk/applications/:id/annotations': { path: '/store/name', mark: 'checked', note: '' },
    'POST /api/desk/applications/:id/notes': { id: randomUUID(), body: 'x' },
    'POST /api/desk/applications/:id/open': { path: '/bank/account_no' },
    'PUT /api/desk/staff/:id': { lock: 0, name: 'x', mail: '', departmentId: '', teamIds: [], roles: [] },
    'POST /api/desk/staff/:id/confirm-role': { procedureId: 'jitan-9', role: 'approver' },
    'POST /api/desk/staff/:id/disable': { reason: 'x' },
    'POST /api/desk/staff/:id/reset-codes': { reason: 'x' },
    'PUT /api/desk/departments/:id': { parentId: null, nameJa: 'x', nameEn: '' },
    'PUT /api/desk/visits/:id/findings': { item: 'x', version: 0, result: 'conforming', note: '' },
    'POST /api/desk/visits/:id/cancel': { tell: false },
    'POST /api/desk/visits/order': { visits: [message] },
    'PUT /api/desk/applications/:id/visit': {
      onDay: '2035-01-05',
      fromTime: '10:00',
      toTime: '11:00',
      place: 'x',
      inspectors: [message],
      note: '',
      tell: false,
    },
    'POST /api/desk/applications/:id/visit-proposal': {
      slots: [{ onDay: '2035-01-05', fromTime: '10:00', toTime: '11:00' }],
      place: 'x',
      inspectors: [message],
      note: '',
    },
    'POST /api/applications/:id/visit-choice': { proposalId: message, slot: 0, note: '' },
    'POST /api/desk/applications/:id/opinions': {
      id: message,
      departmentId: message,
      assigneeId: null,
      question: 'x',
      shared: [],
      dueOn: '2035-01-05',
      againOf: null,
    },
    'POST /api/desk/opinions/:id/extend': { dueOn: '2035-01-05', reason: 'x' },
    'POST /api/desk/opinions/:id/withdraw': { reason: 'x' },
    'POST /api/desk/opinions/:id/claim': { assigneeId: 'me' },
    'POST /api/desk/opinions/:id/answer': { standpoint: 'clear', answer: '' },
    'POST /api/desk/paper': {
      procedureId: 'jitan-9',
      arrivedOn: '2026-01-05',
      brought: 'post',
      applicant: { kind: 'account', mail: 'x', name: 'x' },
    },
    'PUT /api/desk/paper/:id': { revision: 0, answers: {} },
    'PUT /api/desk/paper/:id/arrival': { arrivedOn: '2026-01-05', brought: 'post' },
    'POST /api/desk/paper/:id/submit': { revision: 0, answers: {}, setAside: [] },
    'POST /api/desk/applications/:id/paper-withdrawal': { reason: 'x' },
    'POST /api/desk/letters/hand-out': { notices: [message], way: 'post', handedOn: '2026-01-05' },
    'PUT /api/desk/teams/:id': { departmentId: randomUUID(), nameJa: 'x', nameEn: '' },
  };
  const uploads = [
    'POST /api/drafts/:id/attachments',
    'POST /api/applications/:id/messages/files',
    'POST /api/desk/applications/:id/messages/files',
    'POST /api/desk/paper/:id/attachments',
    'POST /api/desk/paper/:id/scans',
    'POST /api/desk/visits/:id/photos',
    'POST /api/desk/opinions/:id/files',
  ];
  const queries: Readonly<Record<string, string>> = {
    'POST /api/drafts/:id/attachments': '?field=documents.permit_copy',
    'POST /api/desk/paper/:id/attachments': '?field=documents.permit_copy',
    'PUT /api/uploads/:id/content': '?offset=0',
    'POST /api/desk/visits/:id/photos': `?item=x&file=${randomUUID()}`,
  };
  const call = (person: Visitor, method: Method, path: string): Promise<Answer<{ code: string }>> => {
    const key = `${method} ${path}`;
    const body = bodies[key];
    const url = address(path) + (queries[key] ?? '');
    if (uploads.includes(key)) return person.upload(url, 'a.pdf', Buffer.from('%PDF-1.7\n'));
    if (key === 'PUT /api/uploads/:id/content') return person.piece(url, Buffer.from('%PDF-1.7\n'));
    return person.send(method, url, {
      ...(body ? { payload: JSON.stringify(body), headers: { 'content-type': 'application/json' } } : {}),
    });
  };

  it('is declared for every route that answers', () => {
    const declared = endpoints().map(({ method, path }) => `${method} ${path}`);
    expect(declared.length).toBeGreaterThan(25);
    const reachable = test.app.getHttpAdapter().getInstance().printRoutes();
    expect(leaves(reachable).sort()).toEqual(declared.sort());
  });

  it('turns away who is not signed in, on every route that is not public', async () => {
    for (const { method, path, permit } of endpoints()) {
      if (permit === 'public') continue;
      const { status, body } = await call(people.nobody, method, path);
      expect([method, path, status, body.code]).toEqual([method, path, 401, 'sign-in-required']);
    }
  });

  it('turns away the other kind of account', async () => {
    for (const { method, path, permit } of endpoints()) {
      if (permit === 'public' || permit === 'signed-in') continue;
      const forOffice = permit.startsWith('staff') || permit.startsWith('office:');
      const person = forOffice ? people.owner : people.official;
      const { status, body } = await call(person, method, path);
      expect([method, path, status, body.code]).toEqual([method, path, 403, 'not-permitted']);
    }
  });

  it('lets officials without the office’s power do nothing of its own', async () => {
    for (const { method, path, permit } of endpoints()) {
      if (!permit.startsWith('office:')) continue;
      const { status, body } = await call(people.official, method, path);
      expect([method, path, status, body.code]).toEqual([method, path, 403, 'not-permitted']);
    }
  });

  it('shows an official nothing of a draft, and files of a submission alone', async () => {
    const [open] = await test.dataSource.query<{ id: string }[]>(
      'select id from attachment where draft_id = $1 limit 1',
      [ids.draft],
    );
    expect((await people.official.get(`/api/attachments/${open?.id}/content`)).status).toBe(404);
    const own = await people.official.get<string>(`/api/attachments/${ids.attachment}/content?inline=1`);
    expect(own.status).toBe(200);
    expect(own.headers).toMatchObject({
      'content-type': 'image/png',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    expect(String(own.headers['content-security-policy'])).toContain('sandbox');
    const download = await people.owner.get<string>(`/api/attachments/${ids.attachment}/content`);
    expect(String(download.headers['content-disposition'])).toMatch(/^attachment;/);
  });

  it('is told nothing by an id that is no id', async () => {
    expect((await people.owner.get('/api/drafts/1%20or%201=1')).status).toBe(404);
    expect((await people.owner.get('/api/nothing')).status).toBe(404);
    expect(
      (await people.official.get('/api/desk/applications?queue=stage:jitan-9:x&cursor=AAAA')).status,
    ).toBe(422);
  });
});
