import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { done, type Outcome, refuse } from '../../http/refusal.js';

@Injectable()
export class RemoveDepartment {
  constructor(private readonly dataSource: DataSource) {}

  /** Removes a department in which nobody and nothing is any more. */
  async run(id: string): Promise<Outcome<null>> {
    return this.dataSource.transaction(async (tx) => {
      const [held] = await tx.query<unknown[]>('select 1 from department where id = $1 for update', [id]);
      if (!held) return refuse('not-found');
      const [used] = await tx.query<unknown[]>(
        `select 1 where exists (select from staff where department_id = $1)
           or exists (select from team where department_id = $1)
           or exists (select from department where parent_id = $1)`,
        [id],
      );
      if (used) return refuse('department-in-use');
      await tx.query('delete from department where id = $1', [id]);
      return done(null);
    });
  }
}
