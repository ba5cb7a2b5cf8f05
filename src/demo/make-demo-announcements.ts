import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { PublishAnnouncement } from '../announcements/publish-announcement.js';
import { ProceduresQueries } from '../procedures/procedures.queries.js';
import { demoAnnouncements } from './demo-announcements.js';

@Injectable()
export class MakeDemoAnnouncements {
  constructor(
    private readonly dataSource: DataSource,
    private readonly procedures: ProceduresQueries,
    private readonly publish: PublishAnnouncement,
  ) {}

  /** On the first start only. An office that took a shipped procedure away has the demo without news about it. */
  async run(): Promise<void> {
    const [any] = await this.dataSource.query<unknown[]>('select 1 from announcement limit 1');
    if (any) return;
    for (const one of demoAnnouncements) {
      const isAbout = one.procedureId === null || (await this.procedures.current(one.procedureId)) !== null;
      if (isAbout) await this.publish.run(one);
    }
  }
}
