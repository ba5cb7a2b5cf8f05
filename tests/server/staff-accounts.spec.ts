import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { SessionView } from '../../src/access/session.dto.js';
import type { QueueList } from '../../src/applications/desk.dto.js';
import type { Receipt } from '../../src/drafts/draft.dto.js';
import type { FieldProblem } from '../../src/http/problem.dto.js';
import type { DepartmentList } from '../../src/staff/departments/department.dto.js';
import type {
  OfficialList,
  OfficialView,
  ReleasedView,
  StartingPassword,
} from '../../src/staff/officials/official.dto.js';
import { fillJitanDraft } from './support/jitan-answers.js';
import { startTestApp, type TestApp } from './support/test-app.js';
import type { Visitor } from './support/visitor.js';

let test: TestApp;
let kobayashi: Visitor;
let kato: Visitor;
let departmentId: string;
beforeAll(async () => {
  test = await startTestApp();
  [kobayashi, kato] = [await test.official('kobayashi'), await test.official('kato')];
  const { body } = await kobayashi.get<DepartmentList>('/api/desk/departments');
  departmentId = body.departments.find(({ full }) => full === '会計局')?.id ?? '';
});
afterAll(() => test.stop());

const idOf = async (login: string): Promise<string> => {
  const [row] = await test.dataSource.query<{ id: string }[]>('select id from staff where login = $1', [
    login,
  ]);
  return row?.id ?? '';
};
const role = (
  procedureId: string,
  name: string,
  fromOn: string | null = null,
  toOn: string | null = null,
) => ({
  procedureId,
  role: name,
  fromOn,
  toOn,
});
const entry = (more: object = {}) => ({
  name: '森 千夏',
  mail: '',
  departmentId,
  teamIds: [],
  roles: [],
  ...more,
});
const add = async (login: string, more: object = {}) => {
  const answer = await kobayashi.post<StartingPassword>('/api/desk/staff', { login, ...entry(more) });
  expect(answer.status).toBe(201);
  return answer.body;
};
const look = async (id: string, by = kobayashi) => (await by.get<OfficialView>(`/api/desk/staff/${id}`)).body;
const signIn = async (login: string, password: string) => {
  const person = test.visitor();
  const answer = await person.post<SessionView & { code: string }>('/api/session/staff', { login, password });
  return { person, ...answer };
};
const ownPassword = 'Kaede-Michi-48';
const settle = async (login: string, { password }: StartingPassword) => {
  const { person } = await signIn(login, password);
  const chosen = { currentPassword: '', password: ownPassword, passwordAgain: ownPassword };
  expect((await person.post('/api/desk/account/password', chosen)).status).toBe(204);
  return person;
};

describe('an official who is added', () => {
  it('chooses a password of their own before anything else is open', async () => {
    const issued = await add('mori', { roles: [role('jitan-9', 'reviewer_1')] });
    expect(issued.password).toMatch(/^[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}$/);
    const { person, body } = await signIn('mori', issued.password);
    expect(body.subject).toMatchObject({ kind: 'entering', step: 'password', name: '森 千夏' });
    expect(await person.get('/api/desk/queues')).toMatchObject({
      status: 401,
      body: { code: 'sign-in-unfinished' },
    });
    const weak = await person.post('/api/desk/account/password', {
      currentPassword: '',
      password: 'password1',
      passwordAgain: 'password1',
    });
    expect(weak.body.problems?.map(({ path }) => path)).toEqual(['/password']);

    await person.post('/api/desk/account/password', {
      currentPassword: '',
      password: ownPassword,
      passwordAgain: ownPassword,
    });
    expect((await person.get('/api/desk/queues')).status).toBe(200);
    const wrong = { currentPassword: 'x', password: 'short', passwordAgain: 'other' };
    const { body: told } = await person.post('/api/desk/account/password', wrong);
    expect(told.problems?.map(({ path }) => path)).toEqual([
      '/currentPassword',
      '/password',
      '/passwordAgain',
    ]);
    // Not before the present one is proven.
    const guess = { currentPassword: 'x', password: ownPassword, passwordAgain: ownPassword };
    const { body: refused } = await person.post('/api/desk/account/password', guess);
    expect(refused.problems?.map(({ path }) => path)).toEqual(['/currentPassword']);
    expect((await signIn('mori', issued.password)).status).toBe(401);
    expect((await signIn('mori', ownPassword)).body.subject).toMatchObject({
      kind: 'staff',
      department: '会計局',
      roles: { 'jitan-9': ['reviewer_1'] },
    });
  });

  it('is refused by a starting password that was not used in three days', async () => {
    const { password } = await add('late');
    await test.dataSource.query(
      `update staff set password_ends_at = now() - interval '1 minute' where login = 'late'`,
    );
    expect(await signIn('late', password)).toMatchObject({
      status: 401,
      body: { code: 'starting-password-over' },
    });
  });

  it.each([
    ['no number', { login: ' ' }, ['/login']],
    ['a number with a blank', { login: 'a b' }, ['/login']],
    ['a number in use', { login: 'SATO' }, ['/login']],
    ['no name', { name: ' ' }, ['/name']],
    ['no mail address', { mail: 'nobody' }, ['/mail']],
    ['no department', { departmentId: '' }, ['/departmentId']],
    ['a role of no procedure', { roles: [role('jitan-9', 'king')] }, ['/roles/0']],
    ['a role twice', { roles: [role('*', 'auditor'), role('*', 'auditor')] }, ['/roles/1']],
    ['a period that ends first', { roles: [role('*', 'auditor', '2030-02-01', '2030-01-31')] }, ['/roles/0']],
  ])('is named %s', async (_, more, paths) => {
    const { status, body } = await kobayashi.post('/api/desk/staff', { login: 'fresh', ...entry(more) });
    expect([status, body.problems?.map(({ path }: FieldProblem) => path)]).toEqual([422, paths]);
  });
});

