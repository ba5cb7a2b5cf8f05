import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { done, type Outcome, refuse } from '../http/refusal.js';
import { ProceduresQueries } from '../procedures/procedures.queries.js';
import type { MarkFavouriteRequest } from './favourite.dto.js';

@Injectable()
export class MarkFavourite {
  constructor(
    private readonly dataSource: DataSource,
    private readonly procedures: ProceduresQueries,
  ) {}

  /** Marks, or takes the mark away; the same again changes nothing. Only what is in force can be marked. */
  async run(accountId: string, { kind, name, marked }: MarkFavouriteRequest): Promise<Outcome<null>> {
    if (!marked) {
      await this.dataSource.query('delete from favourite where account_id = $1 and kind = $2 and name = $3', [
        accountId,
        kind,
        name,
      ]);
      return done(null);
    }
    const current = await this.procedures.all();
    const isKnown = current.some(({ version: { procedure } }) =>
      kind === 'procedure' ? procedure.info.id === name : procedure.info.category === name,
    );
    if (!isKnown) return refuse('not-found');
    await this.dataSource.query(
      'insert into favourite (account_id, kind, name) values ($1, $2, $3) on conflict do nothing',
      [accountId, kind, name],
    );
    return done(null);
  }
}
