import { Controller, Query } from '@nestjs/common';
import { Type } from '@sinclair/typebox';
import { CurrentAsker, type StaffAsker } from '../access/asker.js';
import { Endpoint } from '../http/endpoint.js';
import { Refused, refuse } from '../http/refusal.js';
import { QueueList, QueuePage } from './desk.dto.js';
import { readCursor, readQueue, writeCursor } from './queue.js';
import { QueueRows } from './queue-rows.js';
import { QueuesQueries } from './queues.queries.js';

const pageSize = 50;

const PageQuery = Type.Object(
  {
    queue: Type.String({ minLength: 1, maxLength: 200 }),
    cursor: Type.Optional(Type.String({ maxLength: 200 })),
  },
  { additionalProperties: false },
);
const SearchQuery = Type.Object(
  { q: Type.String({ minLength: 1, maxLength: 200 }) },
  { additionalProperties: false },
);

@Controller()
export class QueuesController {
  constructor(
    private readonly queries: QueuesQueries,
    private readonly rows: QueueRows,
  ) {}

  @Endpoint({
    method: 'GET',
    path: '/api/desk/queues',
    permit: 'staff',
    shows: 'nothing',
    summary: 'The official’s queues with their counts.',
    reply: QueueList,
  })
  async list(@CurrentAsker() me: StaffAsker): Promise<QueueList> {
    return this.rows.list(me, await this.queries.counts(await this.rows.inQueues(me)));
  }

  @Endpoint({
    method: 'GET',
    path: '/api/desk/applications',
    permit: 'staff',
    summary: 'A page of a queue, first due first; `next` is the cursor of the page after it.',
    query: PageQuery,
    reply: QueuePage,
  })
  async page(
    @CurrentAsker() me: StaffAsker,
    @Query('queue') key: string,
    @Query('cursor') cursor: string | undefined,
  ): Promise<QueuePage> {
    const queue = readQueue(key);
    if (!queue) throw new Refused(refuse('request-invalid', { params: { field: 'queue' } }));
    const after = cursor === undefined ? null : readCursor(cursor);
    if (cursor !== undefined && !after) {
      throw new Refused(refuse('request-invalid', { params: { field: 'cursor' } }));
    }
    const found = await this.queries.page(await this.rows.inQueues(me), queue, after, pageSize + 1);
    const rows = found.slice(0, pageSize);
    const last = found.length > pageSize ? rows.at(-1) : undefined;
    return {
      rows: await this.rows.views(me, rows),
      next: last ? writeCursor([last.due_rank, last.id]) : null,
    };
  }

  @Endpoint({
    method: 'GET',
    path: '/api/desk/search',
    permit: 'staff',
    summary: 'Applications, open or not, by number, subject or applicant.',
    query: SearchQuery,
    reply: QueuePage,
  })
  async search(@CurrentAsker() me: StaffAsker, @Query('q') text: string): Promise<QueuePage> {
    return { rows: await this.rows.views(me, await this.queries.search(me, text, pageSize)), next: null };
  }
}
