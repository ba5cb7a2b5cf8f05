import type { OpinionQueue } from '../../api/types.js';

export const opinionKeys = {
  all: ['desk', 'opinions'],
  list: (queue: OpinionQueue) => ['desk', 'opinions', 'list', queue],
  one: (id: string) => ['desk', 'opinions', 'one', id],
} as const;
