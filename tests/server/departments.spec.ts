import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DepartmentList } from '../../src/staff/departments/department.dto.js';
import type { OfficialList, OfficialView, StartingPassword } from '../../src/staff/officials/official.dto.js';
import { startTestApp, type TestApp } from './support/test-app.js';
import type { Visitor } from './support/visitor.js';

let test: TestApp;
let kobayashi: Visitor;
let departmentId: string;
beforeAll(async () => {
  test = await startTestApp();
  kobayashi = await test.official('kobayashi');
  const { body } = await kobayashi.get<DepartmentList>('/api/desk/departments');
  departmentId = body.departments.find(({ full }) => full === '会計局')?.id ?? '';
});
afterAll(() => test.stop());

const add = async (login: string, more: object) => {
  const official = { login, name: '森 千夏', mail: '', departmentId, teamIds: [], roles: [], ...more };
  const answer = await kobayashi.post<StartingPassword>('/api/desk/staff', official);
  expect(answer.status).toBe(201);
  return answer.body;
};
const look = async (id: string) => (await kobayashi.get<OfficialView>(`/api/desk/staff/${id}`)).body;

describe('a department', () => {
  it('is read with those above it, wherever its officials are named', async () => {
    const { body: made } = await kobayashi.post<DepartmentList>('/api/desk/departments', {
      parentId: departmentId,
      nameJa: '出納課',
      nameEn: 'Cashier',
    });
    const cashier = made.departments.find(({ nameJa }) => nameJa === '出納課');
    expect(cashier).toMatchObject({ full: '会計局 出納課', depth: 1, parentId: departmentId });
    const issued = await add('cashier', { departmentId: cashier?.id });
    await kobayashi.put(`/api/desk/departments/${departmentId}`, {
      parentId: null,
      nameJa: '会計管理局',
      nameEn: 'Treasury',
    });
    expect((await look(issued.id)).department).toBe('会計管理局 出納課');
    const english = await kobayashi.get<OfficialView>(`/api/desk/staff/${issued.id}`, {
      'accept-language': 'en',
    });
    expect(english.body.department).toBe('Treasury Cashier');

    const inUse = await kobayashi.delete(`/api/desk/departments/${cashier?.id}`);
    expect(inUse.body.code).toBe('department-in-use');
    const ring = await kobayashi.put(`/api/desk/departments/${departmentId}`, {
      parentId: cashier?.id,
      nameJa: '会計管理局',
      nameEn: '',
    });
    expect(ring.body.code).toBe('department-below-itself');
    const twin = await kobayashi.post('/api/desk/departments', {
      parentId: departmentId,
      nameJa: '出納課',
      nameEn: '',
    });
    expect(twin.body.code).toBe('name-taken');
  });

  it('has teams, by which officials are found', async () => {
    const { body } = await kobayashi.post<DepartmentList>('/api/desk/teams', {
      departmentId,
      nameJa: '夜間対応',
      nameEn: 'Night shift',
    });
    const team = body.departments.flatMap(({ teams }) => teams).find(({ nameJa }) => nameJa === '夜間対応');
    await add('night', { teamIds: [team?.id] });
    const { body: found } = await kobayashi.get<OfficialList>(
      `/api/desk/staff?q=${encodeURIComponent('夜間')}`,
    );
    expect(found.officials.map(({ login, teams }) => [login, teams])).toEqual([['night', ['夜間対応']]]);
  });
});
