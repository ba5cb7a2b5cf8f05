import { Controller, Query } from '@nestjs/common';
import { Type, type Static } from '@sinclair/typebox';
import { CurrentAsker, type StaffAsker } from '../access/asker.js';
import { Endpoint } from '../http/endpoint.js';
import { Refused, refuse } from '../http/refusal.js';
import { FollowingPage, ListsView, QueueList, QueuePage } from './desk.dto.js';
import { ListedQueries } from './listed.queries.js';
import { Lists } from './lists.js';
import {
  type Cursor,
  fieldSortPattern,
  queueFilters,
  queueSorts,
  readCursor,
  readFieldSort,
  readQueue,
  readTextCursor,
  writeCursor,
} from './queue.js';
import { QueueRows } from './queue-rows.js';
import { type QueueRecord, QueuesQueries } from './queues.queries.js';
import { RecordSearch } from './record-search.js';
import { SearchQueries } from './search.queries.js';

const pageSize = 50;

const PageQuery = Type.Object(
  {
    queue: Type.String({ minLength: 1, maxLength: 200 }),
    cursor: Type.Optional(Type.String({ maxLength: 200 })),
    sort: Type.Optional(
      Type.Union([
        ...queueSorts.map((name) => Type.Literal(name)),
        Type.String({ pattern: fieldSortPattern }),
      ]),
    ),
    /** Listed answers to show, separated by commas; in a queue of one stage. */
    columns: Type.Optional(Type.String({ maxLength: 2000 })),
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
    private readonly lists: Lists,
    private readonly listed: ListedQueries,
    private readonly searches: SearchQueries,
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
    const { found, next, columns } = await this.pageOf(me, wanted);
    return this.viewOf(me, found, next, columns);
  }

  @Endpoint({
    method: 'GET',
    path: '/api/desk/applications/following',
    permit: 'staff',
    shows: 'nothing',
    summary:
      'Which applications follow in a queue, without anything of them: what 「次の案件」 goes on with.',
    query: PageQuery,
    reply: FollowingPage,
  })
  async following(@CurrentAsker() me: StaffAsker, @Query() wanted: PageQuery): Promise<FollowingPage> {
    const { found, next } = await this.pageOf(me, wanted);
    return { ids: found.map(({ id }) => id), next };
  }

  private async pageOf(me: StaffAsker, wanted: PageQuery): Promise<FoundPage> {
    const queue = readQueue(wanted.queue);
    if (!queue) throw wrong('queue');
    const names = (wanted.only ?? '').split(',').filter((name) => name !== '');
    const only = queueFilters.filter((filter) => names.includes(filter));
    if (only.length !== names.length) throw wrong('only');
    const columns = (wanted.columns ?? '').split(',').filter((name) => name !== '');
    const lists = queue.kind === 'stage' ? await this.lists.of(me, queue.procedureId, queue.stage) : null;
    if (columns.some((name) => !lists?.fields.includes(name))) throw wrong('columns');
    const byField = readFieldSort(wanted.sort ?? 'due');
    if (byField) {
      if (queue.kind !== 'stage' || !lists?.fields.includes(byField.field)) throw wrong('sort');
      const after = wanted.cursor === undefined ? null : readTextCursor(wanted.cursor);
      if (wanted.cursor !== undefined && !after) throw wrong('cursor');
      const found = await this.listed.page(me.id, queue, byField, only, after, pageSize + 1);
      return { ...cut(found, ({ listed_rank: rank }) => rank), columns };
    }
    const sort = queueSorts.find((name) => name === wanted.sort) ?? 'due';
    const after = cursorOf(wanted.cursor);
    const asker = await this.rows.inQueues(me);
    const found = await this.queries.page(asker, { queue, sort, only, after }, pageSize + 1);
    return { ...cut(found, sort === 'due' ? byDue : byArrival), columns };
  }

  @Endpoint({
    method: 'GET',
    path: '/api/desk/lists',
    permit: 'staff',
    shows: 'nothing',
    summary: 'What the lists of each procedure can show, sort by and find, and the lists that come with it.',
    reply: ListsView,
  })
  async listRules(@CurrentAsker() me: StaffAsker): Promise<ListsView> {
    return { procedures: await this.lists.all(me) };
  }

  @Endpoint({
    method: 'GET',
    path: '/api/desk/search',
    permit: 'staff',
    summary:
      'Applications, open or not, by number, by parts of names, readings, telephone numbers and addresses, or by one listed question (`市町村：大阪市`).',
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
    const one = await this.lists.named(me, text);
    const found = one
      ? await this.searches.byAnswer(me.id, one.fields, one.key, after, pageSize + 1)
      : await this.searches.search(me.id, procedures, text, after, pageSize + 1);
    const { found: page, next } = cut(found, byArrival);
    // Before anything is shown, but not before it is made.
    const [view] = await Promise.all([
      this.viewOf(me, page, next, []),
      after ? null : this.recordSearch.run(me, text, found.length),
    ]);
    return view;
  }

  private async viewOf(
    me: StaffAsker,
    page: readonly QueueRecord[],
    next: string | null,
    columns: readonly string[],
  ): Promise<QueuePage> {
    const rows = await this.rows.views(me, page);
    return { rows: await this.lists.withValues(me, page, rows, columns), next };
  }
}

interface FoundPage {
  readonly found: readonly QueueRecord[];
  readonly next: string | null;
  readonly columns: readonly string[];
}

/** A page of what was found with one row too many, and the cursor of the page after it. */
function cut<T extends QueueRecord>(
  rows: readonly T[],
  rankOf: (row: T) => string,
): { readonly found: readonly T[]; readonly next: string | null } {
  const found = rows.slice(0, pageSize);
  const last = rows.length > pageSize ? found.at(-1) : undefined;
  return { found, next: last ? writeCursor([rankOf(last), last.id]) : null };
}

const byDue = ({ due_rank: rank }: QueueRecord): string => rank;
const byArrival = ({ arrived_rank: rank }: QueueRecord): string => rank;

function cursorOf(text: string | undefined): Cursor | null {
  if (text === undefined) return null;
  const cursor = readCursor(text);
  if (!cursor) throw wrong('cursor');
  return cursor;
}

function wrong(field: string): Refused {
  return new Refused(refuse('request-invalid', { params: { field } }));
}
