import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Language } from '../http/language.js';
import { inLanguage } from '../procedures/in-language.js';
import { ProceduresQueries } from '../procedures/procedures.queries.js';
import { mostCharacters } from './judge-site.js';
import type { SavedSiteView, SiteList, SiteQuestionView } from './site.dto.js';
import { type SiteQuestion, siteQuestions } from './site-questions.js';

interface SiteRow {
  readonly id: string;
  readonly name: string;
  readonly data: Record<string, unknown>;
  readonly saved_at: Date;
  readonly last_used_at: Date | null;
  readonly applications: number;
}

@Injectable()
export class SitesQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly procedures: ProceduresQueries,
  ) {}

  async list(applicantId: string, language: Language): Promise<SiteList> {
    const [rows, questions] = await Promise.all([this.rows(applicantId, null), this.questions(language)]);
    return { sites: rows.map(siteView), questions: questions.map(questionView) };
  }

  /** Null when there is no such site of this applicant. */
  async find(applicantId: string, id: string): Promise<SavedSiteView | null> {
    const [row] = await this.rows(applicantId, id);
    return row ? siteView(row) : null;
  }

  /** The site an application was last begun for; null without any. */
  async lastUsed(applicantId: string): Promise<SavedSiteView | null> {
    const [row] = await this.rows(applicantId, null);
    return row ? siteView(row) : null;
  }

  /** What is asked about a site, by the procedures in force. */
  async questions(language: Language): Promise<readonly SiteQuestion[]> {
    const current = await this.procedures.all();
    return siteQuestions(current.map(({ version }) => inLanguage(version, language).procedure.form));
  }

  private rows(applicantId: string, id: string | null): Promise<SiteRow[]> {
    return this.dataSource.query<SiteRow[]>(
      `select s.id, s.name, s.data, s.saved_at, s.last_used_at,
         (select count(*)::int from application a where a.site_id = s.id) as applications
       from site s
       where s.applicant_id = $1 and s.removed_at is null and ($2::uuid is null or s.id = $2)
       order by coalesce(s.last_used_at, s.created_at) desc, s.id desc`,
      [applicantId, id],
    );
  }
}

function siteView(row: SiteRow): SavedSiteView {
  return {
    id: row.id,
    name: row.name,
    data: row.data,
    savedAt: row.saved_at.toISOString(),
    lastUsedAt: row.last_used_at?.toISOString() ?? null,
    applications: row.applications,
  };
}

function questionView({ name, field }: SiteQuestion): SiteQuestionView {
  return {
    name,
    title: field.title,
    description: field.description,
    format: field.format,
    maxLength: field.options ? null : mostCharacters(field.schema),
    required: name === 'name',
    options: field.options?.map(({ value, title }) => ({ value: String(value), title })) ?? null,
  };
}
