import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { StaffAskers } from '../access/staff-askers.js';
import { BeginDraft } from '../builder/begin-draft.js';

@Injectable()
export class MakeDemoDrafts {
  constructor(
    private readonly dataSource: DataSource,
    private readonly askers: StaffAskers,
    private readonly begin: BeginDraft,
  ) {}

  /** A notification that an author has begun; once. */
  async run(): Promise<void> {
    const [author] = await this.dataSource.query<{ id: string }[]>(
      `select id from staff where login = 'aoki' and not exists (select from procedure_draft)`,
    );
    const me = author && (await this.askers.find(author.id));
    if (!me) return;
    await this.begin.run(
      { ...me, officeRoles: ['author'] },
      { from: { kind: 'template', name: 'notification' }, id: 'park-event', title: '公園での催しの届出' },
    );
  }
}
