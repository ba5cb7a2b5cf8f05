import { randomUUID } from 'node:crypto';
import { ownedBuilderRoutes } from './owned-builder-routes.js';
import { profileSettings, warningKey } from './owned-payments.js';
import type { OwnedRows, Params } from './owned-rows.js';

export interface OwnedRoute {
  /** What the path names; made by its owner for this row alone. */
  readonly of: keyof {
    [K in keyof OwnedRows as OwnedRows[K] extends () => Promise<Params> ? K : never]: true;
  };
  /** Parameters that are no ids. */
  readonly also?: Params;
  readonly query?: string;
  readonly body?: object;
  /** Bytes instead of JSON: a whole file, or a piece of one. */
  readonly bytes?: 'file' | 'piece';
  /** What the owner is answered. Where it is a refusal, it is one that strangers are not told. */
  readonly owner: number;
}

export const message = () => ({ key: randomUUID(), body: '書類について', files: [] });
const official0 = { lock: 0, name: '', mail: '', departmentId: '', teamIds: [], roles: [] };
const entry = { name: '別の名前', postal: '5420076', address: '大阪府大阪市中央区難波1-2-3' };

/**
 * Every route that names a thing of somebody's: an applicant's first, then what officials see of it.
 * A new route is one line here, and where it names a new kind of thing, one property of `OwnedRows`.
 */
