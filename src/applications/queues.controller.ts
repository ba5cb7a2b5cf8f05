import { Controller, Query } from '@nestjs/common';
import { Type, type Static } from '@sinclair/typebox';
import { CurrentAsker, type StaffAsker } from '../access/asker.js';
import { Endpoint } from '../http/endpoint.js';
import { Refused, refuse } from '../http/refusal.js';
import { QueueList, QueuePage } from './desk.dto.js';
import { type Cursor, queueFilters, queueSorts, readCursor, readQueue, writeCursor } from './queue.js';
import { QueueRows } from './queue-rows.js';
import { type QueueRecord, QueuesQueries } from './queues.queries.js';
import { RecordSearch } from './record-search.js';

const pageSize = 50;

const PageQuery = Type.Object(
  {
    queue: Type.String({ minLength: 1, maxLength: 200 }),
    cursor: Type.Optional(Type.String({ maxLength: 200 })),
    sort: Type.Optional(Type.Union(queueSorts.map((name) => Type.Literal(name)))),
    /** Filters, separated by commas. */
    only: Type.Optional(Type.String({ maxLength: 200 })),
  },
  { additionalProperties: false },
);
type PageQuery = Static<typeof PageQuery>;
const SearchQuery = Type.Object(
  {
    q: Type.String({ minLength: 1, maxLength: 200 }),
    cursor: Type.Optional(Type.String({ maxLength: 200 })),
  },
  { additionalProperties: false },
);

@Controller()
export class QueuesController {
  constructor(
    private readonly queries: QueuesQueries,
    private readonly rows: QueueRows,
    private readonly recordSearch: RecordSearch,
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
    summary:
      'A page of a queue, first due first or as `sort` says; `next` is the cursor of the page after it.',
    query: PageQuery,
    reply: QueuePage,
  })
  async page(@CurrentAsker() me: StaffAsker, @Query() wanted: PageQuery): Promise<QueuePage> {
    const queue = readQueue(wanted.queue);
    if (!queue) throw wrong('queue');
    const names = (wanted.only ?? '').split(',').filter((name) => name !== '');
    const only = queueFilters.filter((filter) => names.includes(filter));
    if (only.length !== names.length) throw wrong('only');
    const sort = wanted.sort ?? 'due';
    const after = cursorOf(wanted.cursor);
    const asker = await this.rows.inQueues(me);
    const found = await this.queries.page(asker, { queue, sort, only, after }, pageSize + 1);
    return this.pageOf(me, found, sort === 'due' ? 'due_rank' : 'arrived_rank');
  }

  @Endpoint({
    method: 'GET',
    path: '/api/desk/search',
    permit: 'staff',
    summary:
      'Applications, open or not, by number, or by parts of names, readings, telephone numbers and addresses.',
    query: SearchQuery,
    reply: QueuePage,
  })
  async search(
    @CurrentAsker() me: StaffAsker,
    @Query('q') text: string,
    @Query('cursor') cursor: string | undefined,
  ): Promise<QueuePage> {
    const after = cursorOf(cursor);
    const procedures = Object.keys(me.roles);
    const found = await this.queries.search(me.id, procedures, text, after, pageSize + 1);
    if (!after) await this.recordSearch.run(me, text, found.length);
    return this.pageOf(me, found, 'arrived_rank');
  }

  private async pageOf(
    me: StaffAsker,
    found: readonly QueueRecord[],
    rank: 'due_rank' | 'arrived_rank',
  ): Promise<QueuePage> {
    const rows = found.slice(0, pageSize);
    const last = found.length > pageSize ? rows.at(-1) : undefined;
    return {
      rows: await this.rows.views(me, rows),
      next: last ? writeCursor([last[rank], last.id]) : null,
    };
  }
}

function cursorOf(text: string | undefined): Cursor | null {
  if (text === undefined) return null;
  const cursor = readCursor(text);
  if (!cursor) throw wrong('cursor');
  return cursor;
}

function wrong(field: string): Refused {
  return new Refused(refuse('request-invalid', { params: { field } }));
}
