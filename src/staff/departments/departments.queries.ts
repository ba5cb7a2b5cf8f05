import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Language } from '../../http/language.js';
import type { DepartmentList } from './department.dto.js';

@Injectable()
export class DepartmentsQueries {
  constructor(private readonly dataSource: DataSource) {}

  /** All of them: an office has hundreds at most. */
  async list(language: Language): Promise<DepartmentList> {
    const departments = await this.dataSource.query<DepartmentList['departments'][number][]>(
      `with recursive tree as (
         select id, 0 as depth, array[name_ja, id::text] as place from department where parent_id is null
         union all
         select d.id, tree.depth + 1, tree.place || d.name_ja || d.id::text
         from department d join tree on tree.id = d.parent_id
       )
       select d.id, d.parent_id as "parentId", d.name_ja as "nameJa", d.name_en as "nameEn",
         d.full_${language} as "full", tree.depth,
         (select count(*)::int from staff s where s.department_id = d.id and s.disabled_at is null) as people,
         coalesce((
           select jsonb_agg(jsonb_build_object('id', m.id, 'nameJa', m.name_ja, 'nameEn', m.name_en,
             'name', m.name_${language}, 'people', (
               select count(*) from staff_team t join staff s on s.id = t.staff_id and s.disabled_at is null
               where t.team_id = m.id)) order by m.name_ja)
           from team m where m.department_id = d.id), '[]') as teams
       from tree join department d on d.id = tree.id order by tree.place`,
    );
    return { departments };
  }
}
