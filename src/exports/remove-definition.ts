import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { done, type Outcome, refuse } from '../http/refusal.js';

@Injectable()
export class RemoveDefinition {
  constructor(private readonly dataSource: DataSource) {}

  /** Only who saved it may. */
  async run(staffId: string, id: string): Promise<Outcome<null>> {
    const [removed] = await this.dataSource.query<[unknown[], number]>(
      'delete from export_definition where id = $1 and staff_id = $2 returning id',
      [id, staffId],
    );
    return removed.length > 0 ? done(null) : refuse('not-found');
  }
}
