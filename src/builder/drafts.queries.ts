import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ProcedureFiles } from '#engine';
import type { StaffAsker } from '../access/asker.js';
import { type Reach, reachOf, withinReach } from './author-reach.js';
import type { BuilderDraft, DraftHistory, DraftSince } from './draft.dto.js';
import { filesSince, readDraftFiles } from './draft-files.js';
import { presenceSeconds } from './keep-place.js';

interface DraftRow {
  readonly id: string;
  readonly procedure_id: string;
  readonly title: string;
  readonly revision: number;
  readonly base: { readonly number: number; readonly hash: string } | null;
  readonly may_write: boolean;
  readonly publication: 'asked' | 'planned' | null;
}

const pageSize = 50;

const find = `
select d.id, d.procedure_id, d.title, d.revision, ${withinReach(5)} as may_write,
  (select jsonb_build_object('number', v.number, 'hash', v.hash) from procedure_version v where v.hash = d.base_hash)
    as base,
  (select q.state from publication_request q where q.draft_id = d.id and q.state in ('asked', 'planned')) as publication
from procedure_draft d where d.id = $1 and d.removed_at is null and ${withinReach(2)}`;

@Injectable()
export class DraftsQueries {
  constructor(private readonly dataSource: DataSource) {}

  /** Null where it is not there, or not within the official's reach. */
  async find(me: StaffAsker, id: string): Promise<BuilderDraft | null> {
    const row = await this.row(me, id);
    if (!row) return null;
    return {
      id: row.id,
      procedureId: row.procedure_id,
      title: row.title,
      revision: row.revision,
      files: { ...(await readDraftFiles(this.dataSource, id)) },
      base: row.base,
      others: await this.others(me, id),
      mayWrite: row.may_write,
      publication: row.publication,
    };
  }

  /** The folder alone. */
  async files(
    me: StaffAsker,
    id: string,
    reach: Reach = 'read',
  ): Promise<{
    readonly procedureId: string;
    readonly revision: number;
    readonly files: ProcedureFiles;
  } | null> {
    const row = await this.row(me, id);
    if (!row || (reach === 'write' && !row.may_write)) return null;
    return {
      procedureId: row.procedure_id,
      revision: row.revision,
      files: await readDraftFiles(this.dataSource, id),
    };
  }

  async since(me: StaffAsker, id: string, revision: number): Promise<DraftSince | null> {
    const row = await this.row(me, id);
    if (!row) return null;
    const changed = revision < row.revision;
    const by = changed
      ? await this.dataSource.query<{ name: string | null }[]>(
          `select distinct s.name from procedure_draft_change c join staff s on s.id = c.staff_id
           where c.draft_id = $1 and c.revision > $2 order by s.name`,
          [id, revision],
        )
      : [];
    return {
      revision: row.revision,
      files: changed ? await filesSince(this.dataSource, id, revision) : {},
      by: by.flatMap(({ name }) => (name === null ? [] : [name])),
      others: await this.others(me, id),
    };
  }

  /** The latest first. @param before revision below which to go on */
  async history(me: StaffAsker, id: string, before: number | null): Promise<DraftHistory | null> {
    if (!(await this.row(me, id))) return null;
    const rows = await this.dataSource.query<
      {
        revision: number;
        at: Date;
        name: string | null;
        kind: 'begin' | 'edit' | 'restore';
        words: string | null;
        files: string[];
      }[]
    >(
      `select c.revision, c.at, s.name, c.kind, c.words,
         (select coalesce(jsonb_agg(f.name order by f.name), '[]') from jsonb_object_keys(c.before) as f(name)) as files
       from procedure_draft_change c left join staff s on s.id = c.staff_id
       where c.draft_id = $1 and c.revision < $2 order by c.revision desc limit $3`,
      [id, before ?? 2_147_483_647, pageSize + 1],
    );
    const page = rows.slice(0, pageSize);
    return {
      changes: page.map((row) => ({ ...row, at: row.at.toISOString() })),
      next: rows.length > pageSize ? (page.at(-1)?.revision ?? null) : null,
    };
  }

  private async row(me: StaffAsker, id: string): Promise<DraftRow | null> {
    const [row] = await this.dataSource.query<DraftRow[]>(find, [
      id,
      ...reachOf(me, 'read'),
      ...reachOf(me, 'write'),
    ]);
    return row ?? null;
  }

  private async others(me: StaffAsker, id: string): Promise<BuilderDraft['others']> {
    const rows = await this.dataSource.query<{ name: string; place: string; since: Date }[]>(
      `select s.name, p.place, p.since from procedure_draft_presence p join staff s on s.id = p.staff_id
       where p.draft_id = $1 and p.staff_id <> $2 and p.seen_at > now() - interval '${presenceSeconds} seconds'
       order by p.since`,
      [id, me.id],
    );
    return rows.map(({ name, place, since }) => ({ name, place, since: since.toISOString() }));
  }
}
