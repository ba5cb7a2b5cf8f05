import { Injectable } from '@nestjs/common';
import { type Procedure, rolesOfStage } from '#engine';
import { AUTHOR_OF_PROCEDURE, type OfficeRole, officeRoles } from '../access/office-roles.js';
import type { Language } from '../http/language.js';
import { inLanguage } from '../procedures/in-language.js';
import { ProceduresQueries } from '../procedures/procedures.queries.js';

/** What stands for the whole office where otherwise a procedure stands. */
export const WHOLE_OFFICE = '*';

export interface BookedRole {
  readonly name: string;
  readonly title: string;
  /** Gives out money or permits, or the power to: it counts once two administrators have agreed. */
  readonly decides: boolean;
  readonly recommendOnly: boolean;
}

export interface BookedProcedure {
  readonly id: string;
  readonly title: string;
  readonly roles: readonly BookedRole[];
}

const officeTitles: Readonly<Record<OfficeRole, Readonly<Record<Language, string>>>> = {
  administrator: { ja: 'システム管理者', en: 'Administrator' },
  auditor: { ja: '監査（閲覧のみ）', en: 'Auditor (read only)' },
  statistician: { ja: '統計', en: 'Statistics' },
  call_centre: { ja: 'コールセンター（閲覧のみ）', en: 'Call centre (read only)' },
  author: { ja: '手続作成者（すべての手続）', en: 'Author (every procedure)' },
  department_author: { ja: '手続作成者（自分の部署の手続）', en: 'Author (procedures of the department)' },
  procedure_author: { ja: '手続作成者', en: 'Author' },
  publisher: { ja: '公開承認', en: 'Approves publications' },
  news_writer: { ja: 'お知らせ作成', en: 'Writes announcements' },
  news_approver: { ja: 'お知らせ承認', en: 'Approves announcements' },
};

/** Every role that can be given: those of the procedures in force, and those of the office. */
@Injectable()
export class RoleBook {
  constructor(private readonly procedures: ProceduresQueries) {}

  /** The office first. */
  async read(language: Language): Promise<readonly BookedProcedure[]> {
    const inForce = await this.procedures.all();
    return [
      {
        id: WHOLE_OFFICE,
        title: language === 'ja' ? '全庁' : 'Whole office',
        roles: officeRoles.filter(isGiven).map((name) => ({
          name,
          title: officeTitles[name][language],
          decides: name === 'administrator' || name === 'publisher',
          recommendOnly: false,
        })),
      },
      ...inForce.map(({ version }) => bookOf(inLanguage(version, language).procedure, language)),
    ];
  }
}

/** The others follow from roles in procedures. */
function isGiven(role: OfficeRole): boolean {
  return role !== 'procedure_author';
}

function bookOf({ info, workflow }: Procedure, language: Language): BookedProcedure {
  const deciding = new Set(
    [...workflow.stages.values()].flatMap((stage) => (stage.kind === 'approval' ? rolesOfStage(stage) : [])),
  );
  return {
    id: info.id,
    title: info.title,
    roles: [
      ...[...workflow.roles].map(([name, { title, recommendOnly }]) => ({
        name,
        title,
        recommendOnly,
        decides: deciding.has(name),
      })),
      {
        name: AUTHOR_OF_PROCEDURE,
        title: officeTitles.procedure_author[language],
        recommendOnly: false,
        decides: false,
      },
    ],
  };
}

/** The role as the book has it; its bare name where the procedure does not know it any more. */
export function roleIn(
  book: readonly BookedProcedure[],
  procedureId: string,
  name: string,
): { readonly procedureTitle: string; readonly role: BookedRole } {
  const procedure = book.find(({ id }) => id === procedureId);
  const role = procedure?.roles.find((one) => one.name === name);
  return {
    procedureTitle: procedure?.title ?? procedureId,
    role: role ?? { name, title: name, decides: false, recommendOnly: false },
  };
}
