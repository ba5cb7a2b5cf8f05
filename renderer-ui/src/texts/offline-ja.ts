/** Comes with the first touch, before the line can go. */
export const offlineJa = {
  offline: 'オフラインです。つながると表示されます。',
};

export type OfflineTexts = typeof offlineJa;
