import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { addWorkingDays, civilDateInJapan } from '#engine';
import type { StaffAsker } from '../access/asker.js';
import { StaffAskers } from '../access/staff-askers.js';
import { ApproveAnnouncement } from '../announcements/desk/approve-announcement.js';
import { AskAnnouncement } from '../announcements/desk/ask-announcement.js';
import { AskCorrection } from '../announcements/desk/ask-correction.js';
import { SaveAnnouncement } from '../announcements/desk/save-announcement.js';
import { PublishAnnouncement } from '../announcements/publish-announcement.js';
import { newId } from '../database/id.js';
import { ProceduresQueries } from '../procedures/procedures.queries.js';
import { demoAnnouncements, demoCorrection, demoDrafts } from './demo-announcements.js';

@Injectable()
export class MakeDemoAnnouncements {
  constructor(
    private readonly dataSource: DataSource,
    private readonly askers: StaffAskers,
    private readonly procedures: ProceduresQueries,
    private readonly publish: PublishAnnouncement,
    private readonly save: SaveAnnouncement,
    private readonly ask: AskAnnouncement,
    private readonly approve: ApproveAnnouncement,
    private readonly correct: AskCorrection,
  ) {}

  /** On the first start only. An office that took a shipped procedure away has the demo without news about it. */
  async run(): Promise<void> {
    const [any] = await this.dataSource.query<unknown[]>('select 1 from announcement limit 1');
    if (any) return;
    for (const one of demoAnnouncements) {
      if (await this.isThere(one.procedureId)) await this.publish.run(one);
    }
    const [writer, approver] = [await this.official('ogawa'), await this.official('maeda')];
    if (!writer || !approver) return;
    const day = addWorkingDays(civilDateInJapan(new Date().toISOString()), 5);
    for (const { as, content } of demoDrafts) {
      if (!(await this.isThere(content.procedureId))) continue;
      const id = newId();
      const startsAt = as === 'planned' ? `${day}T09:00:00+09:00` : null;
      await this.save.add(writer, id, { ...content, startsAt });
      if (as === 'draft') continue;
      await this.ask.run(writer, id, 1);
      if (as === 'asked') continue;
      const [row] = await this.dataSource.query<{ digest: string }[]>(
        'select digest from announcement where id = $1',
        [id],
      );
      await this.approve.run(approver, id, row?.digest ?? '');
      if (as === 'corrected') await this.correct.run(writer, id, demoCorrection);
    }
  }

  private async isThere(procedureId: string | null): Promise<boolean> {
    return procedureId === null || (await this.procedures.current(procedureId)) !== null;
  }

  private async official(login: string): Promise<StaffAsker | null> {
    const [row] = await this.dataSource.query<{ id: string }[]>('select id from staff where login = $1', [
      login,
    ]);
    return row ? this.askers.find(row.id) : null;
  }
}
