import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ProcedureFiles } from '#engine';
import type { StaffAsker } from '../access/asker.js';
import { mayInOffice } from '../access/office-roles.js';
import type { Language } from '../http/language.js';
import { inLanguage } from '../procedures/in-language.js';
import { ProcedureLibrary } from '../procedures/procedure-library.js';
import { changeLines } from './compare-contents.js';
import type { ChangeLine, ProcedureVersions } from './publishing.dto.js';
import { runnable } from './runnable.js';

interface VersionRow {
  readonly number: number;
  readonly hash: string;
  readonly published_at: Date;
  readonly in_force: boolean;
  readonly applications: number;
  readonly drafts: number;
}

@Injectable()
export class VersionsQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly library: ProcedureLibrary,
  ) {}

  async find(me: StaffAsker, id: string, language: Language): Promise<ProcedureVersions | null> {
    const [row] = await this.dataSource.query<
      { current_hash: string; paused_text: { ja: string; en: string } | null; paused_at: Date | null }[]
    >('select current_hash, paused_text, paused_at from procedure where id = $1', [id]);
    if (!row) return null;
    const [versions, releases] = await Promise.all([
      this.dataSource.query<VersionRow[]>(
        `select v.number, v.hash, v.published_at, v.hash = $2 as in_force,
           (select count(*)::int from application a where a.procedure_id = $1 and a.version_hash = v.hash and a.open)
             as applications,
           (select count(*)::int from draft d where d.procedure_id = $1 and d.version_hash = v.hash
             and d.kind = 'application' and d.state = 'open') as drafts
         from procedure_version v where v.procedure_id = $1 order by v.number desc limit 200`,
        [id, row.current_hash],
      ),
      this.dataSource.query<
        {
          number: number;
          at: Date;
          kind: ProcedureVersions['releases'][number]['kind'];
          name: string | null;
          reason: string | null;
        }[]
      >(
        `select v.number, r.at, r.kind, s.name, r.reason from procedure_release r
         join procedure_version v on v.hash = r.hash left join staff s on s.id = r.by_id
         where r.procedure_id = $1 order by r.id desc limit 200`,
        [id],
      ),
    ]);
    const { procedure } = inLanguage(await this.library.version(row.current_hash), language);
    return {
      id,
      title: procedure.info.title,
      paused: row.paused_text && row.paused_at && { ...row.paused_text, since: row.paused_at.toISOString() },
      versions: versions.map(({ published_at: at, in_force: inForce, ...version }) => ({
        ...version,
        publishedAt: at.toISOString(),
        inForce,
      })),
      releases: releases.map((release) => ({ ...release, at: release.at.toISOString() })),
      mayPublish: mayInOffice(me.officeRoles, 'publish'),
    };
  }

  /** What a version changed against the one before it; null where there is no such version or none before. */
  async changes(id: string, hash: string, language: Language): Promise<ChangeLine[] | null> {
    const rows = await this.dataSource.query<{ files: ProcedureFiles }[]>(
      `select files from procedure_version where procedure_id = $1 and number <=
         (select number from procedure_version where procedure_id = $1 and hash = $2)
       order by number desc limit 2`,
      [id, hash],
    );
    const [after, before] = rows;
    if (!after || !before) return null;
    const [later, earlier] = [runnable(after.files, true), runnable(before.files, true)];
    return later.ok && earlier.ok ? changeLines(earlier.version, later.version, language) : null;
  }
}
