import { request } from './request.js';
import type {
  AddOfficialRequest,
  ChangeOfficialRequest,
  CodesSetUp,
  DepartmentList,
  DepartmentRequest,
  OfficialList,
  ImportView,
  OfficialView,
  OwnAccountView,
  OwnSessions,
  RecoveryCodes,
  ReleasedView,
  RoleBookView,
  StartingPassword,
  TeamRequest,
} from './types.js';

const at = encodeURIComponent;

export const fetchOfficials = (text: string, state: string, cursor: string | null): Promise<OfficialList> =>
  request(
    'GET',
    `/api/desk/staff?q=${at(text)}&state=${at(state)}${cursor === null ? '' : `&cursor=${at(cursor)}`}`,
  );

export const fetchOfficial = (id: string): Promise<OfficialView> =>
  request('GET', `/api/desk/staff/${at(id)}`);

export const fetchRoles = (): Promise<RoleBookView> => request('GET', '/api/desk/roles');

export const addOfficial = (entry: AddOfficialRequest): Promise<StartingPassword> =>
  request('POST', '/api/desk/staff', entry);

export const changeOfficial = (id: string, entry: ChangeOfficialRequest): Promise<ReleasedView> =>
  request('PUT', `/api/desk/staff/${at(id)}`, entry);

export const confirmRole = (id: string, procedureId: string, role: string): Promise<OfficialView> =>
  request('POST', `/api/desk/staff/${at(id)}/confirm-role`, { procedureId, role });

export const disableOfficial = (id: string, reason: string): Promise<ReleasedView> =>
  request('POST', `/api/desk/staff/${at(id)}/disable`, { reason });

export const enableOfficial = (id: string): Promise<OfficialView> =>
  request('POST', `/api/desk/staff/${at(id)}/enable`);

export const issuePassword = (id: string): Promise<StartingPassword> =>
  request('POST', `/api/desk/staff/${at(id)}/password`);

export const resetCodes = (id: string, reason: string): Promise<OfficialView> =>
  request('POST', `/api/desk/staff/${at(id)}/reset-codes`, { reason });

export const endOfficialsSessions = (id: string): Promise<OfficialView> =>
  request('DELETE', `/api/desk/staff/${at(id)}/sessions`);

export const officialsTableAddress = '/api/desk/staff-table';

/** Tells what the table would change. */
export const checkOfficials = (table: string): Promise<ImportView> =>
  request('POST', '/api/desk/staff-table/check', { table });

export const importOfficials = (table: string): Promise<ImportView> =>
  request('POST', '/api/desk/staff-table', { table });

export const fetchDepartments = (): Promise<DepartmentList> => request('GET', '/api/desk/departments');

/** @param id null for a new one */
export const saveDepartment = (id: string | null, entry: DepartmentRequest): Promise<DepartmentList> =>
  id === null
    ? request('POST', '/api/desk/departments', entry)
    : request('PUT', `/api/desk/departments/${at(id)}`, entry);

export const removeDepartment = (id: string): Promise<DepartmentList> =>
  request('DELETE', `/api/desk/departments/${at(id)}`);

/** @param id null for a new one */
export const saveTeam = (id: string | null, entry: TeamRequest): Promise<DepartmentList> =>
  id === null
    ? request('POST', '/api/desk/teams', entry)
    : request('PUT', `/api/desk/teams/${at(id)}`, entry);

export const removeTeam = (id: string): Promise<DepartmentList> =>
  request('DELETE', `/api/desk/teams/${at(id)}`);

export const fetchOwnAccount = (): Promise<OwnAccountView> => request('GET', '/api/desk/account');

export const chooseOwnPassword = (
  currentPassword: string,
  password: string,
  passwordAgain: string,
): Promise<void> =>
  request('POST', '/api/desk/account/password', { currentPassword, password, passwordAgain });

export const fetchStaffSessions = (): Promise<OwnSessions> => request('GET', '/api/desk/account/sessions');

export const endStaffSession = (id: string): Promise<void> =>
  request('DELETE', `/api/desk/account/sessions/${at(id)}`);

export const endOtherStaffSessions = (): Promise<void> => request('DELETE', '/api/desk/account/sessions');

export const beginCodes = (currentPassword: string): Promise<CodesSetUp> =>
  request('POST', '/api/desk/account/codes', { currentPassword });

export const confirmCodes = (code: string): Promise<RecoveryCodes> =>
  request('POST', '/api/desk/account/codes/confirm', { code });

export const giveUpCodes = (currentPassword: string): Promise<void> =>
  request('POST', '/api/desk/account/codes/give-up', { currentPassword });

export const renewRecoveryCodes = (currentPassword: string): Promise<RecoveryCodes> =>
  request('POST', '/api/desk/account/codes/recovery', { currentPassword });
