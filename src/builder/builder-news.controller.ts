import { Body, Controller } from '@nestjs/common';
import { type Static, Type } from '@sinclair/typebox';
import { DataSource } from 'typeorm';
import { CurrentAsker, type StaffAsker } from '../access/asker.js';
import { Endpoint } from '../http/endpoint.js';

/** The day of an entry; the entries themselves come with the screens. */
const NewsRead = Type.Object({
  entry: Type.Union([Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' }), Type.Null()]),
});
type NewsRead = Static<typeof NewsRead>;

const ReadRequest = Type.Object(
  { entry: Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' }) },
  { additionalProperties: false },
);
type ReadRequest = Static<typeof ReadRequest>;

/** Up to where the asker has read what is new in the builder. */
@Controller()
export class BuilderNewsController {
  constructor(private readonly dataSource: DataSource) {}

  @Endpoint({
    method: 'GET',
    path: '/api/builder/news-read',
    permit: 'office:read-drafts',
    shows: 'nothing',
    summary: 'Up to which entry the asker has read what is new in the builder.',
    reply: NewsRead,
  })
  async show(@CurrentAsker() me: StaffAsker): Promise<NewsRead> {
    const [row] = await this.dataSource.query<{ entry: string }[]>(
      'select entry from builder_news_read where staff_id = $1',
      [me.id],
    );
    return { entry: row?.entry ?? null };
  }

  @Endpoint({
    method: 'POST',
    path: '/api/builder/news-read',
    permit: 'office:read-drafts',
    summary: 'The asker has read what is new up to an entry. It goes forward only.',
    body: ReadRequest,
    reply: NewsRead,
  })
  async read(@CurrentAsker() me: StaffAsker, @Body() { entry }: ReadRequest): Promise<NewsRead> {
    await this.dataSource.query(
      `insert into builder_news_read (staff_id, entry, at) values ($1, $2, clock_timestamp())
       on conflict (staff_id) do update set entry = greatest(builder_news_read.entry, excluded.entry), at = excluded.at`,
      [me.id, entry],
    );
    return this.show(me);
  }
}
