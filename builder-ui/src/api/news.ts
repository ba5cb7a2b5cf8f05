import { request } from '../../../renderer-ui/src/api/request.js';

interface NewsRead {
  /** Day of the last entry that was read; null: none. */
  readonly entry: string | null;
}

export const newsKey = ['builder', 'news-read'];
export const fetchNewsRead = (): Promise<NewsRead> => request('GET', '/api/builder/news-read');
export const readNews = (entry: string): Promise<NewsRead> =>
  request('POST', '/api/builder/news-read', { entry });
