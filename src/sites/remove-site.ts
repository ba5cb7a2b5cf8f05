import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { done, type Outcome, refuse } from '../http/refusal.js';

@Injectable()
export class RemoveSite {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Takes a site off the list. Where an application names it the row stays, with its name alone, so that the office can
   * still tell which applications are about the same place; what was submitted is not touched.
   */
  async run(applicantId: string, id: string): Promise<Outcome<null>> {
    return this.dataSource.transaction(async (tx) => {
      const [found] = await tx.query<{ named: boolean }[]>(
        `select exists (select from application a where a.site_id = s.id) as named from site s
         where s.id = $1 and s.applicant_id = $2 and s.removed_at is null for update`,
        [id, applicantId],
      );
      if (!found) return refuse('not-found');
      await tx.query(
        found.named
          ? `update site set removed_at = now(), data = '{}' where id = $1`
          : 'delete from site where id = $1',
        [id],
      );
      return done(null);
    });
  }
}
