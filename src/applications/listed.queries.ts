import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Cursor, type FieldSort, filterSql, type QueueFilter, textStart } from './queue.js';
import { columnsFor, type QueueRecord } from './queues.queries.js';

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

/** A row, and the text that its listed answer sorts by. */
type RankedRecord = QueueRecord & { readonly listed_rank: string };

/** Lists of one stage by a listed answer, and their values. */
@Injectable()
export class ListedQueries {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * One page of a stage in the order of a listed answer; what has none of it, because it came before the question was
   * listed, stands where nothing is answered, from the greatest value down, or behind the last one, from the least up.
   */
  async page(
    staffId: string,
    at: { readonly procedureId: string; readonly stage: string },
    { field, down }: FieldSort,
    only: readonly QueueFilter[],
    after: Cursor | null,
    size: number,
  ): Promise<RankedRecord[]> {
    const [from, id] = after ?? textStart(down);
    const [direction, than] = down ? ['desc', '<'] : ['asc', '>'];
    const narrowed = only.map((filter) => ` and ${filterSql[filter]}`).join('');
    const columns = `select ${columnsFor('$1')}, a.listed_rank from`;
    const order = `left join staff s on s.id = a.assignee_id order by a.listed_rank ${direction}, a.id ${direction}`;
    const listed = await this.dataSource.query<RankedRecord[]>(
      `${columns} (
         select application.*, l.sort as listed_rank from application_listed l
           join application on application.id = l.application_id and application.open and application.stage = $3
         where l.procedure_id = $2 and l.field = $4 and (l.sort, l.application_id) ${than} ($5, $6::uuid)${narrowed}
         order by l.sort ${direction}, l.application_id ${direction} limit $7) a ${order}`,
      [staffId, at.procedureId, at.stage, field, from, id, size],
    );
    const rest = down ? '' : '\u{10fffe}';
    if (listed.length === size && listed.at(-1)?.listed_rank !== rest) return listed;
    const unlisted = await this.dataSource.query<RankedRecord[]>(
      `${columns} (
         select application.*, $5::text collate "C" as listed_rank from application
         where open and procedure_id = $2 and stage = $3
           and not exists (select from application_listed l where l.application_id = application.id and l.field = $4)
           and ($5::text collate "C", application.id) ${than} ($6::text collate "C", $7::uuid)${narrowed}
         order by application.id ${direction} limit $8) a ${order}`,
      [staffId, at.procedureId, at.stage, field, rest, from, id, size],
    );
    const answered = listed.filter((row) => row.listed_rank !== rest);
    const empty = listed.filter((row) => row.listed_rank === rest);
    const last = [...empty, ...unlisted].sort((a, b) => (a.id < b.id === down ? 1 : -1));
    return [...answered, ...last].slice(0, size);
  }

  values(ids: readonly string[], fields: readonly string[]): Promise<ListedValue[]> {
    if (ids.length === 0 || fields.length === 0) return Promise.resolve([]);
    return this.dataSource.query(
      'select application_id, field, value from application_listed where application_id = any($1) and field = any($2)',
      [ids, fields],
    );
  }
}
