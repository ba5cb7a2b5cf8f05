import { request } from './request.js';
import type { AnnouncementList, AnnouncementView, Favourites, MarkFavouriteRequest } from './types.js';

export const fetchAnnouncements = (
  category: string | null,
  before: string | null,
): Promise<AnnouncementList> => {
  const asked = new URLSearchParams({
    ...(category === null ? {} : { category }),
    ...(before === null ? {} : { before }),
  });
  return request('GET', `/api/announcements${asked.size === 0 ? '' : `?${asked}`}`);
};

export const fetchAnnouncement = (id: string): Promise<AnnouncementView> =>
  request('GET', `/api/announcements/${id}`);

export const stopNews = (token: string): Promise<void> => request('POST', `/stop-news/${token}`);

export const fetchFavourites = (): Promise<Favourites> => request('GET', '/api/favourites');

export const markFavourite = (wanted: MarkFavouriteRequest): Promise<void> =>
  request('PUT', '/api/favourites', wanted);
