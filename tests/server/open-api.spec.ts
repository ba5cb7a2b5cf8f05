import { randomUUID } from 'node:crypto';
import type { LogPage } from '../../src/audit/log/log.dto.js';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DiscoveryService } from '@nestjs/core';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { FORM_PROGRAM_FORMAT } from '#engine';
import { PublishAnnouncement } from '../../src/announcements/publish-announcement.js';
import type { Receipt } from '../../src/drafts/draft.dto.js';
import { declaredEndpoints } from '../../src/http/open-api.js';
import { fillJitanDraft } from './support/jitan-answers.js';
import { OwnedRows } from './support/owned-rows.js';
import { OwnedPayments } from './support/owned-payments.js';
import { startTestApp, type TestApp } from './support/test-app.js';
import type { Visitor } from './support/visitor.js';
import { wholeExport } from './support/whole-export.js';

interface OpenApi {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, { operationId: string }>>>>;
}

describe('the description of the API', () => {
  let test: TestApp;
  let applicant: Visitor;
  let official: Visitor;
  beforeAll(async () => {
    test = await startTestApp();
    applicant = await test.applicant();
    official = await test.official('sato');
  });
  afterAll(() => test.stop());

  it('names every route once', async () => {
    const { body } = await test.visitor().get<OpenApi>('/api/openapi.json');
    expect(body.openapi).toBe('3.1.0');
    const operations = Object.values(body.paths).flatMap((path) => Object.values(path));
    const declared = declaredEndpoints(test.app.get(DiscoveryService, { strict: false }));
    expect(operations).toHaveLength(declared.length);
    expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(declared.length);
    expect(JSON.stringify(body)).not.toContain('$id');
  });

  it('is true of what is answered', async () => {
    const draft = await fillJitanDraft(applicant, '記述亭');
    const { body: receipt } = await applicant.post<Receipt>(`/api/drafts/${draft.id}/submit`, {
      revision: draft.revision,
    });
    const { body: open } = await applicant.post<{ id: string; versionHash: string }>('/api/drafts', {
      procedureId: 'gold-sticker',
    });
    const upload = { id: randomUUID(), field: 'facility.permit_copy', name: 'a.png', bytes: 9 };
    await applicant.post(`/api/drafts/${open.id}/uploads`, upload);
    const announcement = await new PublishAnnouncement(test.dataSource).run({
      title: '窓口のお休み',
      body: '年末年始は休みます。',
      english: null,
      important: false,
      audience: null,
      category: null,
      procedureId: 'jitan-9',
      endsAt: null,
    });
    const [colleague] = await test.dataSource.query<{ id: string }[]>(
      `select id from staff where login = 'sato'`,
    );
    const { body: batch } = await official.post<{ id: string }>('/api/desk/batches', {
      ids: [receipt.applicationId],
    });
    const { body: table } = await official.post<{ id: string }>('/api/desk/exports', {
      title: '',
      content: { ...wholeExport, procedureId: 'gold-sticker' },
    });
    const payments = await new OwnedPayments(test, 'sato').exported(receipt.applicationId);
    const administrator = await test.official('kobayashi');
    const owned = new OwnedRows(test, applicant, official, applicant, administrator);
    const [{ id: paper = '' }, { id: visit = '' }] = [await owned.paper(), await owned.visit()];
    const [{ id: builderDraft = '' }, { id: publication = '' }] = [
      await owned.builderDraft(),
      await owned.publication(),
    ];
    const { id: opinion = '' } = await owned.opinion();
    const auditor = await test.official('nakamura');
    const { body: log } = await auditor.get<LogPage>('/api/desk/log');
    const ajv = new Ajv2020({ strict: false, addUsedSchema: false });
    const id: Readonly<Record<string, string>> = {
      '/api/builder/drafts/:id': builderDraft,
      '/api/builder/procedures/:id': 'gold-sticker',
      '/api/builder/publications/:id': publication,
      '/api/drafts/:id': open.id,
      '/api/applications/:id': receipt.applicationId,
      '/api/desk/applications/:id': receipt.applicationId,
      '/api/procedures/:id': 'jitan-9',
      '/api/uploads/:id': upload.id,
      '/api/announcements/:id': announcement,
      '/api/desk/announcements/:id': announcement,
      '/api/desk/batches/:id': batch.id,
      '/api/desk/exports/:id': table.id,
      '/api/desk/log/:id': log.entries[0]?.id ?? '',
      '/api/desk/paper/:id': paper,
      '/api/desk/paper/:id/check': paper,
      '/api/desk/visits/:id': visit,
      '/api/desk/opinions/:id': opinion,
      '/api/desk/payments/:id': payments,
      '/api/desk/staff/:id': colleague?.id ?? '',
    };
    const query: Readonly<Record<string, string>> = {
      '/api/desk/applications': '?queue=all-open',
      '/api/desk/applications/following': '?queue=all-open',
      '/api/desk/search': '?q=記述',
      '/api/desk/payments/waiting': '?procedureId=jitan-9',
    };
    for (const { method, path, permit, reply } of declaredEndpoints(
      test.app.get(DiscoveryService, { strict: false }),
    )) {
      if (method !== 'GET' || typeof reply !== 'object') continue;
      // It takes two versions; see builder-publishing.spec.ts.
      if (path.endsWith('/versions/:hash/changes')) continue;
      // It takes an issued notice; see notices.spec.ts.
      if (path === '/api/verify/:token') continue;
      const person =
        permit === 'office:read-record' || permit === 'office:read-news'
          ? auditor
          : permit.startsWith('office:')
            ? administrator
            : permit === 'staff'
              ? official
              : applicant;
      const owner = Object.keys(id).find((route) => path.startsWith(route)) ?? '';
      const address = path
        .replace(':id', id[owner] ?? '')
        .replace(':versionHash', open.versionHash)
        .replace(':format', String(FORM_PROGRAM_FORMAT))
        .replace(':code', '0001')
        .replace(':revision', '1')
        .replace(':procedureId', 'gold-sticker');
      const { status, body } = await person.get(encodeURI(address + (query[path] ?? '')));
      expect([path, status]).toEqual([path, 200]);
      const validate = ajv.compile(reply);
      validate(body);
      expect([path, validate.errors]).toEqual([path, null]);
    }
  });
});
