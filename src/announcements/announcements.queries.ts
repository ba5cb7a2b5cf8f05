import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Language } from '../http/language.js';
import { blocksOf } from './blocks-of.js';
import { inLanguage } from '../procedures/in-language.js';
import { ProceduresQueries } from '../procedures/procedures.queries.js';
import type { AnnouncementList, AnnouncementQuery, AnnouncementView } from './announcement.dto.js';

interface AnnouncementRow {
  id: string;
  title: string;
  body: string;
  title_en: string | null;
  body_en: string | null;
  important: boolean;
  audience: 'individual' | 'business' | null;
  category: string | null;
  procedure_id: string | null;
  published_at: Date;
  withdrawn_at: Date | null;
  withdrawn_note: string | null;
  corrections: { at: string; note: string }[];
}

const PAGE = 20;
const COLUMNS = `id, title, body, title_en, body_en, important, audience, category, procedure_id, published_at,
  withdrawn_at, withdrawn_note, (
    select coalesce(jsonb_agg(jsonb_build_object('at', c.decided_at, 'note', c.note) order by c.decided_at desc), '[]')
    from announcement_correction c where c.announcement_id = announcement.id and c.state = 'made') as corrections`;
const SHOWN = `published_at <= now() and (ends_at is null or ends_at > now())`;

@Injectable()
export class AnnouncementsQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly procedures: ProceduresQueries,
  ) {}

  /** What is shown now, newest first. */
  async list(asked: AnnouncementQuery, language: Language): Promise<AnnouncementList> {
    const rows = await this.dataSource.query<AnnouncementRow[]>(
      `select ${COLUMNS} from announcement
       where state = 'published' and ${SHOWN}
         and ($1::text is null or category = $1) and ($2::text is null or procedure_id = $2)
         and ($3::uuid is null or (published_at, id) < (select published_at, id from announcement where id = $3))
       order by published_at desc, id desc limit $4`,
      [asked.category ?? null, asked.procedure ?? null, asked.before ?? null, PAGE + 1],
    );
    const page = rows.slice(0, PAGE);
    return {
      announcements: await this.views(page, language),
      next: rows.length > PAGE ? (page.at(-1)?.id ?? null) : null,
    };
  }

  /** One that was taken back is still found by who has its address, without its text. */
  async find(id: string, language: Language): Promise<AnnouncementView | null> {
    const rows = await this.dataSource.query<AnnouncementRow[]>(
      `select ${COLUMNS} from announcement where id = $1 and ${SHOWN}`,
      [id],
    );
    const [view] = await this.views(rows, language);
    return view ?? null;
  }

  private async views(rows: readonly AnnouncementRow[], language: Language): Promise<AnnouncementView[]> {
    if (rows.length === 0) return [];
    const infos = (await this.procedures.all()).map(({ version }) => ({
      said: version.procedure.info,
      shown: inLanguage(version, language).procedure.info,
    }));
    const titles = new Map(infos.map(({ said, shown }) => [said.id, shown.title]));
    const categories = new Map(infos.map(({ said, shown }) => [said.category, shown.category]));
    return rows.map((row) => {
      const title = row.procedure_id === null ? undefined : titles.get(row.procedure_id);
      return {
        ...viewOf(row, language),
        category:
          row.category === null
            ? null
            : { name: row.category, title: categories.get(row.category) ?? row.category },
        procedure: row.procedure_id === null || title === undefined ? null : { id: row.procedure_id, title },
      };
    });
  }
}

function viewOf(row: AnnouncementRow, language: Language): Omit<AnnouncementView, 'category' | 'procedure'> {
  const english = language === 'en' && row.title_en !== null && row.body_en !== null;
  return {
    id: row.id,
    title: (english ? row.title_en : null) ?? row.title,
    body: row.withdrawn_at ? [] : blocksOf((english ? row.body_en : null) ?? row.body),
    language: english ? 'en' : 'ja',
    important: row.important,
    audience: row.audience,
    publishedAt: row.published_at.toISOString(),
    corrections: row.corrections.map(({ at, note }) => ({ at: new Date(at).toISOString(), note })),
    withdrawn: row.withdrawn_at && {
      at: row.withdrawn_at.toISOString(),
      note: row.withdrawn_note ?? '',
    },
  };
}
