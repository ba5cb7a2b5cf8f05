import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { advance, civilDateInJapan, type Effect, documentToText } from '#engine';
import { actorIn, type StaffAsker } from '../access/asker.js';
import { lastingTargets } from '../applications/correction-targets.js';
import type { TakeActionRequest } from '../applications/desk.dto.js';
import { fromEngine } from '../applications/engine-refusal.js';
import { factsOf, type LockedApplication, readLocked } from '../applications/locked-application.js';
import { CONFIG, type Config } from '../config/config.js';
import { newId } from '../database/id.js';
import { done, type Outcome, refuse } from '../http/refusal.js';
import { applicationLink } from '../notices/application-link.js';
import { numberToCome } from '../notices/document-number.js';
import { NoticeRenderer, NoticeUnprintable } from '../notices/notice-renderer.js';
import type { OwedNotice } from '../notices/owed-notices.js';
import { numberedNotices } from '../notices/plan-notices.js';
import { writeDocument } from '../notices/write-document.js';
import { englishWords } from '../procedures/in-language.js';
import { ProcedureLibrary } from '../procedures/procedure-library.js';
import type { PreviewView } from './preview.dto.js';

/** Officials wait in front of the screen; more than these would wait longer than their patience. */
const mostAtOnce = 4;

@Injectable()
export class PreviewAction {
  private drawing = 0;

  constructor(
    private readonly dataSource: DataSource,
    private readonly library: ProcedureLibrary,
    private readonly renderer: NoticeRenderer,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * What the applicant would receive if the action were taken now: by the same rules, with the same refusals, and
   * nothing is recorded or sent. Where further approvers must say yes, it is what goes out with the last one.
   */
  async run(
    staff: StaffAsker,
    id: string,
    actionName: string,
    { lock, ...given }: TakeActionRequest,
  ): Promise<Outcome<PreviewView>> {
    const application = await this.find(staff, id);
    if (!application) return refuse('not-found');
    if (application.lock !== lock) return refuse('application-changed');
    const version = await this.library.version(application.version_hash);
    const { procedure } = version;
    const command = {
      ...given,
      ...(given.targets && { targets: lastingTargets(application.answers, given.targets) }),
      action: actionName,
      actor: actorIn(staff, application.procedure_id),
    };
    const at = application.now.toISOString();
    const next = advance(procedure, application.state, command, factsOf(application), at);
    if (!next.ok) return fromEngine(next);
    const action = procedure.workflow.stages.get(application.state.stage)?.actions.get(actionName);
    if (this.drawing >= mostAtOnce) return refuse('unavailable');
    this.drawing += 1;
    try {
      const documents: PreviewView['documents'] = [];
      for (const effect of noticesFirst(action?.effects ?? [])) {
        const document = await this.draw(staff, application, effect, {
          id: application.id,
          applicationId: application.id,
          template: effect.template,
          documentNumber:
            numberedNotices(procedure, [effect]) > 0
              ? numberToCome(procedure.info.numbering.documentSymbol)
              : null,
          issuedOn: civilDateInJapan(at),
          procedure,
          ...(application.language === 'en' && { english: englishWords(version) }),
          context: { at, state: next.state },
          facts: factsOf(application),
          account: { name: application.account_name, mail: application.mail },
          link: applicationLink(this.config.http.publicUrl, application.id),
        });
        if (!document) return refuse('notice-unprintable');
        documents.push(document);
      }
      return done({ documents });
    } finally {
      this.drawing -= 1;
    }
  }

  /** The PDF of a preview that the official asked for within the last day. */
  async pdf(staff: StaffAsker, id: string): Promise<{ readonly title: string; readonly pdf: Buffer } | null> {
    const [row] = await this.dataSource.query<{ title: string; pdf: Buffer }[]>(
      `select p.title, p.pdf from notice_preview p join application a on a.id = p.application_id
       where p.id = $1 and p.staff_id = $2 and a.procedure_id = any($3)`,
      [id, staff.id, Object.keys(staff.roles)],
    );
    return row ?? null;
  }

  private async find(staff: StaffAsker, id: string): Promise<LockedApplication | null> {
    return this.dataSource.transaction(async (tx) => {
      const [reached] = await tx.query<unknown[]>(
        'select 1 from application where id = $1 and procedure_id = any($2)',
        [id, Object.keys(staff.roles)],
      );
      return reached ? readLocked(tx, id) : null;
    });
  }

  /** Null where it cannot be written or printed: the office learns it now, and not after the decision. */
  private async draw(
    staff: StaffAsker,
    application: LockedApplication,
    effect: Effect,
    owed: OwedNotice,
  ): Promise<PreviewView['documents'][number] | null> {
    const written = writeDocument(effect.kind, owed);
    if (!written.ok) return null;
    const { model, language } = written;
    const text = documentToText(model, language);
    if (effect.kind === 'message') return { kind: 'message', title: model.title, text, pdf: null };
    try {
      const pdf = await this.renderer.render({
        model,
        issuedOn: owed.issuedOn,
        author: owed.procedure.info.department,
        reference: `申込番号 ${application.number}`,
        isDraft: true,
      });
      const id = newId();
      await this.dataSource.query(
        `with old as (delete from notice_preview where drawn_at < now() - interval '1 day')
         insert into notice_preview (id, application_id, staff_id, title, pdf, drawn_at)
         values ($1, $2, $3, $4, $5, now())`,
        [id, application.id, staff.id, model.title, pdf],
      );
      return { kind: 'notice', title: model.title, text, pdf: `/api/desk/previews/${id}/pdf` };
    } catch (error) {
      if (error instanceof NoticeUnprintable) return null;
      throw error;
    }
  }
}

/** The notice is the legal act; the mail only says that it is there. */
function noticesFirst(effects: readonly Effect[]): readonly Effect[] {
  return [...effects].sort((one, other) => Number(one.kind === 'message') - Number(other.kind === 'message'));
}
