import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { civilDateInJapan } from '#engine';
import { auditRow, auditSql } from '../audit/record-audit.js';
import { done, type Outcome, refuse } from '../http/refusal.js';
import { judgeProfile, profileFieldsOf } from './judge-profile.js';
import type { ProfileTexts } from './registration.dto.js';

@Injectable()
export class EditProfile {
  constructor(private readonly dataSource: DataSource) {}

  /** Forms are filled with it from now on; what was submitted keeps what it says. */
  async run(accountId: string, applicantId: string, entry: ProfileTexts): Promise<Outcome<null>> {
    const [applicant] = await this.dataSource.query<{ kind: 'individual' | 'business' }[]>(
      'select kind from applicant where id = $1 and account_id = $2',
      [applicantId, accountId],
    );
    if (!applicant) return refuse('not-found');
    const { kind } = applicant;
    const judged = judgeProfile(kind, entry, civilDateInJapan(new Date().toISOString()));
    if (!judged.ok) return refuse('answers-invalid', { problems: judged.problems });
    await this.dataSource.query(
      // What the screen does not show, such as the store, stays.
      `with edited as (
         update applicant set name = $3, profile = (profile - $4::text[]) || $5 where id = $1 and account_id = $2
         returning id
       ), ${auditSql('edited', '$6')}
       select count(*) from edited`,
      [
        applicantId,
        accountId,
        judged.profile.name,
        profileFieldsOf(kind),
        JSON.stringify(judged.profile),
        JSON.stringify([
          auditRow({
            actor: { kind: 'applicant', id: applicantId },
            action: 'account.edit-profile',
            subject: { kind: 'applicant', id: applicantId },
          }),
        ]),
      ],
    );
    return done(null);
  }
}
