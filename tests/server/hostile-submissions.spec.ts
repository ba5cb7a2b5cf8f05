import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DraftView } from '../../src/drafts/draft.dto.js';
import { type FilledDraft, fillJitanDraft } from './support/jitan-answers.js';
import { startTestApp, type TestApp } from './support/test-app.js';
import type { Visitor } from './support/visitor.js';

type Pages = Record<string, Record<string, unknown>>;

/** The good answers with one value put elsewhere or made something else. */
const withStore = (answers: Pages, store: object): Pages => ({
  ...answers,
  store: { ...answers.store, ...store },
});

describe('a hostile submission', () => {
  let test: TestApp;
  let applicant: Visitor;
  let draft: FilledDraft;
  beforeAll(async () => {
    test = await startTestApp();
    applicant = await test.applicant();
    draft = await fillJitanDraft(applicant, '堅牢亭');
  });
  afterAll(() => test.stop());

  const submit = (answers: unknown) =>
    applicant.post(`/api/drafts/${draft.id}/submit`, { revision: draft.revision, answers });
  const submitText = (answers: string) =>
    applicant.raw(
      'POST',
      `/api/drafts/${draft.id}/submit`,
      `{"revision":${draft.revision},"answers":${answers}}`,
    );
  /** The good answers as text, with the store's name replaced by any JSON text. */
  const withNameText = (name: string): string =>
    JSON.stringify(withStore(draft.answers, { name: '@@@' })).replace('"@@@"', name);

  const inAnswers: readonly [string, (answers: Pages) => unknown, string][] = [
    ['NUL in a name', (a) => withStore(a, { name: 'a\u0000b' }), '/store/name'],
    ['half a surrogate pair', (a) => withStore(a, { name: 'a\ud800b' }), '/store/name'],
    ['a mark that turns the reading direction', (a) => withStore(a, { name: 'a\u202eb' }), '/store/name'],
    ['a mark that isolates a direction', (a) => withStore(a, { name: 'a\u2066b' }), '/store/name'],
    ['a line break in a name', (a) => withStore(a, { name: '店\r\nBcc: a@example.jp' }), '/store/name'],
    ['2,000 characters for a name', (a) => withStore(a, { name: '店'.repeat(2_000) }), '/store/name'],
    ['a number as text', (a) => withStore(a, { seats: '24' }), '/store/seats'],
    ['an object for a text', (a) => withStore(a, { name: { $ne: 1 } }), '/store/name'],
    ['a list for a text', (a) => withStore(a, { name: ['a'] }), '/store/name'],
    ['a fraction for a whole number', (a) => withStore(a, { seats: 24.5 }), '/store/seats'],
    ['a date that does not exist', (a) => withStore(a, { opened_on: '2015-02-30' }), '/store/opened_on'],
    ['an empty text for a required answer', (a) => withStore(a, { name: '' }), '/store/name'],
    ['an unknown field', (a) => withStore(a, { colour: 'red' }), '/store/colour'],
    ['an unknown page', (a) => ({ ...a, extra: {} }), '/extra'],
    ['a missing page', ({ permit: _, ...rest }) => rest, '/permit'],
    [
      'a forged computed amount',
      (a) => ({ ...a, sales: { ...a.sales, payable: 99_999_999 } }),
      '/sales/payable',
    ],
    [
      'the answer to a question that is not asked',
      (a) => ({ ...a, applicant: { ...a.applicant, trade_name: '屋号' } }),
      '/applicant/trade_name',
    ],
    [
      'a file that was never uploaded',
      (a) => ({ ...a, documents: { ...a.documents, passbook: ['0190f000-0000-7000-8000-000000000001'] } }),
      '/documents/passbook',
    ],
    [
      'a file uploaded for another question',
      (a) => ({ ...a, documents: { ...a.documents, passbook: a.documents?.permit_copy } }),
      '/documents/passbook',
    ],
    [
      'a consent that was not given',
      (a) => ({ ...a, pledges: { ...a.pledges, no_gangs: false } }),
      '/pledges/no_gangs',
    ],
  ];

  it.each(inAnswers)('with %s is refused by name', async (_, change, path) => {
    const { status, body } = await submit(change(draft.answers));
    expect([status, body.code]).toEqual([422, 'answers-invalid']);
    expect(body.problems?.some((found) => found.path.startsWith(path))).toBe(true);
    expect(body.problems?.every(({ text }) => text.ja !== '' && text.en !== '')).toBe(true);
  });

  it.each([
    ['1e400', 422],
    ['9007199254740993', 422],
    [`${'['.repeat(20_000)}${']'.repeat(20_000)}`, 400],
    ['{"__proto__":{"admin":true}}', 400],
    ['{"\\u005f_proto__":{"admin":true}}', 400],
    ['{"constructor":{"prototype":{}}}', 422],
    ['"\\u0000"', 422],
    ['"\\ud800"', 422],
    ['nul', 400],
    ['"tab\tinside"', 400],
  ])('with the JSON %.40s for a name is refused', async (text, status) => {
    expect((await submitText(withNameText(text))).status).toBe(status);
  });

  it('that is not UTF-8, not JSON, or empty is refused', async () => {
    const path = `/api/drafts/${draft.id}/submit`;
    expect((await applicant.raw('POST', path, Buffer.from([0xff, 0xfe, 0x7b, 0x00]))).status).toBe(400);
    expect((await applicant.raw('POST', path, 'revision=0')).status).toBe(400);
    expect((await applicant.raw('POST', path, '')).status).toBe(422);
    expect((await applicant.raw('POST', path, '[]')).status).toBe(422);
    expect((await applicant.raw('POST', path, 'null')).status).toBe(422);
  });

  it.each([
    ['status', 'approved'],
    ['stage', 'paid'],
    ['applicantId', '0190f000-0000-7000-8000-000000000001'],
    ['submittedAt', '2021-10-01T00:00:00Z'],
    ['number', '0009-03-0000001-1'],
  ])('that sets %s by itself is refused', async (name, value) => {
    const answer = await applicant.post(`/api/drafts/${draft.id}/submit`, {
      revision: draft.revision,
      [name]: value,
    });
    expect(answer).toMatchObject({ status: 422, body: { code: 'request-invalid' } });
    expect(answer.body.params?.field).toContain(name);
  });

  it.each([-1, 1.5, '1', null, 2 ** 31, 1e300])('at revision %p is refused', async (revision) => {
    const answer = await applicant.post(`/api/drafts/${draft.id}/submit`, { revision });
    expect(answer.status).toBe(422);
  });

  it('of 30 MB is refused as too large', async () => {
    const answer = await submitText(withNameText(`"${'あ'.repeat(10_000_000)}"`));
    expect(answer).toMatchObject({ status: 413, body: { code: 'too-large' } });
  });

  // Looking at each member against every other would take minutes, and the test would run out of time.
  it('with 60,000 members is answered, without a list of them all', async () => {
    const many = Object.fromEntries(Array.from({ length: 60_000 }, (_, n) => [`f${n}`, 1]));
    const { status, body } = await submit({ ...draft.answers, store: many });
    expect(status).toBe(422);
    expect(body.problems?.length).toBeLessThanOrEqual(500);
  });

  it('leaves the draft as it was, and it can still be submitted', async () => {
    const { body } = await applicant.get<DraftView>(`/api/drafts/${draft.id}`);
    expect([body.revision, body.answers]).toEqual([draft.revision, draft.answers]);
    const good = await applicant.post(`/api/drafts/${draft.id}/submit`, { revision: draft.revision });
    expect(good.status).toBe(201);
  });
});

