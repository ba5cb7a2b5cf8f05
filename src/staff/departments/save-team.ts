import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { uniqueRuleOf } from '../../database/failure.js';
import { newId } from '../../database/id.js';
import { done, type Outcome, refuse } from '../../http/refusal.js';
import type { TeamRequest } from './department.dto.js';
import { judgeNames } from './judge-names.js';

@Injectable()
export class SaveTeam {
  constructor(private readonly dataSource: DataSource) {}

  /** @param id null for a new one */
  async run(id: string | null, entry: TeamRequest): Promise<Outcome<string>> {
    const names = judgeNames(entry);
    if (!names.ok) return names;
    const { nameJa, nameEn } = names.value;
    try {
      return await this.dataSource.transaction(async (tx): Promise<Outcome<string>> => {
        const [team] = await tx.query<unknown[]>('select 1 from team where id = $1 for update', [id]);
        if (id !== null && !team) return refuse('not-found');
        const [department] = await tx.query<unknown[]>(
          'select 1 from department where id = $1 for key share',
          [entry.departmentId],
        );
        if (!department) return refuse('request-invalid', { params: { field: 'departmentId' } });
        const values = [id ?? newId(), entry.departmentId, nameJa, nameEn];
        if (id === null) {
          await tx.query(
            'insert into team (id, department_id, name_ja, name_en) values ($1, $2, $3, $4)',
            values,
          );
          return done(String(values[0]));
        }
        await tx.query(
          'update team set department_id = $2, name_ja = $3, name_en = $4 where id = $1',
          values,
        );
        return done(id);
      });
    } catch (error) {
      if (uniqueRuleOf(error) === 'team_name') return refuse('name-taken');
      throw error;
    }
  }
}
