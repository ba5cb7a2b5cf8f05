import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

@Injectable()
export class RememberReader {
  constructor(private readonly dataSource: DataSource) {}

  /** Whoever has seen what is keyed in cannot enter it a second time. */
  async run(staffId: string, id: string): Promise<void> {
    await this.dataSource.query(
      'update paper_draft set seen_by = seen_by || $2::uuid where draft_id = $1 and not $2 = any(seen_by)',
      [id, staffId],
    );
  }
}
