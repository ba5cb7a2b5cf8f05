import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { SessionView } from '../../src/access/session.dto.js';
import type { ImportView, OfficialList, OfficialView } from '../../src/staff/officials/official.dto.js';
import { readOfficials } from '../../src/staff/officials/read-officials.js';
import { startTestApp, type TestApp } from './support/test-app.js';
import type { Visitor } from './support/visitor.js';

describe('a table of officials', () => {
  let test: TestApp;
  let kobayashi: Visitor;
  let kato: Visitor;
  beforeAll(async () => {
    test = await startTestApp();
    [kobayashi, kato] = [await test.official('kobayashi'), await test.official('kato')];
  });
  afterAll(() => test.stop());

  const titles = '職員番号,氏名,メールアドレス,部署,班,手続,役割,始まりの日,終わりの日';
  const check = async (...lines: string[]) =>
    (
      await kobayashi.post<ImportView>('/api/desk/staff-table/check', {
        table: [titles, ...lines].join('\n'),
      })
    ).body;
  const read = async (...lines: string[]) =>
    (await kobayashi.post<ImportView>('/api/desk/staff-table', { table: [titles, ...lines].join('\n') }))
      .body;
  const look = async (login: string) => {
    const { body } = await kobayashi.get<OfficialList>(`/api/desk/staff?q=${login}`);
    return (await kobayashi.get<OfficialView>(`/api/desk/staff/${body.officials[0]?.id}`)).body;
  };

  it('is tried without anybody being registered, then read; read again, it changes nothing', async () => {
    const lines = [
      'hara,原 由美,hara@example.jp,会計局,,第9期 営業時間短縮等協力金,一次審査員,令和8年4月1日,2099/3/31',
      'hara,,,,,全庁,監査（閲覧のみ）,,',
      'inoue,井上 誠,,会計局,,jitan-9,approver,,',
    ];
    const tried = await check(...lines);
    expect(tried).toMatchObject({ done: false, unusedColumns: [] });
    expect(
      tried.officials.map(({ login, kind, awaited, starting }) => [login, kind, awaited, starting]),
    ).toEqual([
      ['hara', 'add', 0, null],
      ['inoue', 'add', 1, null],
    ]);
    expect((await kobayashi.get<OfficialList>('/api/desk/staff?q=hara')).body.officials).toEqual([]);

    const done = await read(...lines);
    expect(done.done).toBe(true);
    const hara = await look('hara');
    expect(hara).toMatchObject({ name: '原 由美', mail: 'hara@example.jp', department: '会計局' });
    expect(
      hara.roles.map(({ procedureId, role, fromOn, toOn }) => [procedureId, role, fromOn, toOn]),
    ).toEqual([
      ['*', 'auditor', null, null],
      ['jitan-9', 'reviewer_1', '2026-04-01', '2099-03-31'],
    ]);
    const [, inoue] = done.officials;
    const person = test.visitor();
    const { body: session } = await person.post<SessionView>('/api/session/staff', {
      login: 'inoue',
      password: inoue?.starting?.password,
    });
    expect(session.subject).toMatchObject({ kind: 'entering', step: 'password' });
    expect((await look('inoue')).roles[0]).toMatchObject({ state: 'awaited', mayConfirm: false });
    const confirm = { procedureId: 'jitan-9', role: 'approver' };
    const { id } = await look('inoue');
    expect((await kato.post(`/api/desk/staff/${id}/confirm-role`, confirm)).status).toBe(200);

    const again = await read(...lines);
    expect(again.officials.map(({ kind }) => kind)).toEqual(['same', 'same']);
    expect((await look('hara')).lock).toBe(hara.lock);
    expect((await look('inoue')).roles[0]).toMatchObject({ state: 'in-force' });
  });

  it('leaves what a cell says nothing of, and sets the roles of the procedures that it names', async () => {
    await read(
      'ueda,上田 光,ueda@example.jp,会計局,,jitan-9,reviewer_1,,',
      'ueda,,,,,jitan-9,reviewer_2,,',
      'ueda,,,,,全庁,統計,,',
    );
    const changed = await read('ueda,,なし,,,jitan-9,二次審査員,,2099-12-31');
    expect(changed.officials[0]).toMatchObject({
      kind: 'change',
      changes: [
        'メールアドレス：ueda@example.jp → （なし）',
        '付けた役割：第9期 営業時間短縮等協力金／二次審査員（〜2099-12-31）',
        '外した役割：第9期 営業時間短縮等協力金／一次審査員',
      ],
    });
    expect((await look('ueda')).roles.map(({ role }) => role)).toEqual(['statistician', 'reviewer_2']);
  });

  it('registers nobody while one line is wrong, and names cell and cure of each', async () => {
    const wrong = await read(
      'nagai,長井 良,,会計局,,,,,',
      'ng 1,,x,宇宙局,,jitan-9,王,,',
      'ok2,田村 光,,会計局,深海班,月面手続,一次審査員,,',
      'ok3,辻 光,,会計局,,jitan-9,reviewer_1,あした,',
      'kobayashi,小林 新,,,,,,,',
      ',名無し,,,,,,,',
    );
    expect(wrong.done).toBe(false);
    expect(wrong.officials.map(({ login, kind }) => [login, kind])).toEqual([
      ['nagai', 'add'],
      ['ng 1', 'wrong'],
      ['ok2', 'wrong'],
      ['ok3', 'wrong'],
      ['kobayashi', 'wrong'],
      ['', 'wrong'],
    ]);
    const faults = wrong.officials.flatMap((one) => one.faults.map(({ line, column }) => [line, column]));
    expect(faults).toEqual([
      [3, '部署'],
      [3, '役割'],
      [3, '職員番号'],
      [3, '氏名'],
      [3, 'メールアドレス'],
      [4, '班'],
      [4, '手続'],
      [5, '始まりの日'],
      [6, null],
      [7, '職員番号'],
    ]);
    expect(wrong.officials[1]?.faults[0]?.text).toBe(
      '「宇宙局」という部署がありません。部署の画面にある名前で書いてください。',
    );
    expect(wrong.officials.every(({ starting }) => starting === null)).toBe(true);
    expect((await kobayashi.get<OfficialList>('/api/desk/staff?q=nagai')).body.officials).toEqual([]);
  });

  it('comes out as it can be read in again', async () => {
    const { body: csv } = await kobayashi.get<string>('/api/desk/staff-table');
    // As the screen reads it from a file.
    const table = csv.replace('\u{FEFF}', '').replaceAll('\r\n', '\n');
    const own = readOfficials(table)?.officials.find(({ login }) => login === 'sato');
    expect(own).toMatchObject({ name: '佐藤 健', roles: [{ role: '書類審査員' }, {}] });
    const { body } = await kobayashi.post<ImportView>('/api/desk/staff-table', { table });
    expect(body).toMatchObject({ done: true });
    expect(new Set(body.officials.map(({ kind }) => kind))).toEqual(new Set(['same']));
  });

  it('needs a column of staff numbers and somebody in it', async () => {
    const send = (table: string) => kobayashi.post('/api/desk/staff-table/check', { table });
    expect(await send('氏名\n森')).toMatchObject({ status: 422, body: { code: 'import-without-numbers' } });
    expect(await send(titles)).toMatchObject({ status: 422, body: { code: 'import-empty' } });
    const many = Array.from({ length: 501 }, (_, n) => `many${n}`).join('\n');
    expect(await send(`職員番号\n${many}`)).toMatchObject({ body: { code: 'import-too-long' } });
  });
});
