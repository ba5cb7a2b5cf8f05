import { brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FORM_PROGRAM_FORMAT, type ProcedureFiles } from '#engine';
import type { DraftView, Receipt } from '../../src/drafts/draft.dto.js';
import type { FormBundle, ProcedureView } from '../../src/procedures/procedure.dto.js';
import { PublishProcedure } from '../../src/procedures/publish-procedure.js';
import { versionHash } from '../../src/procedures/version-hash.js';
import { fillJitanDraft } from './support/jitan-answers.js';
import { startTestApp, type TestApp } from './support/test-app.js';

describe('publishing a procedure', () => {
  let test: TestApp;
  let files: ProcedureFiles;
  beforeAll(async () => {
    test = await startTestApp();
    const [row] = await test.dataSource.query<{ files: ProcedureFiles }[]>(
      `select files from procedure_version where procedure_id = 'jitan-9'`,
    );
    files = row?.files ?? {};
  });
  afterAll(() => test.stop());

  const publish = (changed: ProcedureFiles) => test.app.get(PublishProcedure, { strict: false }).run(changed);
  const show = async () => (await test.visitor().get<ProcedureView>('/api/procedures/jitan-9')).body;
  const renamed = (title: string): ProcedureFiles => ({
    ...files,
    'procedure.json': JSON.stringify({ ...JSON.parse(files['procedure.json'] ?? '{}'), title }),
  });

  it('gives the same content the same hash, in whatever order it is read', () => {
    const reversed = Object.fromEntries(Object.entries(files).reverse());
    expect(versionHash(reversed)).toBe(versionHash(files));
    expect(versionHash({ ...files, 'tables/x.csv': '' })).not.toBe(versionHash(files));
  });

  it('of what is in force already changes nothing', async () => {
    expect(await publish(files)).toEqual({ ok: true, hash: versionHash(files), number: 1, isNew: false });
  });

  it('makes the next version; a draft that is no different in it goes there with its submission', async () => {
    const applicant = await test.applicant();
    const draft = await fillJitanDraft(applicant, '版違亭');
    expect(await publish(renamed('第9期 協力金（改訂）'))).toMatchObject({
      ok: true,
      number: 2,
      isNew: true,
    });
    expect((await show()).title).toBe('第9期 協力金（改訂）');
    const { body: kept } = await applicant.get<DraftView>(`/api/drafts/${draft.id}`);
    expect(kept.versionHash).toBe(versionHash(files));
    const { status, body } = await applicant.post<Receipt>(`/api/drafts/${draft.id}/submit`, {
      revision: draft.revision,
    });
    expect([status, body.procedureTitle]).toEqual([201, '第9期 協力金（改訂）']);
  });

  it('of a former content brings it back under its number', async () => {
    expect(await publish(files)).toMatchObject({ ok: true, number: 1, isNew: false });
    expect((await show()).versionHash).toBe(versionHash(files));
  });

  it('of a folder with a problem is refused, and what was in force stays', async () => {
    const broken = {
      ...files,
      'workflow.json': (files['workflow.json'] ?? '').replace('"first_review"', '"nowhere"'),
    };
    const refused = await publish(broken);
    expect(refused.ok).toBe(false);
    expect((await show()).versionHash).toBe(versionHash(files));
  });

  it('serves the form without the review, and its validators as modules that never change', async () => {
    const { body, headers } = await test
      .visitor()
      .get<FormBundle>(`/api/forms/${versionHash(files)}/${FORM_PROGRAM_FORMAT}`);
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(Object.keys(body.program).sort()).toEqual([
      'checks',
      'format',
      'id',
      'pages',
      'parts',
      'scope',
      'tables',
    ]);
    const otherFormat = `/api/forms/${versionHash(files)}/${FORM_PROGRAM_FORMAT + 1}`;
    expect((await test.visitor().get(otherFormat)).status).toBe(404);
    const [address = ''] = Object.values(body.validators);
    const module = await test.visitor().get<string>(address);
    expect(module.headers['content-type']).toBe('text/javascript; charset=utf-8');
    expect(module.body).toContain('export default');
    expect((await test.visitor().get(`/api/forms/${'0'.repeat(64)}/${FORM_PROGRAM_FORMAT}`)).status).toBe(
      404,
    );
  });

  it('compresses what everybody gets alike, and never what tells of who asks', async () => {
    const ask = async (url: string, accepted: string) => {
      const { headers, rawPayload } = await test.app.inject({
        url,
        headers: { 'accept-encoding': accepted },
      });
      return { encoding: headers['content-encoding'], vary: headers.vary, rawPayload };
    };
    const form = `/api/forms/${versionHash(files)}/${FORM_PROGRAM_FORMAT}`;
    const plain = await ask(form, 'identity');
    expect(plain).toMatchObject({ encoding: undefined, vary: 'accept-encoding' });
    const small = await ask(form, 'gzip, br');
    expect(small).toMatchObject({ encoding: 'br', vary: 'accept-encoding' });
    expect(brotliDecompressSync(small.rawPayload)).toEqual(plain.rawPayload);
    expect(await ask(form, 'gzip, br;q=0')).toMatchObject({ encoding: 'gzip' });
    expect(await ask('/api/session', 'gzip, br')).toMatchObject({ encoding: undefined });
  });
});
