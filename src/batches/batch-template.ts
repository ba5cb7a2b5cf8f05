import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Action, Procedure } from '#engine';
import type { StaffAsker } from '../access/asker.js';
import { csvText } from '../files/csv-text.js';
import type { Language } from '../http/language.js';
import { inLanguage } from '../procedures/in-language.js';
import { ProcedureLibrary } from '../procedures/procedure-library.js';
import type { BatchTemplateQuery } from './batch.dto.js';
import { expectedIn, staffColumns } from './staff-cells.js';

export interface TemplateColumn {
  readonly title: string;
  /** What may be written there, for people. */
  readonly expected: string;
}

const words = {
  ja: {
    number: '申込番号',
    subject: '対象',
    field: '項目',
    fieldHelp: '画面の項目名（例：営業許可　有効期間のおわり）。何行でも書けます',
    code: '理由コード',
    comment: '補正の内容',
    commentHelp: '理由コードの文のあとに続きます。どちらか一方でもかまいません',
    publicReason: '申請者への理由',
    reason: '理由',
    reasonHelp: '職員だけが読みます',
  },
  en: {
    number: 'Number',
    subject: 'Subject',
    field: 'Question',
    fieldHelp: 'Its title as on the screen; several lines for several questions',
    code: 'Reason code',
    comment: 'What to correct',
    commentHelp: 'Follows the sentence of the reason code; either is enough',
    publicReason: 'Reason for the applicant',
    reason: 'Reason',
    reasonHelp: 'Read by officials only',
  },
} as const satisfies Record<Language, unknown>;

/** The columns of a table for one action, after number and subject. */
export function templateColumns(
  action: Action,
  { workflow: { reasons } }: Procedure,
  language: Language,
): TemplateColumn[] {
  const { requires } = action;
  const texts = words[language];
  const codes = reasons.map(({ code, title }) => `${code} (${title})`).join(' / ');
  return [
    ...(requires.targets
      ? [
          { title: texts.field, expected: texts.fieldHelp },
          ...(reasons.length > 0 ? [{ title: texts.code, expected: codes }] : []),
          { title: texts.comment, expected: texts.commentHelp },
        ]
      : []),
    ...staffColumns(action).map((column) => ({ title: column.title, expected: expectedIn(column) })),
    ...(requires.publicReason ? [{ title: texts.publicReason, expected: '' }] : []),
    { title: texts.reason, expected: texts.reasonHelp },
  ];
}

/** A table to be filled in for one action: the columns that it asks for, and a line for each application. */
@Injectable()
export class BatchTemplate {
  constructor(
    private readonly dataSource: DataSource,
    private readonly library: ProcedureLibrary,
  ) {}

  /** Null where the asker has no such batch, or no application of it has such an action. */
  async csv(
    asker: StaffAsker,
    batchId: string,
    { procedureId, action: name }: BatchTemplateQuery,
    language: Language,
  ): Promise<string | null> {
    const rows = await this.dataSource.query<
      { number: string; subject: string; version_hash: string; stage: string }[]
    >(
      `select a.number, a.subject, a.version_hash, a.stage
       from batch_row r join batch b on b.id = r.batch_id join application a on a.id = r.application_id
       where b.id = $1 and b.staff_id = $2 and a.procedure_id = $3 and not r.own ? 'repeated' order by r.n`,
      [batchId, asker.id, procedureId],
    );
    const versions = await this.library.versions(rows.map(({ version_hash: hash }) => hash));
    for (const { version_hash: hash, stage } of rows) {
      const version = versions.get(hash);
      const procedure = version && inLanguage(version, language).procedure;
      const action = procedure?.workflow.stages.get(stage)?.actions.get(name);
      if (!procedure || !action) continue;
      const columns = templateColumns(action, procedure, language).map(({ title }) => title);
      const texts = words[language];
      return csvText([
        [texts.number, texts.subject, ...columns],
        ...rows.map(({ number, subject }) => [number, subject, ...columns.map(() => '')]),
      ]);
    }
    return null;
  }
}
