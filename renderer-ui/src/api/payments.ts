import { request } from './request.js';
import type {
  NewPaymentsRequest,
  PaymentBatchView,
  PaymentRows,
  PaymentRowsQuery,
  PaymentsOverview,
  PlanRequest,
  ProfileList,
  ProfileSettings,
  ReportRowRequest,
  WaitingList,
} from './types.js';

const at = (id: string): string => `/api/desk/payments/${encodeURIComponent(id)}`;
const profile = (id: string): string => `/api/desk/payment-profiles/${encodeURIComponent(id)}`;

export const fetchPayments = (): Promise<PaymentsOverview> => request('GET', '/api/desk/payments');

export const fetchWaiting = (procedureId: string, after: number): Promise<WaitingList> =>
  request('GET', `/api/desk/payments/waiting?procedureId=${encodeURIComponent(procedureId)}&after=${after}`);

export const fetchPaymentBatch = (id: string): Promise<PaymentBatchView> => request('GET', at(id));

export const fetchPaymentRows = (
  id: string,
  after: number,
  only: PaymentRowsQuery['only'],
): Promise<PaymentRows> => request('GET', `${at(id)}/rows?after=${after}${only ? `&only=${only}` : ''}`);

export const beginPayments = (wanted: NewPaymentsRequest): Promise<PaymentBatchView> =>
  request('POST', '/api/desk/payments', wanted);

export const planPayments = (id: string, plan: PlanRequest): Promise<PaymentBatchView> =>
  request('POST', `${at(id)}/plan`, plan);

/** Steps that take nothing, or a reason. */
export const stepPayments = (
  id: string,
  step: 'look-again' | 'submit' | 'export' | 'send-back' | 'cancel',
  reason?: string,
): Promise<PaymentBatchView> =>
  request('POST', `${at(id)}/${step}`, reason === undefined ? undefined : { reason });

export const releasePayments = (id: string, digest: string): Promise<PaymentBatchView> =>
  request('POST', `${at(id)}/release`, { digest });

export const reportResults = (
  id: string,
  table: string,
  restPaidOn: string | null,
): Promise<PaymentBatchView> => request('POST', `${at(id)}/results`, { table, restPaidOn });

export const acceptFinding = (id: string, n: number, key: string, reason: string): Promise<undefined> =>
  request('POST', `${at(id)}/rows/${n}/accept`, { key, reason });

export const takeOutPayment = (id: string, n: number, reason: string): Promise<undefined> =>
  request('POST', `${at(id)}/rows/${n}/take-out`, { reason });

export const reportResult = (id: string, n: number, result: ReportRowRequest): Promise<undefined> =>
  request('POST', `${at(id)}/rows/${n}/result`, result);

export const paymentFileAddress = (id: string, part: number): string => `${at(id)}/files/${part}`;

export const paymentResultsAddress = (id: string): string => `${at(id)}/results`;

export const fetchProfiles = (): Promise<ProfileList> => request('GET', '/api/desk/payment-profiles');

/** A new one where there is no id. */
export const proposeProfile = (
  id: string | null,
  settings: ProfileSettings,
  ends: boolean,
): Promise<ProfileList> =>
  id === null
    ? request('POST', '/api/desk/payment-profiles', { settings })
    : request('POST', profile(id), { settings, ends });

export const decideProfile = (
  id: string,
  n: number,
  decision: 'confirm' | 'withdraw',
): Promise<ProfileList> => request('POST', `${profile(id)}/${decision}`, { n });
