import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DraftView } from '../../src/drafts/draft.dto.js';
import { startTestApp, type TestApp } from './support/test-app.js';
import type { Visitor } from './support/visitor.js';

describe('a request that is not what it says', () => {
  let test: TestApp;
  let applicant: Visitor;
  let official: Visitor;
  let attachments: string;
  beforeAll(async () => {
    test = await startTestApp();
    applicant = await test.applicant();
    official = await test.official('sato');
    const { body } = await applicant.post<DraftView>('/api/drafts', { procedureId: 'jitan-9' });
    attachments = `/api/drafts/${body.id}/attachments?field=documents.permit_copy`;
  });
  afterAll(() => test.stop());

  const part = (disposition: string, content: string): string =>
    `--x\r\ncontent-disposition: ${disposition}\r\n\r\n${content}\r\n`;
  const file = part('form-data; name="file"; filename="a.pdf"', '%PDF-1.7\n');

  it.each([
    ['without a boundary', 'multipart/form-data', `${file}--x--\r\n`],
    ['with another boundary', 'multipart/form-data; boundary=y', `${file}--x--\r\n`],
    ['that is empty', 'multipart/form-data; boundary=x', ''],
    ['that ends too early', 'multipart/form-data; boundary=x', file.slice(0, -20)],
    ['without an end', 'multipart/form-data; boundary=x', file.slice(0, -2)],
    [
      'with a field instead of a file',
      'multipart/form-data; boundary=x',
      `${part('form-data; name="file"', 'a')}--x--\r\n`,
    ],
    [
      'with another part name',
      'multipart/form-data; boundary=x',
      `${file.replace('"file"', '"other"')}--x--\r\n`,
    ],
    [
      'named __proto__',
      'multipart/form-data; boundary=x',
      `${file.replace('"file"', '"__proto__"')}--x--\r\n`,
    ],
    ['of garbage', 'multipart/form-data; boundary=x', '--x\r\n\u0000\u0001\r\n\r\n\r\n--x--'],
  ])('as an upload %s is refused', async (_, type, payload) => {
    const { status, body } = await applicant.send<{ code: string }>('POST', attachments, {
      headers: { 'content-type': type },
      payload,
    });
    expect([status >= 400 && status < 500, typeof body.code]).toEqual([true, 'string']);
  });

  it('leaves no file behind when it is refused', async () => {
    const [row] = await test.dataSource.query<{ count: number }[]>(
      'select count(*)::int as count from attachment',
    );
    expect(row?.count).toBe(0);
  });

  it.each([
    ['/api/desk/search?q=a%00', 422],
    ['/api/desk/search?q=', 422],
    ['/api/desk/search', 422],
    ['/api/desk/search?q=a&q=b', 422],
    [`/api/desk/search?q=${'a'.repeat(201)}`, 422],
    ['/api/desk/search?q=%ED%A0%80', 200],
    ['/api/desk/applications?queue=nothing', 422],
    ['/api/desk/applications?queue=mine&cursor=%00', 422],
    ['/api/desk/applications?queue=mine&limit=1000000', 422],
    ['/api/desk/applications/%', 400],
    ['/api/desk/applications/%00', 404],
    ['/api/desk/applications/..%2f..%2fetc%2fpasswd', 404],
    ['/api/validators/..%2f..%2fpackage.mjs', 404],
    ['/api/postal-codes/540-0008', 404],
    ['/api/banks?query=%00&query=%00', 422],
    ['/api/banks/__proto__/branches', 404],
    [`/api/desk/applications/${'a'.repeat(5_000)}`, 404],
  ])('at %s is answered with %s', async (path, status) => {
    const answer = await official.get(path);
    expect(answer.status).toBe(status);
    if (status !== 200) expect(answer.headers['content-type']).toContain('application/problem+json');
  });

  it('in a sign-in is refused without a look at any account', async () => {
    for (const body of [
      {},
      { mail: 1, password: 'x' },
      { mail: 'a', password: 'x', role: 'admin' },
      { mail: 'a\u0000', password: 'x' },
    ]) {
      expect((await test.visitor().post('/api/session/applicant', body)).status).toBe(422);
    }
  });
});
