import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { StaffAsker } from '../access/asker.js';
import type { DeskFileView } from '../desk-files/desk-file.dto.js';
import { KeepDeskFile } from '../desk-files/keep-desk-file.js';
import type { Upload } from '../http/open-upload.js';
import { done, type Outcome, refuse } from '../http/refusal.js';
import { lockOpinion } from './lock-opinion.js';

@Injectable()
export class KeepOpinionFile {
  constructor(
    private readonly dataSource: DataSource,
    private readonly keep: KeepDeskFile,
  ) {}

  /** A file for the answer; the case sees it with the answer and not before. */
  async run(
    staff: StaffAsker,
    id: string,
    open: (maxBytes: number) => Promise<Upload | null>,
  ): Promise<Outcome<DeskFileView>> {
    const opinion = await this.dataSource.transaction((tx) => lockOpinion(tx, id, staff, 'office'));
    if (!opinion.ok) return opinion;
    return this.keep.run({ column: 'opinion_id', id, staffId: staff.id }, open);
  }

  async remove(staff: StaffAsker, id: string, fileId: string): Promise<Outcome<null>> {
    return this.dataSource.transaction(async (tx): Promise<Outcome<null>> => {
      const opinion = await lockOpinion(tx, id, staff, 'office');
      if (!opinion.ok) return opinion;
      const [gone] = await tx.query<[unknown[], number]>(
        'delete from desk_file where id = $1 and opinion_id = $2 returning id',
        [fileId, id],
      );
      return gone.length > 0 ? done(null) : refuse('not-found');
    });
  }
}
