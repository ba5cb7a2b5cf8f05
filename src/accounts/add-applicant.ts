import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { civilDateInJapan } from '#engine';
import { uniqueRuleOf } from '../database/failure.js';
import { newId } from '../database/id.js';
import { done, type Outcome, refuse } from '../http/refusal.js';
import { judgeProfile } from './judge-profile.js';
import type { ProfileTexts } from './registration.dto.js';

@Injectable()
export class AddApplicant {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * A person also applies as a business, or the other way round, by the same account. `kind` is the one that the
   * account does not have yet.
   * @returns id of the new applicant
   */
  async run(accountId: string, entry: ProfileTexts): Promise<Outcome<string>> {
    const kinds = await this.dataSource.query<{ kind: 'individual' | 'business' }[]>(
      'select kind from applicant where account_id = $1',
      [accountId],
    );
    if (kinds.length !== 1) return refuse('applicant-exists');
    const kind = kinds[0]?.kind === 'individual' ? 'business' : 'individual';
    const judged = judgeProfile(kind, entry, civilDateInJapan(new Date().toISOString()));
    if (!judged.ok) return refuse('answers-invalid', { problems: judged.problems });
    const id = newId();
    try {
      await this.dataSource.query(
        `insert into applicant (id, account_id, kind, name, profile, worn_at)
         values ($1, $2, $3, $4, $5, 'epoch')`,
        [id, accountId, kind, judged.profile.name, JSON.stringify(judged.profile)],
      );
    } catch (error) {
      // Sent twice at once.
      if (uniqueRuleOf(error) !== null) return refuse('applicant-exists');
      throw error;
    }
    return done(id);
  }
}
