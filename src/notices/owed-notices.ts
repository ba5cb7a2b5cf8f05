import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type Answers, type ApplicationFacts, civilDateInJapan, type IsoDate, type Procedure } from '#engine';
import { CONFIG, type Config } from '../config/config.js';
import type { Language } from '../http/language.js';
import { type EnglishWords, englishWords } from '../procedures/in-language.js';
import { ProcedureLibrary } from '../procedures/procedure-library.js';
import { applicationLink } from './application-link.js';
import type { NoticeContext } from './plan-notices.js';

/** A message or notice that is still to be sent or issued, with all that it may say. */
export interface OwedNotice {
  readonly id: string;
  readonly applicationId: string;
  readonly template: string;
  readonly documentNumber: string | null;
  readonly issuedOn: IsoDate;
  readonly procedure: Procedure;
  /** For a reader who wants mails in English. */
  readonly english?: EnglishWords;
  readonly context: NoticeContext;
  /** As of the submission that the action was taken on. */
  readonly facts: ApplicationFacts;
  /** Whose it is; `mail` as it was when the notice was planned. */
  readonly account: { readonly name: string; readonly mail: string };
  /** It leaves as a letter: they applied on paper and have no account. */
  readonly byPost?: boolean;
  readonly link: string;
}

interface OwedRow {
  readonly id: string;
  readonly template: string;
  readonly document_number: string | null;
  readonly context: NoticeContext;
  readonly application_id: string;
  readonly number: string;
  readonly version_hash: string;
  readonly submitted_at: Date;
  readonly answers: Answers;
  readonly warnings: number;
  readonly account_name: string;
  readonly mail: string;
  readonly language: Language;
  readonly by_post: boolean;
}

const find = `
select n.id, n.template, n.document_number, n.context, a.id as application_id, a.number, a.version_hash,
  a.submitted_at, s.answers, jsonb_array_length(s.warnings) as warnings, c.name as account_name,
  coalesce(n.recipient_mail, l.mail, '') as mail, coalesce(l.language, 'ja') as language,
  a.paper and c.account_id is null as by_post
from notice n
join application a on a.id = n.application_id
join applicant c on c.id = a.applicant_id
left join account l on l.id = c.account_id
join submission s on s.application_id = a.id and s.n = n.submission_n
where n.id = $1 and n.state = 'queued'`;

@Injectable()
export class OwedNotices {
  constructor(
    private readonly dataSource: DataSource,
    private readonly library: ProcedureLibrary,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Null when it has been dealt with already. */
  async find(id: string, tx: Pick<EntityManager, 'query'> = this.dataSource): Promise<OwedNotice | null> {
    const [row] = await tx.query<OwedRow[]>(find, [id]);
    if (!row) return null;
    const version = await this.library.version(row.version_hash);
    return {
      id: row.id,
      applicationId: row.application_id,
      template: row.template,
      documentNumber: row.document_number,
      issuedOn: civilDateInJapan(row.context.at),
      procedure: version.procedure,
      ...(row.language === 'en' && { english: englishWords(version) }),
      context: row.context,
      facts: {
        answers: row.answers,
        number: row.number,
        submittedOn: civilDateInJapan(row.submitted_at.toISOString()),
        warnings: row.warnings,
      },
      account: { name: row.account_name, mail: row.mail },
      byPost: row.by_post,
      link: applicationLink(this.config.http.publicUrl, row.application_id),
    };
  }
}
