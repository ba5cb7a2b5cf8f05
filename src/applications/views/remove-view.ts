import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { done, type Outcome, refuse } from '../../http/refusal.js';

@Injectable()
export class RemoveView {
  constructor(private readonly dataSource: DataSource) {}

  async run(staffId: string, id: string): Promise<Outcome<null>> {
    const [removed] = await this.dataSource.query<[unknown[], number]>(
      'delete from desk_view where id = $1 and staff_id = $2 returning id',
      [id, staffId],
    );
    return removed.length > 0 ? done(null) : refuse('not-found');
  }
}
