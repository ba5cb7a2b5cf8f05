import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { StaffAsker } from './asker.js';
import { lentRolesOf, rightsOf, type RightsRow, rolesOf } from './staff-rights.js';

interface StaffRow extends RightsRow {
  readonly name: string;
  readonly department: string;
  readonly department_en: string;
}

/** Officials as those who ask, for what is carried out in their name while they do something else. */
@Injectable()
export class StaffAskers {
  constructor(private readonly dataSource: DataSource) {}

  /** With the rights of this moment, without those of the whole office; null for who is locked out. */
  async find(id: string): Promise<StaffAsker | null> {
    const [row] = await this.dataSource.query<StaffRow[]>(
      `select t.name, d.full_ja as department, d.full_en as department_en, null as every_procedure,
         (${rolesOf('t.id')}) as roles, (${lentRolesOf('t.id')}) as stands_in_for
       from staff t join department d on d.id = t.department_id where t.id = $1 and t.disabled_at is null`,
      [id],
    );
    if (!row) return null;
    return {
      kind: 'staff',
      id,
      name: row.name,
      department: row.department,
      departmentEn: row.department_en,
      entering: null,
      officeRoles: [],
      ...rightsOf(row),
    };
  }
}
