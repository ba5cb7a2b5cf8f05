import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { newId } from '../../database/id.js';
import { done, type Outcome, refuse } from '../../http/refusal.js';
import { readQueue } from '../queue.js';
import type { SaveViewRequest } from './saved-view.dto.js';

/** More would not be found again. */
const most = 50;

@Injectable()
export class SaveView {
  constructor(private readonly dataSource: DataSource) {}

  /** Saves a list for the official alone. One of the same name is replaced. */
  async run(staffId: string, { title: typed, place }: SaveViewRequest): Promise<Outcome<null>> {
    const title = typed.trim();
    if (title === '') return refuse('request-invalid', { params: { field: 'title' } });
    if (!readQueue(place.queue)) return refuse('request-invalid', { params: { field: 'queue' } });
    return this.dataSource.transaction(async (tx) => {
      // Of two requests at once the second waits here, and then counts the first.
      await tx.query('select 1 from staff where id = $1 for update', [staffId]);
      const [saved] = await tx.query<[{ others: number }]>(
        'select count(*)::int as others from desk_view where staff_id = $1 and title <> $2',
        [staffId, title],
      );
      if (saved.others >= most) return refuse('too-many-views', { params: { max: most } });
      await tx.query(
        `insert into desk_view (id, staff_id, title, place) values ($1, $2, $3, $4)
         on conflict (staff_id, title) do update set place = excluded.place`,
        [newId(), staffId, title, JSON.stringify(place)],
      );
      return done(null);
    });
  }
}
