import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { done, type Outcome, refuse } from '../../http/refusal.js';

@Injectable()
export class RemoveTeam {
  constructor(private readonly dataSource: DataSource) {}

  /** Its members stay where they are, without it. */
  async run(id: string): Promise<Outcome<null>> {
    const [, removed] = await this.dataSource.query<[unknown[], number]>('delete from team where id = $1', [
      id,
    ]);
    return removed === 1 ? done(null) : refuse('not-found');
  }
}
