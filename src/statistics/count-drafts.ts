import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ProceduresQueries } from '../procedures/procedures.queries.js';

/** Nobody gives up who only went to lunch; and what lies longer says nothing about the form of today. */
const untouchedFor = '1 day';
const noOlderThan = '90 days';

/** Where drafts were left: at the last page in which anything was answered. Numbers of pages, and nothing of anybody. */
@Injectable()
export class CountDrafts {
  constructor(
    private readonly dataSource: DataSource,
    private readonly procedures: ProceduresQueries,
  ) {}

  async run(): Promise<void> {
    for (const { version } of await this.procedures.all()) {
      const { form, info } = version.procedure;
      const pages = form.pages.map(({ name }) => name);
      await this.dataSource.transaction(async (tx) => {
        await tx.query('delete from statistics_draft where procedure_id = $1', [info.id]);
        await tx.query(
          `insert into statistics_draft (procedure_id, page, count, at)
           select $1, coalesce(last.page, ''), count(*), now()
           from draft d left join lateral (
             select p.page from unnest($2::text[]) with ordinality as p(page, place)
             where d.answers -> p.page <> '{}' order by p.place desc limit 1) last on true
           where d.procedure_id = $1 and d.kind = 'application' and d.state = 'open'
             and d.saved_at between now() - interval '${noOlderThan}' and now() - interval '${untouchedFor}'
           group by 2
           on conflict (procedure_id, page) do update set count = excluded.count, at = excluded.at`,
          [info.id, pages],
        );
      });
    }
  }
}
