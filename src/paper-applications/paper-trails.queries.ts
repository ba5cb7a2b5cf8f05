import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Answers, targetLabel, type WorkflowState } from '#engine';
import type { StaffAsker } from '../access/asker.js';
import { applicantsAction } from '../applications/applicants-action.js';
import { deskFileJson } from '../desk-files/desk-file-json.js';
import type { DeskFileView } from '../desk-files/desk-file.dto.js';
import { ProcedureLibrary } from '../procedures/procedure-library.js';
import type { Brought, PaperTrail, SetAside } from './paper.dto.js';
import { receivesPaper } from './paper-reach.js';

interface TrailRow {
  readonly version_hash: string;
  readonly state: WorkflowState;
  readonly answers: Answers;
  readonly by_post: boolean;
  readonly arrivals: readonly {
    readonly n: number;
    readonly arrivedOn: string;
    readonly brought: Brought;
    readonly keyedBy: string;
    readonly keyedAt: string;
    readonly scans: DeskFileView[];
    readonly setAside: readonly SetAside[];
    readonly checked: { readonly by: string; readonly differed: number } | null;
  }[];
  readonly letters: NonNullable<PaperTrail['paper']>['letters'];
}

@Injectable()
export class PaperTrails {
  constructor(
    private readonly dataSource: DataSource,
    private readonly library: ProcedureLibrary,
  ) {}

  /** An application that arrived on paper; null for any other, and outside of the official's reach. */
  async onPaper(
    id: string,
    staff: StaffAsker,
  ): Promise<{ readonly applicant_id: string; readonly mayReceive: boolean } | null> {
    const [row] = await this.dataSource.query<{ applicant_id: string; version_hash: string }[]>(
      'select applicant_id, version_hash from application where id = $1 and paper and procedure_id = any($2)',
      [id, Object.keys(staff.roles)],
    );
    if (!row) return null;
    const { procedure } = await this.library.version(row.version_hash);
    return { applicant_id: row.applicant_id, mayReceive: receivesPaper(staff, procedure) };
  }

  /** Null when the application is not within the official's reach. */
  async of(id: string, staff: StaffAsker): Promise<PaperTrail | null> {
    const reach = Object.keys(staff.roles);
    const [known] = await this.dataSource.query<{ paper: boolean }[]>(
      'select paper from application where id = $1 and procedure_id = any($2)',
      [id, reach],
    );
    if (!known) return null;
    if (!known.paper) return { paper: null };
    const [row] = await this.dataSource.query<TrailRow[]>(
      `select a.version_hash, a.state, s.answers, c.account_id is null as by_post,
         coalesce((
           select jsonb_agg(jsonb_build_object('n', m.n, 'arrivedOn', p.arrived_on, 'brought', p.brought,
             'keyedBy', t.name, 'keyedAt', m.at, 'setAside', p.set_aside, 'checked', (
               select jsonb_build_object('by', y.name, 'differed', cardinality(k.differed))
               from paper_check k join staff y on y.id = k.typed_by_id where k.draft_id = p.draft_id), 'scans', coalesce((
               select jsonb_agg(${deskFileJson} order by f.created_at, f.id) from desk_file f
               where f.paper_draft_id = p.draft_id), '[]')) order by m.n)
           from submission m join paper_draft p on p.draft_id = m.draft_id left join staff t on t.id = p.keyed_by_id
           where m.application_id = a.id), '[]') as arrivals,
         coalesce((
           select jsonb_agg(jsonb_build_object('noticeId', n.id, 'title', n.title, 'way', w.way,
             'handedOn', w.handed_on, 'by', t.name) order by n.created_at, n.id)
           from notice n left join letter w on w.notice_id = n.id left join staff t on t.id = w.staff_id
           where n.application_id = a.id and c.account_id is null
             and (n.pdf_sha256 is not null or n.text is not null)), '[]') as letters
       from application a join applicant c on c.id = a.applicant_id
       join submission s on s.application_id = a.id and s.n = a.submission_count
       where a.id = $1`,
      [id],
    );
    if (!row) return null;
    const { procedure } = await this.library.version(row.version_hash);
    const mayReceive = receivesPaper(staff, procedure);
    const can = (purpose: 'withdraw' | 'resubmit'): boolean =>
      mayReceive && applicantsAction(procedure, row.state, purpose) !== null;
    return {
      paper: {
        byPost: row.by_post,
        mayReceive,
        correctionAsked: row.state.correction !== null && can('resubmit'),
        mayWithdraw: can('withdraw'),
        arrivals: row.arrivals.map(({ setAside, keyedAt, ...arrival }) => ({
          ...arrival,
          keyedAt: new Date(keyedAt).toISOString(),
          setAside: setAside.map(({ path, reason }) => ({
            label: targetLabel(procedure.form, path, row.answers),
            reason,
          })),
        })),
        letters: row.letters,
      },
    };
  }
}
