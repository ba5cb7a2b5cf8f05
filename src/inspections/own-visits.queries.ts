import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ApplicantAsker } from '../access/asker.js';
import { CONFIG, type Config } from '../config/config.js';
import { applicationLink } from '../notices/application-link.js';
import { visitCalendar } from '../notices/message-mail/visit-calendar.js';
import type { OwnVisits } from './visit-proposal.dto.js';

const shown = `v.id, v.on_day::text as "onDay", v.from_time as "fromTime", v.to_time as "toTime", v.place, v.state`;

/** What the applicant may know of visits. */
@Injectable()
export class OwnVisitsQueries {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Null when it is nobody's own. */
  async find(applicationId: string, me: ApplicantAsker): Promise<OwnVisits | null> {
    const [own] = await this.dataSource.query<{ proposal: OwnVisits['proposal'] }[]>(
      `select (select jsonb_build_object('id', p.id, 'place', p.place, 'slots', p.slots) from visit_proposal p
         where p.application_id = a.id and p.state = 'open' and a.open) as proposal
       from application a where a.id = $1 and a.applicant_id = $2`,
      [applicationId, me.id],
    );
    if (!own) return null;
    const visits = await this.dataSource.query<OwnVisits['visits']>(
      `select ${shown} from visit v where v.application_id = $1 order by v.on_day desc, v.planned_at desc limit 20`,
      [applicationId],
    );
    return { proposal: own.proposal, visits };
  }

  /** The visit that is planned, as a calendar takes it; null when there is none of one's own. */
  async calendar(applicationId: string, me: ApplicantAsker): Promise<string | null> {
    const [row] = await this.dataSource.query<
      (OwnVisits['visits'][number] & { number: string; revision: number; plannedAt: Date })[]
    >(
      `select ${shown}, v.revision, v.planned_at as "plannedAt", a.number
       from visit v join application a on a.id = v.application_id
       where a.id = $1 and a.applicant_id = $2 and v.state = 'planned'`,
      [applicationId, me.id],
    );
    if (!row) return null;
    const { publicUrl } = this.config.http;
    return visitCalendar(
      {
        ...row,
        summary: `現地確認（申込番号 ${row.number}）`,
        location: row.place,
        url: applicationLink(publicUrl, applicationId),
      },
      new URL(publicUrl).hostname,
    );
  }
}
