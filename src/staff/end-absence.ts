import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { done, type Outcome, refuse } from '../http/refusal.js';

@Injectable()
export class EndAbsence {
  constructor(private readonly dataSource: DataSource) {}

  /** Takes an absence of the asker's own back; the substitute loses the lent roles at once. */
  async run(staffId: string, id: string): Promise<Outcome<null>> {
    const removed = await this.dataSource.query<unknown[]>(
      `with removed as (delete from staff_absence where id = $1 and staff_id = $2 returning 1) select * from removed`,
      [id, staffId],
    );
    return removed.length > 0 ? done(null) : refuse('not-found');
  }
}
