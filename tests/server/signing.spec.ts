import { createHash, sign } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { SubmissionSignatures } from '../../src/applications/signatures.dto.js';
import type { Receipt } from '../../src/drafts/draft.dto.js';
import type { SigningView } from '../../src/drafts/signing.dto.js';
import { makeCms } from '../../src/signatures/make-cms.js';
import { type FilledDraft, fillJitanDraft } from './support/jitan-answers.js';
import { type Holder, issue, issueAuthority, listOf } from './support/pki.js';
import { signingProcedures } from './support/signing-procedures.js';
import { startTestApp, type TestApp } from './support/test-app.js';
import type { Visitor } from './support/visitor.js';

let folder: string;
let test: TestApp;
let applicant: Visitor;
let authority: Holder;
let signer: Holder;
beforeAll(async () => {
  folder = signingProcedures();
  authority = issueAuthority('City authority', null);
  signer = issue('Representative', authority);
  const pem = `-----BEGIN CERTIFICATE-----\n${authority.raw.toString('base64')}\n-----END CERTIFICATE-----\n`;
  writeFileSync(join(folder, 'authority.pem'), pem);
  writeFileSync(join(folder, 'authority.crl'), listOf(authority));
  const trust = { anchors: ['authority.pem'], revocationLists: ['authority.crl'] };
  writeFileSync(join(folder, 'trust.json'), JSON.stringify(trust));
  const settings = { PROCEDURES_DIR: folder, SIGNATURE_TRUST_FILE: join(folder, 'trust.json') };
  test = await startTestApp(settings);
  applicant = await test.applicant();
});
afterAll(async () => {
  await test.stop();
  rmSync(folder, { recursive: true, force: true });
});

const prepare = (draft: FilledDraft) =>
  applicant.post<SigningView>(`/api/drafts/${draft.id}/signature`, { revision: draft.revision });
const content = (draft: FilledDraft): Promise<Buffer> =>
  bytesOf(applicant, `/api/drafts/${draft.id}/signature/content`);
const submit = (draft: FilledDraft) =>
  applicant.post<Receipt & { code: string }>(`/api/drafts/${draft.id}/submit`, { revision: draft.revision });

/** The bytes as they come over HTTP. */
async function bytesOf(visitor: Visitor, path: string): Promise<Buffer> {
  const answer = await test.app.inject({ url: path, headers: { cookie: visitor.cookie ?? '' } });
  return answer.rawPayload;
}