export const ownedRoutes: Readonly<Record<string, OwnedRoute>> = {
  'GET /api/drafts/:id': { of: 'draft', owner: 200 },
  'PUT /api/drafts/:id': { of: 'draft', body: { revision: 0, answers: {} }, owner: 200 },
  'DELETE /api/drafts/:id': { of: 'draft', owner: 204 },
  'POST /api/drafts/:id/move': { of: 'draft', body: { revision: 0 }, owner: 200 },
  'POST /api/drafts/:id/carry': {
    of: 'draft',
    body: { versionHash: '0'.repeat(64), sets: [] },
    // Nobody knows this version; the owner's own is in draft-keeping.spec.ts.
    owner: 404,
  },
  'POST /api/drafts/:id/once-check': { of: 'draft', body: {}, owner: 200 },
  'POST /api/drafts/:id/submit': { of: 'draft', body: { revision: 0 }, owner: 422 },
  'POST /api/drafts/:id/attachments': {
    of: 'draft',
    query: '?field=documents.permit_copy',
    bytes: 'file',
    owner: 201,
  },
  'DELETE /api/drafts/:id/attachments/:attachmentId': { of: 'attachmentOfDraft', owner: 204 },
  'POST /api/drafts/:id/uploads': {
    of: 'draft',
    body: { id: randomUUID(), field: 'documents.permit_copy', name: 'a.png', bytes: 9 },
    owner: 201,
  },
  'GET /api/drafts/:id/signature': { of: 'draft', owner: 200 },
  'POST /api/drafts/:id/signature': { of: 'filledDraft', body: { revision: 1 }, owner: 201 },
  'GET /api/drafts/:id/signature/content': { of: 'preparedDraft', owner: 200 },
  'POST /api/drafts/:id/signature/file': { of: 'preparedDraft', bytes: 'file', owner: 422 },
  'POST /api/drafts/:id/signature/value': {
    of: 'preparedDraft',
    body: { signature: 'AA==', certificate: 'AA==' },
    owner: 422,
  },
  'POST /api/drafts/:id/signature/test': { of: 'preparedDraft', owner: 200 },
  'GET /api/uploads/:id': { of: 'upload', owner: 200 },
  'DELETE /api/uploads/:id': { of: 'upload', owner: 204 },
  'PUT /api/uploads/:id/content': { of: 'upload', query: '?offset=0', bytes: 'piece', owner: 200 },
  'POST /api/uploads/:id/finish': { of: 'wholeUpload', owner: 201 },
  'GET /api/attachments/:id/content': { of: 'attachment', owner: 200 },
  'GET /api/applications/:id': { of: 'application', owner: 200 },
  'GET /api/applications/:id/answers/pdf': { of: 'application', owner: 200 },
  'GET /api/applications/:id/receipt/pdf': { of: 'application', owner: 200 },
  'GET /api/applications/:id/readings': { of: 'application', owner: 200 },
  'POST /api/applications/:id/correction': { of: 'application', owner: 409 },
  'POST /api/applications/:id/withdraw': {
    of: 'freshApplication',
    body: { reason: '取り下げます' },
    owner: 200,
  },
  'GET /api/applications/:id/messages': { of: 'application', owner: 200 },
  'POST /api/applications/:id/messages': { of: 'application', body: message(), owner: 200 },
  'POST /api/applications/:id/messages/read': { of: 'application', owner: 204 },
  'POST /api/applications/:id/messages/files': { of: 'application', bytes: 'file', owner: 201 },
  'DELETE /api/applications/:id/messages/files/:fileId': { of: 'messageFile', owner: 204 },
  'GET /api/message-files/:id/content': { of: 'fileAlone', owner: 200 },
  'GET /api/notices/:id/pdf': { of: 'notice', owner: 200 },
  'POST /api/notices/:id/read': { of: 'readableMail', owner: 204 },
  'PUT /api/saved-sites/:id': { of: 'site', body: { data: entry }, owner: 200 },
  'DELETE /api/saved-sites/:id': { of: 'site', owner: 204 },
  'DELETE /api/account/sessions/:id': { of: 'session', owner: 204 },
  'PUT /api/account/applicants/:id': {
    of: 'applicant',
    body: { name: 'x', phone: '0612345678' },
    owner: 422,
  },
  'DELETE /api/identities/:id': { of: 'identity', owner: 204 },
  // Before the other: what was agreed to is not offered again.
  'POST /api/mandates/:id/decline': { of: 'offeredMandate', owner: 200 },
  'POST /api/mandates/:id/accept': { of: 'offeredMandate', owner: 200 },
  'POST /api/mandates/:id/revoke': { of: 'mandate', owner: 200 },
  'DELETE /api/desk/absences/:id': { of: 'absence', owner: 200 },
  'GET /api/desk/paper/:id': { of: 'paper', owner: 200 },
  'PUT /api/desk/paper/:id': { of: 'paper', body: { revision: 0, answers: {} }, owner: 200 },
  'PUT /api/desk/paper/:id/arrival': {
    of: 'paper',
    body: { arrivedOn: '2026-01-05', brought: 'counter' },
    owner: 200,
  },
  'DELETE /api/desk/paper/:id': { of: 'paper', owner: 204 },
  'POST /api/desk/paper/:id/attachments': {
    of: 'paper',
    query: '?field=documents.permit_copy',
    bytes: 'file',
    owner: 201,
  },
  'DELETE /api/desk/paper/:id/attachments/:attachmentId': { of: 'attachmentOfPaper', owner: 204 },
  'POST /api/desk/paper/:id/scans': { of: 'paper', bytes: 'file', owner: 201 },
  'DELETE /api/desk/paper/:id/scans/:fileId': { of: 'scan', owner: 204 },
  'POST /api/desk/paper/:id/submit': {
    of: 'paper',
    body: { revision: 0, answers: {}, setAside: [] },
    owner: 422,
  },
  'GET /api/desk/paper/:id/check': { of: 'paper', owner: 200 },
  'POST /api/desk/paper/:id/check': { of: 'paper', owner: 409 },
  'PUT /api/desk/paper/:id/check/typed': { of: 'paper', body: { answers: {} }, owner: 409 },
  'PUT /api/desk/paper/:id/check/settled': { of: 'paper', body: { choices: {} }, owner: 409 },
  'GET /api/desk/visits/:id': { of: 'visit', owner: 200 },
  'PUT /api/desk/visits/:id/findings': {
    of: 'visit',
    body: { item: 'x', version: 0, result: 'conforming', note: '' },
    owner: 422,
  },
  'POST /api/desk/visits/:id/photos': {
    of: 'visit',
    query: `?item=x&file=${randomUUID()}`,
    bytes: 'file',
    owner: 422,
  },
  'DELETE /api/desk/visits/:id/photos/:fileId': { of: 'visitPhoto', owner: 204 },
  'POST /api/desk/visits/:id/finish': { of: 'visit', owner: 200 },
  'POST /api/desk/visits/:id/cancel': { of: 'visit', body: { tell: false }, owner: 200 },
  'GET /api/desk/applications/:id/visits': { of: 'application', owner: 200 },
  'PUT /api/desk/applications/:id/visit': {
    of: 'application',
    body: {
      onDay: '2035-01-05',
      fromTime: '10:00',
      toTime: '11:00',
      place: 'x',
      inspectors: [randomUUID()],
      note: '',
      tell: false,
    },
    owner: 409,
  },
  'POST /api/desk/applications/:id/visit-proposal': {
    of: 'application',
    body: {
      slots: [{ onDay: '2035-01-05', fromTime: '10:00', toTime: '11:00' }],
      place: 'x',
      inspectors: [randomUUID()],
      note: '',
    },
    owner: 409,
  },
  'GET /api/applications/:id/visits': { of: 'application', owner: 200 },
  'POST /api/applications/:id/visit-choice': {
    of: 'application',
    body: { proposalId: randomUUID(), slot: 0, note: '' },
    owner: 409,
  },
  'GET /api/applications/:id/visit/calendar': { of: 'applicationWithVisit', owner: 200 },
  'GET /api/desk/applications/:id/deliveries': { of: 'application', owner: 200 },
  'POST /api/desk/deliveries/:id/settle': {
    of: 'deliveryTask',
    body: { outcome: 'reached', note: '電話で伝えた' },
    owner: 204,
  },
  'GET /api/desk/opinions/:id': { of: 'opinion', owner: 200 },
  'GET /api/desk/opinions/:id/attachments/:attachmentId/content': { of: 'sharedAttachment', owner: 200 },
  'POST /api/desk/opinions/:id/claim': { of: 'opinion', body: { assigneeId: 'me' }, owner: 200 },
  'POST /api/desk/opinions/:id/files': { of: 'opinion', bytes: 'file', owner: 201 },
  'DELETE /api/desk/opinions/:id/files/:fileId': { of: 'opinionFile', owner: 204 },
  'POST /api/desk/opinions/:id/answer': {
    of: 'opinion',
    body: { standpoint: 'clear', answer: '' },
    owner: 200,
  },
  'POST /api/desk/opinions/:id/extend': {
    of: 'opinion',
    body: { dueOn: '2035-01-05', reason: '延長' },
    owner: 204,
  },
  'POST /api/desk/opinions/:id/withdraw': { of: 'opinion', body: { reason: '不要' }, owner: 204 },
  'GET /api/desk/applications/:id/proofs': { of: 'application', owner: 200 },
  // Only who decides; see notices.spec.ts.
  'POST /api/desk/notices/:id/revocation': {
    of: 'notice',
    body: { reason: '誤記', publicReason: '誤記' },
    owner: 403,
  },
  'POST /api/desk/notices/:id/revocation/decision': {
    of: 'notice',
    body: { revoke: true, words: '' },
    owner: 403,
  },
  'GET /api/desk/applications/:id/opinions': { of: 'application', owner: 200 },
  'POST /api/desk/applications/:id/opinions': {
    of: 'application',
    body: {
      id: randomUUID(),
      departmentId: randomUUID(),
      assigneeId: null,
      question: 'x',
      shared: [],
      dueOn: '2035-01-05',
      againOf: null,
    },
    owner: 409,
  },
  'GET /api/desk/files/:id/content': { of: 'deskFile', owner: 200 },
  'GET /api/desk/letters/:id/pdf': { of: 'letter', owner: 200 },
  'GET /api/desk/applications/:id/paper': { of: 'application', owner: 200 },
  'POST /api/desk/applications/:id/paper-correction': { of: 'paperApplication', owner: 409 },
  'POST /api/desk/applications/:id/paper-withdrawal': {
    of: 'paperApplication',
    body: { reason: 'x' },
    owner: 200,
  },
  'POST /api/desk/operations/dead-jobs/:id/run-again': { of: 'deadJob', owner: 200 },
  'POST /api/desk/operations/dead-jobs/:id/leave': {
    of: 'deadJob',
    body: { reason: '宛先がもうない' },
    owner: 200,
  },
  'GET /api/desk/batches/:id': { of: 'batch', owner: 200 },
  'GET /api/desk/batches/:id/offer': { of: 'batch', owner: 200 },
  'GET /api/desk/batches/:id/rows': { of: 'batch', owner: 200 },
  'GET /api/desk/batches/:id/results': { of: 'batch', owner: 200 },
  'GET /api/desk/batches/:id/letters': { of: 'batch', owner: 200 },
  'GET /api/desk/batches/:id/letters/pdf': { of: 'batch', owner: 404 },
  'GET /api/desk/batches/:id/template': {
    of: 'batch',
    query: '?procedureId=jitan-9&action=pass',
    owner: 200,
  },
  'GET /api/desk/exports/columns/:procedureId': { of: 'exportableProcedure', owner: 200 },
  'GET /api/desk/exports/:id': { of: 'export', owner: 200 },
  'GET /api/desk/exports/:id/faults': { of: 'export', owner: 200 },
  'GET /api/desk/exports/:id/file': { of: 'madeExport', owner: 200 },
  'POST /api/desk/exports/:id/cancel': { of: 'export', owner: 200 },
  'DELETE /api/desk/export-definitions/:id': { of: 'exportDefinition', owner: 200 },
  'POST /api/desk/batches/:id/check': { of: 'batch', body: { work: { kind: 'release' } }, owner: 200 },
  'POST /api/desk/batches/:id/start': { of: 'batch', body: { minutes: 5 }, owner: 409 },
  'POST /api/desk/batches/:id/stop': { of: 'batch', owner: 200 },
  'GET /api/desk/payments/:id': { of: 'paymentBatch', owner: 200 },
  'GET /api/desk/payments/:id/rows': { of: 'paymentBatch', owner: 200 },
  'GET /api/desk/payments/:id/results': { of: 'paymentBatch', owner: 200 },
  'GET /api/desk/payments/:id/files/:part': { of: 'exportedPayments', also: { part: '1' }, owner: 200 },
  'POST /api/desk/payments/:id/plan': {
    of: 'paymentBatch',
    body: { payOn: '2030-01-16', profileId: randomUUID() },
    owner: 422,
  },
  'POST /api/desk/payments/:id/look-again': { of: 'paymentBatch', owner: 200 },
  'POST /api/desk/payments/:id/submit': { of: 'paymentBatch', owner: 409 },
  'POST /api/desk/payments/:id/send-back': { of: 'paymentBatch', body: { reason: '誤り' }, owner: 409 },
  'POST /api/desk/payments/:id/release': {
    of: 'paymentBatch',
    body: { digest: '0'.repeat(64) },
    owner: 409,
  },
  'POST /api/desk/payments/:id/cancel': { of: 'paymentBatch', body: { reason: '誤り' }, owner: 200 },
  'POST /api/desk/payments/:id/export': { of: 'exportedPayments', owner: 200 },
  'POST /api/desk/payments/:id/results': {
    of: 'exportedPayments',
    body: { table: '', restPaidOn: null },
    owner: 422,
  },
  'POST /api/desk/payments/:id/rows/:n/accept': {
    of: 'paymentBatch',
    also: { n: '1' },
    body: { key: warningKey, reason: '確かめた' },
    owner: 204,
  },
  'POST /api/desk/payments/:id/rows/:n/take-out': {
    of: 'paymentBatch',
    also: { n: '1' },
    body: { reason: '誤り' },
    owner: 204,
  },
  'POST /api/desk/payments/:id/rows/:n/result': {
    of: 'exportedPayments',
    also: { n: '1' },
    body: { result: 'failed', on: '2030-01-01', code: 'other', note: '' },
    owner: 422,
  },
  'POST /api/desk/payment-profiles/:id': {
    of: 'paymentProfile',
    body: { settings: profileSettings, ends: false },
    owner: 200,
  },
  'POST /api/desk/payment-profiles/:id/confirm': { of: 'paymentProfile', body: { n: 2 }, owner: 409 },
  'POST /api/desk/payment-profiles/:id/withdraw': { of: 'paymentProfile', body: { n: 2 }, owner: 409 },
  'DELETE /api/desk/views/:id': { of: 'savedView', owner: 200 },
  'DELETE /api/desk/account/sessions/:id': { of: 'deskSession', owner: 204 },
  'GET /api/desk/staff/:id': { of: 'colleague', owner: 200 },
  'PUT /api/desk/staff/:id': { of: 'colleague', body: official0, owner: 422 },
  'POST /api/desk/staff/:id/confirm-role': {
    of: 'colleague',
    body: { procedureId: 'jitan-9', role: 'approver' },
    owner: 409,
  },
  'POST /api/desk/staff/:id/disable': { of: 'colleague', body: { reason: '異動' }, owner: 200 },
  'POST /api/desk/staff/:id/enable': { of: 'colleague', owner: 200 },
  'POST /api/desk/staff/:id/password': { of: 'colleague', owner: 201 },
  'POST /api/desk/staff/:id/reset-codes': { of: 'colleague', body: { reason: '紛失' }, owner: 200 },
  'DELETE /api/desk/staff/:id/sessions': { of: 'colleague', owner: 200 },
  'PUT /api/desk/departments/:id': {
    of: 'department',
    body: { parentId: null, nameJa: '', nameEn: '' },
    owner: 422,
  },
  'DELETE /api/desk/departments/:id': { of: 'department', owner: 200 },
  'PUT /api/desk/teams/:id': {
    of: 'team',
    body: { departmentId: randomUUID(), nameJa: '', nameEn: '' },
    owner: 422,
  },
  'DELETE /api/desk/teams/:id': { of: 'team', owner: 200 },
  'GET /api/desk/applications/:id': { of: 'application', owner: 200 },
  'POST /api/desk/applications/:id/actions/:action': {
    of: 'freshApplication',
    also: { action: 'pass' },
    body: { lock: 0 },
    owner: 200,
  },
  'GET /api/desk/applications/:id/colleagues': { of: 'application', owner: 200 },
  'POST /api/desk/applications/:id/assign': {
    of: 'freshApplication',
    body: { assigneeId: 'me' },
    owner: 200,
  },
  'POST /api/desk/applications/:id/overrides': {
    of: 'freshApplication',
    body: { lock: 0, path: '/sales/payable', value: 1, reason: 'x', publicReason: 'x' },
    owner: 409,
  },
  'POST /api/desk/applications/:id/hold': {
    of: 'freshApplication',
    body: { lock: 0, reason: 'x', reviewOn: '2030-01-01' },
    owner: 200,
  },
  'POST /api/desk/applications/:id/release': { of: 'freshApplication', body: { lock: 0 }, owner: 409 },
  'GET /api/desk/applications/:id/readings': { of: 'application', owner: 200 },
  'POST /api/desk/applications/:id/actions/:action/preview': {
    of: 'freshApplication',
    also: { action: 'pass' },
    body: { lock: 0 },
    owner: 200,
  },
  'GET /api/desk/previews/:id/pdf': { of: 'preview', owner: 200 },
  'GET /api/desk/applications/:id/related': { of: 'application', owner: 200 },
  'POST /api/desk/applications/:id/correction-permission': {
    of: 'application',
    body: { reason: '見落としがあったため' },
    owner: 403,
  },
  'POST /api/desk/applications/:id/presence': {
    of: 'application',
    body: { writing: false },
    owner: 200,
  },
  'DELETE /api/desk/applications/:id/presence': { of: 'application', owner: 204 },
  'PUT /api/desk/applications/:id/annotations': {
    of: 'application',
    body: { path: '/store/name', mark: 'checked', note: '' },
    owner: 200,
  },
  'POST /api/desk/applications/:id/notes': {
    of: 'application',
    body: { id: randomUUID(), body: '電話で確認済み' },
    owner: 200,
  },
  'POST /api/desk/applications/:id/open': {
    of: 'application',
    body: { path: '/bank/account_no' },
    owner: 200,
  },
  'GET /api/applications/:id/signatures': { of: 'application', owner: 200 },
  'GET /api/applications/:id/signatures/:n/:part': {
    of: 'application',
    also: { n: '1', part: 'content' },
    owner: 200,
  },
  'GET /api/desk/applications/:id/signatures': { of: 'application', owner: 200 },
  'GET /api/desk/applications/:id/signatures/:n/:part': {
    of: 'application',
    also: { n: '1', part: 'content' },
    owner: 200,
  },
  'GET /api/desk/applications/:id/messages': { of: 'application', owner: 200 },
  'POST /api/desk/applications/:id/messages': { of: 'application', body: message(), owner: 200 },
  'POST /api/desk/applications/:id/messages/read': { of: 'application', owner: 204 },
  'POST /api/desk/applications/:id/messages/settle': {
    of: 'application',
    body: { close: false },
    owner: 200,
  },
  'POST /api/desk/applications/:id/messages/files': { of: 'application', bytes: 'file', owner: 201 },
  'DELETE /api/desk/applications/:id/messages/files/:fileId': { of: 'deskMessageFile', owner: 204 },
  ...ownedBuilderRoutes,
};
