import { request } from './request.js';
import type { CaseDeliveries, DeliveriesView, SettleDeliveryRequest } from './types.js';

export const fetchDeliveries = (): Promise<DeliveriesView> => request('GET', '/api/desk/deliveries');

export const fetchCaseDeliveries = (applicationId: string): Promise<CaseDeliveries> =>
  request('GET', `/api/desk/applications/${encodeURIComponent(applicationId)}/deliveries`);

export const settleDelivery = (id: string, body: SettleDeliveryRequest): Promise<void> =>
  request('POST', `/api/desk/deliveries/${encodeURIComponent(id)}/settle`, body);
