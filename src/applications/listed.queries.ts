import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Cursor, type FieldSort, filterSql, type QueueFilter, textStart } from './queue.js';
import { columnsFor, type QueueRecord } from './queues.queries.js';
import { listedPairs } from './listed-answers.js';

/** Of which application, and the raw answer. */
export interface ListedValue {
  readonly application_id: string;
  readonly field: string;
  readonly value: unknown;
}

/** A listed question of a procedure, and the stages in which the asker sees it. */
export interface FieldInReach {
  readonly procedureId: string;
  readonly field: string;
  readonly stages: readonly string[];
}

/** Lists of one stage by a listed answer, their values, and finding by one question. */
@Injectable()
export class ListedQueries {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * One page of a stage in the order of a listed answer; what has none of it, because it came before the question was
   * listed, stands where nothing is answered, from the greatest value down, or behind the last one, from the least up.
   */
  page(
    staffId: string,
    at: { readonly procedureId: string; readonly stage: string },
    { field, down }: FieldSort,
    only: readonly QueueFilter[],
    after: Cursor | null,
    size: number,
  ): Promise<(QueueRecord & { readonly listed_rank: string })[]> {
    const [from, id] = after ?? textStart(down);
    const [direction, than] = down ? ['desc', '<'] : ['asc', '>'];
    const narrowed = only.map((filter) => ` and ${filterSql[filter]}`).join('');
    const rest = down ? '' : '\u{10fffe}';
    return this.dataSource.query(
      `select ${columnsFor('$8')}, a.listed_rank
       from (
         (select application.*, l.sort as listed_rank from application_listed l
            join application on application.id = l.application_id and application.open and application.stage = $2
          where l.procedure_id = $1 and l.field = $3 and (l.sort, l.application_id) ${than} ($4, $5::uuid)${narrowed}
          order by l.sort ${direction}, l.application_id ${direction} limit $6)
         union all
         (select application.*, $7::text collate "C" as listed_rank from application
          where open and procedure_id = $1 and stage = $2
            and not exists (select from application_listed l where l.application_id = application.id and l.field = $3)
            and ($7::text collate "C", application.id) ${than} ($4::text collate "C", $5::uuid)${narrowed}
          order by application.id ${direction} limit $6)
         order by listed_rank ${direction}, id ${direction} limit $6) a
       left join staff s on s.id = a.assignee_id
       order by a.listed_rank ${direction}, a.id ${direction}`,
      [at.procedureId, at.stage, field, from, id, size, rest, staffId],
    );
  }

  values(ids: readonly string[], fields: readonly string[]): Promise<ListedValue[]> {
    if (ids.length === 0 || fields.length === 0) return Promise.resolve([]);
    return this.dataSource.query(
      'select application_id, field, value from application_listed where application_id = any($1) and field = any($2)',
      [ids, fields],
    );
  }

  /** By a part of the answers to questions of one name, newest first; only where the asker sees them. */
  search(
    staffId: string,
    fields: readonly FieldInReach[],
    key: string,
    [at, id]: Cursor,
    size: number,
  ): Promise<QueueRecord[]> {
    const found = fields.map(
      (_, index) => `
        (select f.application_id, f.submitted_at from application_search f
           join application a on a.id = f.application_id and a.stage = any($${7 + index * 4}::text[])
         where f.pairs @> $${4 + index * 4}::text[] and f.procedure_id = $${5 + index * 4}
           and strpos(f.listed ->> $${6 + index * 4}, $2) > 0
           and (f.submitted_at, f.application_id) < ($3::timestamptz, $1::uuid)
         order by f.submitted_at desc, f.application_id desc limit ${size})`,
    );
    const last = 4 + fields.length * 4;
    return this.dataSource.query(
      `select ${columnsFor(`$${last}`)}
       from (select distinct application_id, submitted_at from (${found.join(' union all ')}) each_one
             order by submitted_at desc, application_id desc limit ${size}) f
       join application a on a.id = f.application_id
       left join staff s on s.id = a.assignee_id
       order by a.submitted_at desc, a.id desc`,
      [
        id,
        key,
        at,
        ...fields.flatMap(({ procedureId, field, stages }) => [
          listedPairs(field, key),
          procedureId,
          field,
          stages,
        ]),
        staffId,
      ],
    );
  }
}