describe('a role', () => {
  it('that decides counts once a second administrator has said yes', async () => {
    const issued = await add('decider', { roles: [role('jitan-9', 'approver')] });
    const person = await settle('decider', issued);
    const rolesNow = async () => (await person.get<SessionView>('/api/session')).body.subject;
    expect(await rolesNow()).toMatchObject({ roles: {} });

    const confirm = { procedureId: 'jitan-9', role: 'approver' };
    const alone = await kobayashi.post(`/api/desk/staff/${issued.id}/confirm-role`, confirm);
    expect(alone).toMatchObject({ status: 409, body: { code: 'role-needs-another' } });
    expect((await look(issued.id)).roles[0]).toMatchObject({ state: 'awaited', mayConfirm: false });
    expect((await look(issued.id, kato)).roles[0]).toMatchObject({ mayConfirm: true });
    const { body: waiting } = await kato.get<OfficialList>('/api/desk/staff?state=awaited');
    expect(waiting.officials.map(({ login }) => login)).toContain('decider');

    expect((await kato.post(`/api/desk/staff/${issued.id}/confirm-role`, confirm)).status).toBe(200);
    expect(await rolesNow()).toMatchObject({ roles: { 'jitan-9': ['approver'] } });
    expect((await look(issued.id)).roles[0]).toMatchObject({
      state: 'in-force',
      givenBy: '小林 亮',
      confirmedBy: '加藤 奈緒',
    });
  });

  it('holds from its first day to its last', async () => {
    const issued = await add('dated', {
      roles: [
        role('jitan-9', 'reviewer_1', '2020-01-01', '2099-12-31'),
        role('jitan-9', 'reviewer_2', '2099-01-01'),
        role('jitan-9', 'investigator', null, '2020-12-31'),
      ],
    });
    const person = await settle('dated', issued);
    const { body } = await person.get<SessionView>('/api/session');
    expect(body.subject).toMatchObject({ roles: { 'jitan-9': ['reviewer_1'] } });
    const states = (await look(issued.id)).roles.map(({ role: name, state }) => [name, state]);
    expect(states).toEqual([
      ['investigator', 'over'],
      ['reviewer_1', 'in-force'],
      ['reviewer_2', 'coming'],
    ]);
  });

  it('that decides may be shortened by one administrator, and needs two to be lengthened', async () => {
    const { id } = await add('length', { roles: [role('jitan-9', 'approver', null, '2099-12-31')] });
    await kato.post(`/api/desk/staff/${id}/confirm-role`, { procedureId: 'jitan-9', role: 'approver' });
    const set = async (toOn: string | null) => {
      const { lock } = await look(id);
      await kobayashi.put(`/api/desk/staff/${id}`, {
        lock,
        ...entry({ roles: [role('jitan-9', 'approver', null, toOn)] }),
      });
      return (await look(id)).roles[0]?.state;
    };
    expect(await set('2098-12-31')).toBe('in-force');
    expect(await set(null)).toBe('awaited');
  });

  it('of one’s own is given by somebody else', async () => {
    const own = await idOf('kobayashi');
    const { lock } = await look(own);
    const { status, body } = await kobayashi.put(`/api/desk/staff/${own}`, {
      lock,
      ...entry({ roles: [role('*', 'administrator'), role('jitan-9', 'approver')] }),
    });
    expect([status, body.code]).toEqual([409, 'own-account']);
  });
});

describe('a change', () => {
  it('stands in the history with who, when and what', async () => {
    const { id } = await add('history');
    const { lock } = await look(id);
    const changed = entry({ name: '森 千秋', roles: [role('*', 'auditor', null, '2030-03-31')] });
    await kobayashi.put(`/api/desk/staff/${id}`, { lock, ...changed });
    const { changes } = await look(id);
    expect(changes.map(({ kind, by, lines }) => [kind, by, lines])).toEqual([
      [
        'changed',
        '小林 亮',
        ['氏名：森 千夏 → 森 千秋', '付けた役割：全庁／監査（閲覧のみ）（〜2030-03-31）'],
      ],
      ['added', '小林 亮', []],
    ]);
    await expect(test.dataSource.query('delete from staff_change')).rejects.toThrow('never changes');
  });

  it('of something that somebody else has changed meanwhile is refused', async () => {
    const { id } = await add('twice');
    const { lock } = await look(id);
    expect((await kato.put(`/api/desk/staff/${id}`, { lock, ...entry({ name: '甲' }) })).status).toBe(200);
    expect(await kobayashi.put(`/api/desk/staff/${id}`, { lock, ...entry({ name: '乙' }) })).toMatchObject({
      status: 409,
      body: { code: 'official-changed' },
    });
    expect((await look(id)).name).toBe('甲');
  });
});

