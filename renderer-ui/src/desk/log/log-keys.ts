import type { LogWanted } from '../../api/log.js';

export const logKeys = {
  list: (wanted: LogWanted) => ['desk', 'log', 'list', wanted],
  one: (id: string) => ['desk', 'log', 'one', id],
  state: ['desk', 'log', 'state'],
} as const;
