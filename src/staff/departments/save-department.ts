import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { uniqueRuleOf } from '../../database/failure.js';
import { newId } from '../../database/id.js';
import { done, type Outcome, refuse } from '../../http/refusal.js';
import type { DepartmentRequest } from './department.dto.js';
import { judgeNames } from './judge-names.js';

/** Written again as a whole: names of those above stand in every row below. */
const writeFullNames = `
with recursive tree as (
  select id, name_ja as ja, name_en as en from department where parent_id is null
  union all
  select d.id, tree.ja || ' ' || d.name_ja, tree.en || ' ' || d.name_en
  from department d join tree on tree.id = d.parent_id
)
update department set full_ja = tree.ja, full_en = tree.en from tree
where tree.id = department.id and (full_ja, full_en) is distinct from (tree.ja, tree.en)`;

@Injectable()
export class SaveDepartment {
  constructor(private readonly dataSource: DataSource) {}

  /** @param id null for a new one */
  async run(id: string | null, entry: DepartmentRequest): Promise<Outcome<string>> {
    const names = judgeNames(entry);
    if (!names.ok) return names;
    try {
      return await this.dataSource.transaction((tx) => this.save(tx, id, { ...entry, ...names.value }));
    } catch (error) {
      if (uniqueRuleOf(error) === 'department_name') return refuse('name-taken');
      throw error;
    }
  }

  private async save(
    tx: EntityManager,
    id: string | null,
    { parentId, nameJa, nameEn }: DepartmentRequest,
  ): Promise<Outcome<string>> {
    // Two moves at once could close a ring that neither of them sees.
    await tx.query('lock table department in share row exclusive mode');
    const known = await tx.query<{ id: string }[]>('select id from department where id = any($1)', [
      [id, parentId],
    ]);
    const there = new Set(known.map((row) => row.id));
    if (id !== null && !there.has(id)) return refuse('not-found');
    if (parentId !== null && !there.has(parentId)) {
      return refuse('request-invalid', { params: { field: 'parentId' } });
    }
    if (id !== null && parentId !== null && (await isWithin(tx, parentId, id))) {
      return refuse('department-below-itself');
    }
    const saved = id ?? newId();
    await tx.query(
      `insert into department (id, parent_id, name_ja, name_en, full_ja, full_en) values ($1, $2, $3, $4, '', '')
       on conflict (id) do update set parent_id = $2, name_ja = $3, name_en = $4`,
      [saved, parentId, nameJa, nameEn],
    );
    await tx.query(writeFullNames);
    return done(saved);
  }
}

/** Is a department the other one, or anywhere below it? */
async function isWithin(tx: EntityManager, id: string, other: string): Promise<boolean> {
  const rows = await tx.query<unknown[]>(
    `with recursive above as (
       select id, parent_id from department where id = $1
       union all select d.id, d.parent_id from department d join above on d.id = above.parent_id
     )
     select 1 from above where id = $2`,
    [id, other],
  );
  return rows.length > 0;
}
