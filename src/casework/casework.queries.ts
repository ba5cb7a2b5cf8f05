import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Answers, type Form, resolvePointer } from '#engine';
import type { StaffAsker } from '../access/asker.js';
import { contentHash } from '../audit/record-audit.js';
import { ProcedureLibrary } from '../procedures/procedure-library.js';
import { worksOn } from './case-reach.js';
import type { AnnotationView, CaseworkView } from './casework.dto.js';

/** How long somebody counts as present after the last sign of life; screens give one every 15 seconds. */
export const leaseSeconds = 45;

interface AnnotationRow extends Omit<AnnotationView, 'outdated'> {
  readonly valueHash: string;
}

interface CaseRow {
  readonly procedure_id: string;
  readonly version_hash: string;
  readonly lock: number;
  readonly others: CaseworkView['others'];
  readonly annotations: readonly AnnotationRow[];
  readonly notes: CaseworkView['notes'];
  /** Null where nothing is marked. */
  readonly answers: Answers | null;
}

const found = `
with annotated as (
  select f.*, s.name from field_annotation f join staff s on s.id = f.staff_id where f.application_id = $1
)
select a.procedure_id, a.version_hash, a.lock,
  coalesce((select jsonb_agg(jsonb_build_object('name', s.name, 'since', p.since, 'writing', p.writing) order by p.since)
    from case_presence p join staff s on s.id = p.staff_id
    where p.application_id = a.id and p.staff_id <> $3
      and p.seen_at > now() - interval '${leaseSeconds} seconds'), '[]') as others,
  coalesce((select jsonb_agg(jsonb_build_object('path', path, 'mark', mark, 'note', note, 'staffId', staff_id,
    'name', name, 'at', at, 'valueHash', value_hash) order by at) from annotated), '[]') as annotations,
  coalesce((select jsonb_agg(jsonb_build_object('id', n.id, 'name', s.name, 'at', n.at, 'body', n.body) order by n.at, n.id)
    from reviewer_note n join staff s on s.id = n.staff_id where n.application_id = a.id), '[]') as notes,
  (select s.answers from submission s where s.application_id = a.id and s.n = a.submission_count
     and exists (select from annotated)) as answers
from application a where a.id = $1 and a.procedure_id = any($2)`;

@Injectable()
export class CaseworkQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly library: ProcedureLibrary,
  ) {}

  /** Null when the application is not within the official's reach. */
  async find(id: string, staff: StaffAsker): Promise<CaseworkView | null> {
    const [row] = await this.dataSource.query<CaseRow[]>(found, [id, Object.keys(staff.roles), staff.id]);
    if (!row) return null;
    const { procedure } = await this.library.version(row.version_hash);
    return {
      lock: row.lock,
      others: row.others.map((other) => ({ ...other, since: iso(other.since) })),
      annotations: row.answers ? present(procedure.form, row.answers, row.annotations) : [],
      notes: row.notes.map((note) => ({ ...note, at: iso(note.at) })),
      mayAnnotate: worksOn(staff, row.procedure_id),
    };
  }
}

/** Those whose place is still there, where it stands now. */
function present(form: Form, answers: Answers, rows: readonly AnnotationRow[]): AnnotationView[] {
  return rows.flatMap(({ valueHash, ...row }) => {
    const place = resolvePointer(form, answers, row.path);
    if (!place) return [];
    const outdated = contentHash(place.value ?? null) !== valueHash;
    return [{ ...row, path: place.pointer, at: iso(row.at), outdated }];
  });
}

function iso(text: string): string {
  return new Date(text).toISOString();
}