describe('an application that must be signed', () => {
  it('is not taken without a signature', async () => {
    const draft = await fillJitanDraft(applicant, '署名なし亭');
    expect(await submit(draft)).toMatchObject({ status: 409, body: { code: 'signature-required' } });
    await prepare(draft);
    expect(await submit(draft)).toMatchObject({ body: { code: 'signature-required' } });
    await applicant.delete(`/api/drafts/${draft.id}`);
  });

  it('is signed over the exact bytes that were shown, and both are kept for the desk', async () => {
    const draft = await fillJitanDraft(applicant, '署名亭');
    const { status, body } = await prepare(draft);
    expect([status, body.prepared?.signed, body.prepared?.fellAway]).toEqual([201, null, false]);
    const bytes = await bytesOf(applicant, `/api/drafts/${draft.id}/signature/content`);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(body.prepared?.sha256);
    expect(bytes.toString('utf8')).toBe(body.prepared?.content);
    expect(JSON.parse(bytes.toString('utf8'))).toMatchObject({
      format: 'tetsuzuki-application-1',
      procedure: { id: 'jitan-9' },
      draft: draft.id,
      answers: { store: { name: '署名亭' } },
      attachments: expect.arrayContaining([
        expect.objectContaining({ sha256: expect.stringMatching(/^[0-9a-f]{64}$/) }),
      ]),
    });
    const cms = makeCms(bytes, signer.raw, signer.key);
    const signed = await applicant.upload<SigningView>(
      `/api/drafts/${draft.id}/signature/file`,
      'application.p7s',
      cms,
    );
    expect(signed.body.prepared?.signed).toMatchObject({ name: 'O=Test, CN=Representative' });

    const receipt = await submit(draft);
    expect(receipt.status).toBe(201);
    const official = await test.official('sato');
    const at = `/api/desk/applications/${receipt.body.applicationId}/signatures`;
    const { body: desk } = await official.get<SubmissionSignatures>(at);
    expect(desk.signatures).toMatchObject([
      { n: 1, form: 'cms', signer: { issuer: 'O=Test, CN=City authority' } },
    ]);
    expect(await bytesOf(official, `${at}/1/content`)).toEqual(bytes);
    expect(await bytesOf(official, `${at}/1/signature`)).toEqual(cms);
    expect((await official.get(`${at}/1/certificate`)).status).toBe(404);
    await expect(
      test.dataSource.query(`update signature set value = 'x' where signed_at is not null`),
    ).rejects.toThrow();
    expect((await applicant.post(`/api/drafts/${draft.id}/signature`, { revision: 9 })).status).toBe(409);
  });

  it('may come with a bare signature and its certificate', async () => {
    const draft = await fillJitanDraft(applicant, '生署名亭');
    await prepare(draft);
    const value = sign('sha256', await content(draft), signer.key);
    const at = `/api/drafts/${draft.id}/signature/value`;
    const certificate = signer.raw.toString('base64');
    const wrong = sign('sha256', Buffer.from('{}'), signer.key).toString('base64');
    expect(await applicant.post(at, { signature: wrong, certificate })).toMatchObject({
      status: 422,
      body: { code: 'signature-not-accepted', params: { fault: 'signature-invalid' } },
    });
    expect((await applicant.post(at, { signature: value.toString('base64'), certificate })).status).toBe(200);
    const again = await applicant.post(at, { signature: value.toString('base64'), certificate });
    expect(again.body.code).toBe('signed-already');
    expect((await submit(draft)).status).toBe(201);
  });

  it('names what is wrong with a signature, with a cure, and keeps none that is', async () => {
    const draft = await fillJitanDraft(applicant, '不備亭');
    const file = `/api/drafts/${draft.id}/signature/file`;
    expect((await applicant.upload(file, 'a.p7s', Buffer.from('x'))).status).toBe(404);
    await prepare(draft);
    const bytes = await content(draft);
    const stranger = issue('Stranger', issueAuthority('City authority', null));
    for (const [value, fault] of [
      [makeCms(Buffer.from('{}'), signer.raw, signer.key), 'content-tampered'],
      [makeCms(bytes, stranger.raw, stranger.key), 'untrusted'],
      [Buffer.from('%PDF-1.7'), 'malformed'],
    ] as const) {
      const { status, body } = await applicant.upload<{ detail: { ja: string }; params: object }>(
        file,
        'a.p7s',
        value,
      );
      expect([status, body.params]).toEqual([422, { fault }]);
      expect(body.detail.ja).toMatch(/。$/);
    }
    expect((await applicant.upload(file, 'a.p7s', Buffer.alloc(300_000))).status).toBe(413);
    expect(await submit(draft)).toMatchObject({ body: { code: 'signature-required' } });
    await applicant.delete(`/api/drafts/${draft.id}`);
  });

  it('loses its signature when it is changed, and is signed anew', async () => {
    const draft = await fillJitanDraft(applicant, '変更亭');
    await prepare(draft);
    const signForTest = (): Promise<{ status: number }> =>
      applicant.post(`/api/drafts/${draft.id}/signature/test`);
    expect((await signForTest()).status).toBe(200);
    const { store, permit } = draft.answers;
    const answers = {
      ...draft.answers,
      store: { ...store, name: '変更亭 本店' },
      permit: { ...permit, store_name: '変更亭 本店' },
    };
    expect(
      await applicant.post(`/api/drafts/${draft.id}/submit`, { revision: draft.revision, answers }),
    ).toMatchObject({ body: { code: 'signature-fell-away' } });
    const { body: saved } = await applicant.put<{ revision: number }>(`/api/drafts/${draft.id}`, {
      revision: draft.revision,
      answers,
    });
    const changed = { ...draft, revision: saved.revision };
    const { body: view } = await applicant.get<SigningView>(`/api/drafts/${draft.id}/signature`);
    expect(view.prepared?.fellAway).toBe(true);
    expect((await submit(changed)).body.code).toBe('signature-fell-away');
    await prepare(changed);
    expect((await signForTest()).status).toBe(200);
    expect((await submit(changed)).status).toBe(201);
  });

  it('is not prepared while answers are missing, nor for somebody else', async () => {
    const { body: draft } = await applicant.post<FilledDraft>('/api/drafts', { procedureId: 'jitan-9' });
    expect((await prepare(draft)).status).toBe(422);
    const other = await test.applicant('kitano@example.jp');
    expect((await other.post(`/api/drafts/${draft.id}/signature`, { revision: 0 })).status).toBe(404);
    expect((await other.post(`/api/drafts/${draft.id}/signature/test`)).status).toBe(404);
    expect((await other.get(`/api/drafts/${draft.id}/signature`)).status).toBe(404);
  });
});
