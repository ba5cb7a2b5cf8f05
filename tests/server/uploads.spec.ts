import { createHash, randomUUID } from 'node:crypto';
import { readdirSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AttachmentView, DraftView } from '../../src/drafts/draft.dto.js';
import type { UploadView } from '../../src/drafts/uploads/upload.dto.js';
import { fileReferences } from '../../src/files/file-references.js';
import { FileStore } from '../../src/files/file-store.js';
import { SweepFiles } from '../../src/files/sweep-files.js';
import type { Answer } from './support/visitor.js';
import { jpegWithPlace } from './support/pictures.js';
import { startTestApp, type TestApp } from './support/test-app.js';
import type { Visitor } from './support/visitor.js';

const field = 'documents.permit_copy';
const pdf = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(3000, 'a')]);

describe('a file in pieces', () => {
  let test: TestApp;
  let me: Visitor;
  let draft: string;
  beforeAll(async () => {
    test = await startTestApp();
    me = await test.applicant();
    draft = (await me.post<DraftView>('/api/drafts', { procedureId: 'jitan-9' })).body.id;
  });
  afterAll(() => test.stop());

  const begin = (id: string, more: object = {}): Promise<Answer<UploadView & { code: string }>> =>
    me.post(`/api/drafts/${draft}/uploads`, { id, field, name: '許可証.pdf', bytes: pdf.length, ...more });
  const send = (id: string, offset: number, piece: Buffer): Promise<Answer<UploadView & { code: string }>> =>
    me.piece(`/api/uploads/${id}/content?offset=${offset}`, piece);
  const finish = (id: string): Promise<Answer<AttachmentView & { code: string }>> =>
    me.post(`/api/uploads/${id}/finish`);
  const stored = (): string[] =>
    readdirSync(join(test.dataDir, 'files'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => name);

  it('becomes an attachment when all have come, whatever was sent twice', async () => {
    const id = randomUUID();
    expect((await begin(id)).status).toBe(201);
    expect((await send(id, 0, pdf.subarray(0, 1000))).body.received).toBe(1000);
    expect((await finish(id)).body.code).toBe('upload-incomplete');
    // The line dropped before the answer came: the browser begins again, and asks how far it got.
    const again = await begin(id);
    expect([again.status, again.body.received]).toEqual([200, 1000]);
    expect((await send(id, 0, pdf.subarray(0, 1000))).body.received).toBe(1000);
    expect((await send(id, 500, pdf.subarray(500, 2000))).body.received).toBe(2000);
    expect((await send(id, 2000, pdf.subarray(2000))).body.received).toBe(pdf.length);
    const [first, second] = await Promise.all([finish(id), finish(id)]);
    expect([first.status, second.status].sort()).toEqual([200, 201]);
    expect(first.body).toEqual(second.body);
    expect(first.body).toMatchObject({
      field,
      name: '許可証.pdf',
      mediaType: 'application/pdf',
      bytes: pdf.length,
      sha256: createHash('sha256').update(pdf).digest('hex'),
    });
    expect((await send(id, 0, pdf.subarray(0, 10))).body.attachment).toEqual(first.body);
    const content = await me.get<string>(`/api/attachments/${first.body.id}/content`);
    expect(content.body).toBe(pdf.toString());
  });

  it('is asked for anew when the disk has lost what came', async () => {
    const id = randomUUID();
    await begin(id);
    await send(id, 0, pdf.subarray(0, 1000));
    await test.app.get(SweepFiles, { strict: false }).run(86_400_000, 86_400_000);
    await test.app.get(FileStore, { strict: false }).dropPart(id);
    expect((await send(id, 1000, pdf.subarray(1000))).body.received).toBe(0);
    expect((await send(id, 0, pdf)).body.received).toBe(pdf.length);
    expect((await finish(id)).status).toBe(201);
  });

  it.each([
    ['is larger than the question takes', { bytes: 10 * 1024 * 1024 + 1 }, 413, 'too-large'],
    ['has no question', { field: 'store.name' }, 422, 'request-invalid'],
    ['is empty', { bytes: 0 }, 422, 'request-invalid'],
  ])('is refused before it is sent when it %s', async (_, more, status, code) => {
    const answer = await begin(randomUUID(), more);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  it('is refused with its first piece when it is of another kind than it says', async () => {
    const id = randomUUID();
    await begin(id);
    const answer = await send(id, 0, Buffer.from('MZ this is a program'));
    expect([answer.status, answer.body.code]).toEqual([415, 'media-type-not-accepted']);
    expect((await me.get(`/api/uploads/${id}`)).status).toBe(404);
  });

  it.each([
    ['leaves a gap', 5000, pdf.subarray(0, 10)],
    ['is longer than was said', 0, Buffer.concat([pdf, pdf])],
    ['begins beyond the end', 4_000_000_000, Buffer.from('a')],
  ])('takes no piece that %s', async (_, offset, piece) => {
    const id = randomUUID();
    await begin(id);
    const answer = await send(id, offset, piece);
    expect([answer.status, answer.body.code]).toEqual([422, 'request-invalid']);
  });

  it('takes bytes alone for a piece, and no bytes for anything else', async () => {
    const id = randomUUID();
    await begin(id);
    expect((await me.put(`/api/uploads/${id}/content?offset=0`, { a: 1 })).status).toBe(415);
    expect((await me.piece(`/api/drafts/${draft}`, Buffer.from('{}'))).status).toBe(415);
    expect((await send(id, 0, Buffer.alloc(1_100_000, '%PDF-'))).status).toBe(413);
  });

  it('cannot be begun under the id of somebody else’s', async () => {
    const id = randomUUID();
    await begin(id);
    const other = await test.applicant('kitano@example.jp');
    const theirs = (await other.post<DraftView>('/api/drafts', { procedureId: 'jitan-9' })).body.id;
    const answer = await other.post(`/api/drafts/${theirs}/uploads`, { id, field, name: 'a.pdf', bytes: 9 });
    expect(answer.status).toBe(404);
  });

  it('loses the place where a photograph was taken, and keeps its time', async () => {
    const picture = jpegWithPlace();
    const answer = await me.upload<AttachmentView>(
      `/api/drafts/${draft}/attachments?field=${field}`,
      'photo.jpg',
      picture,
    );
    expect(answer.body).toMatchObject({ takenAt: '2026-05-01T10:20:30', placeRemoved: true });
    expect(answer.body.sha256).not.toBe(createHash('sha256').update(picture).digest('hex'));
    const [row] = await test.dataSource.query<{ original_sha256: string }[]>(
      'select original_sha256 from attachment where id = $1',
      [answer.body.id],
    );
    expect(row?.original_sha256).toBe(createHash('sha256').update(picture).digest('hex'));
  });

  it('goes for good with the last row that names its content', async () => {
    const content = Buffer.from('%PDF-1.7 only once');
    const path = `/api/drafts/${draft}/attachments?field=${field}`;
    const one = (await me.upload<AttachmentView>(path, 'a.pdf', content)).body;
    const two = (await me.upload<AttachmentView>(path, 'b.pdf', content)).body;
    const sweep = () => test.app.get(SweepFiles, { strict: false }).run(60_000, 60_000);
    const lain = (milliseconds: number): void => {
      const old = new Date(Date.now() - milliseconds);
      const path = join(test.dataDir, 'files', one.sha256.slice(0, 2), one.sha256);
      if (stored().includes(one.sha256)) utimesSync(path, old, old);
    };
    const forget = async (id: string): Promise<void> => {
      await me.delete(`/api/drafts/${draft}/attachments/${id}`);
      await test.dataSource.query(`update released_file set at = at - interval '1 hour'`);
    };
    await forget(one.id);
    lain(3_600_000);
    await sweep();
    expect(stored()).toContain(one.sha256);
    await forget(two.id);
    // Kept again a moment ago, by somebody whose row is not written yet.
    lain(0);
    expect((await sweep()).contents).toBe(0);
    expect(stored()).toContain(one.sha256);
    await test.dataSource.query(
      `insert into released_file (sha256, at) values ($1, now() - interval '1 hour')`,
      [one.sha256],
    );
    lain(3_600_000);
    expect((await sweep()).contents).toBe(1);
    expect(stored()).not.toContain(one.sha256);
  });

  it('is given up when nothing has come for long', async () => {
    const id = randomUUID();
    await begin(id);
    await send(id, 0, pdf.subarray(0, 1000));
    await test.dataSource.query(`update upload set touched_at = now() - interval '8 days' where id = $1`, [
      id,
    ]);
    expect((await test.app.get(SweepFiles, { strict: false }).run(86_400_000, 7 * 86_400_000)).uploads).toBe(
      1,
    );
    expect(stored()).not.toContain(id);
  });
});

describe('what refers to a file', () => {
  it('is known to whoever throws files away', async () => {
    const test = await startTestApp();
    try {
      const columns = await test.dataSource.query<{ table: string; column: string }[]>(
        `select table_name as table, column_name as column from information_schema.columns
         where table_schema = 'public' and column_name like '%sha256'
           and column_name not in ('original_sha256', 'input_sha256', 'content_sha256', 'drawn_sha256') and table_name not in ('released_file', 'payment_file') order by 1, 2`,
      );
      expect(columns).toEqual([...fileReferences]);
    } finally {
      await test.stop();
    }
  });
});
