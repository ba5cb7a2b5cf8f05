import type { OfflineTexts } from './offline-ja.js';

export const offlineEn: OfflineTexts = {
  offline: 'You are offline. This goes on when the connection is back.',
};
