import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { searchWords } from '#engine';
import { runStatement } from '../database/statement.js';
import { isApplicationNumber } from './application-number.js';
import type { FieldInReach } from './listed.queries.js';
import { LookBack } from './look-back.js';
import { type Cursor, sortSql } from './queue.js';
import { columnsFor, type QueueRecord } from './queues.queries.js';
import { gramsOf, listedGrams } from './search-grams.js';
import { searchForm } from './search-pairs.js';

/** Finds applications, open or not, newest first. */
@Injectable()
export class SearchQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly lookBack: LookBack,
  ) {}

  /**
   * By the beginning of a number, or by words that all stand in what it is found by.
   *
   * @param procedures in which to look
   */
  async search(
    staffId: string,
    procedures: readonly string[],
    text: string,
    after: Cursor | null,
    size: number,
  ): Promise<QueueRecord[]> {
    const number = searchForm(text).toUpperCase();
    if (/^[0-9A-Z]+-[0-9-]*$/.test(number) || isApplicationNumber(number)) {
      const found = await this.dataSource.query<QueueRecord[]>(
        `select ${columnsFor('$4')} from application a left join staff s on s.id = a.assignee_id
         where a.number >= $1 and a.number < $1 || '~' and a.procedure_id = any($2) order by a.number limit $3`,
        [number, procedures, size, staffId],
      );
      // 06-6941 may also be how a telephone number begins.
      if (found.length > 0 || after) return after ? [] : found;
    }
    const wanted = searchWords(text);
    const grams = gramsOf(wanted);
    if (grams.length === 0) return [];
    const sought = { kind: 'words' as const, procedures, wanted, grams };
    return this.rows(staffId, await this.lookBack.find(sought, after ?? sortSql.newest.start, size), size);
  }

  /** By a part of the answers to questions of one name; only where the asker sees them. */
  async byAnswer(
    staffId: string,
    fields: readonly FieldInReach[],
    key: string,
    after: Cursor | null,
    size: number,
  ): Promise<QueueRecord[]> {
    const found = await Promise.all(
      fields.map(({ procedureId, field, stages }) => {
        const grams = listedGrams(field, key);
        const wanted = { field, key, stages };
        const sought = { kind: 'answer' as const, procedures: [procedureId], wanted, grams };
        return this.lookBack.find(sought, after ?? sortSql.newest.start, size);
      }),
    );
    return this.rows(staffId, found.flat(), size);
  }

  private rows(staffId: string, ids: readonly string[], size: number): Promise<QueueRecord[]> {
    return runStatement<QueueRecord>(this.dataSource, rowsFound, [ids, staffId, size]);
  }
}

const rowsFound = {
  name: 'search_rows',
  text: `select ${columnsFor('$2')} from application a left join staff s on s.id = a.assignee_id
    where a.id = any($1) order by a.submitted_at desc, a.id desc limit $3`,
};