describe('an official who is locked out', () => {
  it('is signed out at once, and what lay on their desk goes back into the queue', async () => {
    const issued = await add('leaver', { roles: [role('jitan-9', 'reviewer_1')] });
    const leaver = await settle('leaver', issued);
    const applicant = await test.applicant();
    const { id: draft, revision } = await fillJitanDraft(applicant, '引継亭');
    const { body: receipt } = await applicant.post<Receipt>(`/api/drafts/${draft}/submit`, { revision });
    await leaver.post(`/api/desk/applications/${receipt.applicationId}/assign`, { assigneeId: 'me' });

    const nameless = await kobayashi.post(`/api/desk/staff/${issued.id}/disable`, { reason: ' ' });
    expect(nameless.body.problems?.map(({ path }) => path)).toEqual(['/reason']);
    const { body } = await kobayashi.post<ReleasedView>(`/api/desk/staff/${issued.id}/disable`, {
      reason: '退職',
    });
    expect(body.released).toBe(1);
    expect(body.official).toMatchObject({ holding: 0, disabledReason: '退職', sessions: 0 });
    expect((await leaver.get('/api/desk/queues')).status).toBe(401);
    expect((await signIn('leaver', ownPassword)).body.code).toBe('sign-in-failed');
    const sato = await test.official('sato');
    const { body: queues } = await sato.get<QueueList>('/api/desk/queues');
    expect(queues.queues.find(({ key }) => key === 'unassigned')?.count).toBe(1);

    await kobayashi.post(`/api/desk/staff/${issued.id}/enable`);
    expect((await signIn('leaver', ownPassword)).status).toBe(200);
  });

  it('never is the last who administers, nor oneself', async () => {
    const self = await kobayashi.post(`/api/desk/staff/${await idOf('kobayashi')}/disable`, { reason: 'x' });
    expect(self.body.code).toBe('own-account');
    // One who administers until tomorrow alone leaves nobody behind.
    await test.dataSource.query(
      `update staff_role set to_on = current_date + 1 where role = 'administrator' and staff_id = $1`,
      [await idOf('kobayashi')],
    );
    const other = await kobayashi.post(`/api/desk/staff/${await idOf('kato')}/disable`, { reason: 'x' });
    expect(other.body.code).toBe('last-administrator');
    await test.dataSource.query(`update staff_role set to_on = null where role = 'administrator'`);
  });

  it('does not lock out whoever locks them out: of two at once one remains', async () => {
    const two = await Promise.all(
      ['admin-a', 'admin-b'].map(async (login) => {
        const issued = await add(login, { roles: [role('*', 'administrator')] });
        await kato.post(`/api/desk/staff/${issued.id}/confirm-role`, {
          procedureId: '*',
          role: 'administrator',
        });
        return { id: issued.id, person: await settle(login, issued) };
      }),
    );
    const [a, b] = two;
    if (!a || !b) throw new Error('Both are there.');
    await Promise.all([
      a.person.post(`/api/desk/staff/${b.id}/disable`, { reason: 'x' }),
      b.person.post(`/api/desk/staff/${a.id}/disable`, { reason: 'x' }),
    ]);
    const [left] = await test.dataSource.query<{ count: number }[]>(
      'select count(*)::int as count from staff where id = any($1) and disabled_at is null',
      [[a.id, b.id]],
    );
    expect(left?.count).toBe(1);
  });
});

describe('who only looks on', () => {
  it.each(['nakamura', 'yoshida'])('reads every application and acts on none: %s', async (login) => {
    const person = await test.official(login);
    const [open] = await test.dataSource.query<{ id: string }[]>(
      'select id from application where open limit 1',
    );
    const at = `/api/desk/applications/${open?.id}`;
    const { status, body } = await person.get<{ actions: unknown[]; lock: number }>(at);
    expect([status, body.actions]).toEqual([200, []]);
    const tries = [
      await person.post(`${at}/assign`, { assigneeId: 'me' }),
      await person.post(`${at}/actions/pass`, { lock: body.lock }),
      await person.post(`${at}/hold`, { lock: body.lock, reason: 'x', reviewOn: '2030-01-01' }),
      await person.post(`${at}/messages`, { key: crypto.randomUUID(), body: 'x', files: [] }),
    ];
    expect(tries.map((answer) => [answer.status, answer.body.code])).toEqual(
      tries.map(() => [403, 'role-missing']),
    );
  });

  it('sees officials as an auditor, and changes none', async () => {
    const auditor = await test.official('nakamura');
    expect((await auditor.get('/api/desk/staff')).status).toBe(200);
    expect((await auditor.post('/api/desk/staff', { login: 'x1', ...entry() })).status).toBe(403);
    expect((await (await test.official('yoshida')).get('/api/desk/staff')).status).toBe(403);
  });
});
