import { Inject, Injectable } from '@nestjs/common';
import {
  civilDateInJapan,
  compileProcedure,
  documentToHtml,
  documentToText,
  type ExampleMove,
  type Procedure,
  type ProcedureFiles,
  readExample,
  runExample,
} from '#engine';
import { CONFIG, type Config } from '../config/config.js';
import { done, type Outcome, refuse } from '../http/refusal.js';
import { applicationLink } from '../notices/application-link.js';
import { NoticeRenderer, NoticeUnprintable } from '../notices/notice-renderer.js';
import type { OwedNotice } from '../notices/owed-notices.js';
import { numberedNotices } from '../notices/plan-notices.js';
import { writeDocument } from '../notices/write-document.js';
import { englishWords } from '../procedures/in-language.js';
import { buildPageValidators } from '../procedures/page-validators.js';
import type { DraftPreviewRequest, MailPreview } from './draft.dto.js';

const nobody = '00000000-0000-0000-0000-000000000000';
/** Authors wait in front of the screen; more than these would wait longer than their patience. */
const mostAtOnce = 2;

/** Mails and notices of a draft as an applicant of an example would get them: by what sends the real ones. */
@Injectable()
export class PreviewDocument {
  private drawing = 0;

  constructor(
    private readonly renderer: NoticeRenderer,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  mail(files: ProcedureFiles, request: DraftPreviewRequest): Outcome<MailPreview> {
    const owed = this.owed('message', files, request);
    const written = owed && writeDocument('message', owed);
    if (!owed || !written?.ok) return unusable(request);
    const { model } = written;
    return done({
      subject: model.title,
      text: documentToText(model),
      html: documentToHtml(model, { links: [owed.link] }),
    });
  }

  async notice(
    files: ProcedureFiles,
    request: DraftPreviewRequest,
  ): Promise<Outcome<{ readonly title: string; readonly pdf: Buffer }>> {
    const owed = this.owed('notice', files, request);
    const written = owed && writeDocument('notice', owed);
    if (!owed || !written?.ok) return unusable(request);
    if (this.drawing >= mostAtOnce) return refuse('unavailable');
    this.drawing += 1;
    try {
      const pdf = await this.renderer.render({
        model: written.model,
        issuedOn: owed.issuedOn,
        author: owed.procedure.info.department,
        reference: `申込番号 ${owed.facts.number}`,
        isDraft: true,
      });
      return done({ title: written.model.title, pdf });
    } catch (error) {
      if (error instanceof NoticeUnprintable) return unusable(request);
      throw error;
    } finally {
      this.drawing -= 1;
    }
  }

  /** Null where the draft has problems, or there is no such template or example. */
  private owed(
    kind: 'message' | 'notice',
    files: ProcedureFiles,
    { template, example, language }: DraftPreviewRequest,
  ): OwedNotice | null {
    const file = `examples/${example}.json`;
    const compiled = compileProcedure(files, { published: true });
    if (!compiled.ok || !Object.hasOwn(files, file)) return null;
    const { procedure } = compiled;
    const templates = kind === 'message' ? procedure.messages : procedure.notices;
    if (!templates.has(template)) return null;
    const move = moveThatSends(kind, template, procedure, file, files[file] ?? '');
    if (!move) return null;
    const numbered = numberedNotices(procedure, [{ kind, template }]) > 0;
    return {
      id: nobody,
      applicationId: nobody,
      template,
      documentNumber: numbered ? `${procedure.info.numbering.documentSymbol}第　号` : null,
      issuedOn: civilDateInJapan(move.now),
      procedure,
      ...(language === 'en' && { english: englishWords({ procedure, files }) }),
      context: { at: move.now, state: move.result.state },
      facts: move.application,
      account: { name: '見本 太郎', mail: 'mihon@example.jp' },
      link: applicationLink(this.config.http.publicUrl, nobody),
    };
  }
}

/** The step of the example that sends it; where none does, the last one, so that a new text can be read at all. */
function moveThatSends(
  kind: 'message' | 'notice',
  template: string,
  procedure: Procedure,
  file: string,
  text: string,
): ExampleMove | null {
  const { example } = readExample(file, text);
  if (!example) return null;
  const moves: ExampleMove[] = [];
  runExample(procedure, example, buildPageValidators(procedure.form).functions, {
    submitted: () => undefined,
    moved: (move) => moves.push(move),
    refused: () => undefined,
  });
  const sends = ({ result }: ExampleMove): boolean =>
    result.effects.some((effect) => effect.kind === kind && effect.template === template);
  return moves.filter(sends).at(-1) ?? moves.at(-1) ?? null;
}

function unusable({ template }: DraftPreviewRequest) {
  return refuse('example-unusable', { params: { template } });
}
