import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { StaffAsker } from '../access/asker.js';
import type { DeskFileView } from '../desk-files/desk-file.dto.js';
import { KeepDeskFile } from '../desk-files/keep-desk-file.js';
import type { Upload } from '../http/open-upload.js';
import { done, type Outcome, refuse } from '../http/refusal.js';
import { lockVisit } from './open-visit.js';

@Injectable()
export class KeepPhoto {
  constructor(
    private readonly dataSource: DataSource,
    private readonly keep: KeepDeskFile,
  ) {}

  /** @param file the device's own id of the photograph: sent again, it is the same one */
  async run(
    staff: StaffAsker,
    id: string,
    { item, file }: { readonly item: string; readonly file: string },
    open: (maxBytes: number) => Promise<Upload | null>,
  ): Promise<Outcome<DeskFileView>> {
    const visit = await this.dataSource.transaction((tx) => lockVisit(tx, id, staff));
    if (!visit.ok) return visit;
    if (!visit.value.checklist.some((one) => one.id === item))
      return refuse('request-invalid', { params: { field: 'item' } });
    return this.keep.run({ column: 'visit_id', id, staffId: staff.id, fileId: file, item }, open);
  }

  async remove(staff: StaffAsker, id: string, fileId: string): Promise<Outcome<null>> {
    return this.dataSource.transaction(async (tx): Promise<Outcome<null>> => {
      const visit = await lockVisit(tx, id, staff);
      if (!visit.ok) return visit;
      const [gone] = await tx.query<[unknown[], number]>(
        'delete from desk_file where id = $1 and visit_id = $2 returning id',
        [fileId, id],
      );
      return gone.length > 0 ? done(null) : refuse('not-found');
    });
  }
}