describe('a hostile draft or file', () => {
  let test: TestApp;
  let applicant: Visitor;
  let draft: DraftView;
  beforeAll(async () => {
    test = await startTestApp();
    applicant = await test.applicant();
    ({ body: draft } = await applicant.post<DraftView>('/api/drafts', { procedureId: 'jitan-9' }));
  });
  afterAll(() => test.stop());

  const upload = (name: string, content: Buffer, field = 'documents.permit_copy') =>
    applicant.upload<{ name: string; mediaType: string; code: string }>(
      `/api/drafts/${draft.id}/attachments?field=${encodeURIComponent(field)}`,
      name,
      content,
    );

  it('is not saved with characters that cannot be stored, or with fields of no form', async () => {
    const save = (answers: object) =>
      applicant.put(`/api/drafts/${draft.id}`, { revision: draft.revision, answers });
    expect((await save({ store: { name: '\u0000' } })).status).toBe(422);
    expect((await save({ store: { name: '\ud800' } })).status).toBe(422);
    expect((await save({ store: { colour: 'red' } })).status).toBe(422);
    expect((await save({ status: 'approved' })).status).toBe(422);
    expect((await applicant.get<DraftView>(`/api/drafts/${draft.id}`)).body.revision).toBe(draft.revision);
  });

  it.each([
    ['a page called a picture', 'photo.jpg', Buffer.from('<html><script>alert(1)</script></html>')],
    ['a drawing with a script', 'photo.svg', Buffer.from('<svg onload="alert(1)"/>')],
    ['a program', 'report.pdf.exe', Buffer.from('MZ\u0090\u0000')],
  ])('of %s is refused by its content', async (_, name, content) => {
    expect(await upload(name, content)).toMatchObject({
      status: 415,
      body: { code: 'media-type-not-accepted' },
    });
  });

  it('without content, for a field that takes no file, or without a file is refused', async () => {
    expect((await upload('empty.png', Buffer.alloc(0))).status).toBe(422);
    expect((await upload('a.pdf', Buffer.from('%PDF-1.7'), 'store.name')).status).toBe(422);
    expect((await upload('a.pdf', Buffer.from('%PDF-1.7'), '__proto__')).status).toBe(422);
    const path = `/api/drafts/${draft.id}/attachments?field=documents.permit_copy`;
    expect((await applicant.raw('POST', path, '{}')).status).toBe(415);
  });

  it('that is larger than the field takes is cut off and refused', async () => {
    const large = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(30_000_000)]);
    expect(await upload('large.pdf', large)).toMatchObject({ status: 413, body: { code: 'too-large' } });
  });

  it('keeps nothing of what a file’s name tries', async () => {
    const { status, body } = await upload('..\\..\\etc/pass\u202egnp.wd', Buffer.from('%PDF-1.7\n'));
    expect([status, body.name, body.mediaType]).toEqual([201, 'passgnp.wd', 'application/pdf']);
  });
});
