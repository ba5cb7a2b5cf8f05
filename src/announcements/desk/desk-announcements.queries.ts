import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { documentToText } from '#engine';
import type { StaffAsker } from '../../access/asker.js';
import { mayInOffice } from '../../access/office-roles.js';
import { CONFIG, type Config } from '../../config/config.js';
import type { Language } from '../../http/language.js';
import { inLanguage } from '../../procedures/in-language.js';
import { ProceduresQueries } from '../../procedures/procedures.queries.js';
import { writeLetter } from '../announcement-letter.js';
import { blocksOf } from '../blocks-of.js';
import { countRecipients } from '../count-recipients.js';
import type {
  AnnouncementContent,
  AnnouncementOptions,
  AnnouncementPreview,
  AnnouncementStep,
  DeskAnnouncementLine,
  DeskAnnouncementList,
  DeskAnnouncementView,
} from './desk-announcement.dto.js';
import { announcementColumns, type AnnouncementRow, contentOf, handsOn } from './locked-announcement.js';

const PAGE = 30;
const instant = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const person = (column: string): string =>
  `(select jsonb_build_object('id', s.id, 'name', s.name) from staff s where s.id = ${column})`;
const english = (title: string, body: string): string =>
  `case when ${title} is not null then jsonb_build_object('title', ${title}, 'body', ${body}) end`;

const LINE = `a.id, a.title, a.important,
  case when a.state = 'published' and a.ends_at <= now() then 'ended' else a.state end as state,
  ${person('a.written_by')} as "writtenBy",
  exists (select from announcement_correction c where c.announcement_id = a.id and c.state = 'asked') as "correctionAsked",
  ${instant('a.starts_at')} as "startsAt", ${instant('a.published_at')} as "publishedAt",
  ${instant('coalesce(a.written_at, a.published_at)')} as "changedAt"`;

interface MailCounts {
  readonly waiting: number;
  readonly sent: number;
  readonly undeliverable: number;
}

type MoreColumns = Pick<DeskAnnouncementView, 'writtenBy' | 'approvedBy' | 'publishedAt' | 'withdrawn'> & {
  readonly expected: number | null;
  readonly spread: boolean;
};

@Injectable()
export class DeskAnnouncementsQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly procedures: ProceduresQueries,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async list(before: string | null): Promise<DeskAnnouncementList> {
    const open = await this.dataSource.query<DeskAnnouncementLine[]>(
      `select ${LINE} from announcement a where a.published_at is null order by a.written_at desc, a.id limit 200`,
    );
    const published = await this.dataSource.query<DeskAnnouncementLine[]>(
      `select ${LINE} from announcement a
       where a.published_at is not null
         and ($1::uuid is null or (a.published_at, a.id) < (select published_at, id from announcement where id = $1))
       order by a.published_at desc, a.id desc limit $2`,
      [before, PAGE + 1],
    );
    const page = published.slice(0, PAGE);
    return { open, published: page, next: published.length > PAGE ? (page.at(-1)?.id ?? null) : null };
  }

  async find(me: StaffAsker, id: string): Promise<DeskAnnouncementView | null> {
    const [row] = await this.dataSource.query<(AnnouncementRow & MoreColumns)[]>(
      `select ${announcementColumns}, a.expected, a.spread_at is not null as spread,
         ${person('a.written_by')} as "writtenBy", ${person('a.approved_by')} as "approvedBy",
         ${instant('a.published_at')} as "publishedAt",
         case when a.withdrawn_at is not null
           then jsonb_build_object('at', ${instant('a.withdrawn_at')}, 'note', a.withdrawn_note) end as withdrawn
       from announcement a where a.id = $1`,
      [id],
    );
    if (!row) return null;
    const [corrections, events, mails, hands] = await Promise.all([
      this.corrections(id),
      this.events(id),
      row.publishedAt === null ? null : this.mailsOf(row),
      handsOn(this.dataSource, id),
    ]);
    const asked = corrections.find(({ state }) => state === 'asked');
    const mine = asked ? asked.askedBy?.id === me.id : hands.includes(me.id);
    return {
      id,
      state: row.state === 'published' && row.ended ? 'ended' : row.state,
      revision: row.revision,
      content: contentOf(row),
      digest: row.digest,
      writtenBy: row.writtenBy,
      approvedBy: row.approvedBy,
      publishedAt: row.publishedAt,
      withdrawn: row.withdrawn,
      mails,
      corrections,
      events,
      mine,
      may: stepsOf(me, row, { mine, correctionAsked: asked !== undefined, going: mails?.state ?? 'done' }),
    };
  }

  /** What it would be, and for whom. */
  async preview(content: AnnouncementContent, id: string): Promise<AnnouncementPreview> {
    const { title, body, english: translated, important } = content;
    const { publicUrl } = this.config.http;
    const words = {
      title,
      body,
      important,
      english: translated,
      link: `${publicUrl}/announcements/${id}`,
      stop: `${publicUrl}/stop-news/…`,
    };
    const letter = writeLetter(words, 'ja');
    return {
      counts: await countRecipients(this.dataSource, content, important),
      portal: { blocks: blocksOf(body), english: translated && blocksOf(translated.body) },
      mail: { subject: letter.title, text: documentToText(letter) },
    };
  }

  async options(language: Language): Promise<AnnouncementOptions> {
    const all = (await this.procedures.all()).map(({ version }) => ({
      said: version.procedure,
      shown: inLanguage(version, language).procedure,
    }));
    const categories = new Map(
      all.map(({ said, shown }) => [said.info.category, shown.info.category] as const),
    );
    return {
      categories: [...categories].map(([name, title]) => ({ name, title })),
      procedures: all.map(({ shown: { info, workflow } }) => ({
        id: info.id,
        title: info.title,
        stages: [...workflow.stages.values()].map((stage) => ({ name: stage.name, title: stage.title })),
      })),
    };
  }

  private async corrections(id: string): Promise<DeskAnnouncementView['corrections']> {
    return this.dataSource.query(
      `select c.id, c.title, c.body, ${english('c.title_en', 'c.body_en')} as english, c.note, c.state, c.digest,
         case when c.was is not null then jsonb_build_object('title', c.was -> 'title', 'body', c.was -> 'body',
           'english', case when c.was ->> 'titleEn' is not null
             then jsonb_build_object('title', c.was -> 'titleEn', 'body', c.was -> 'bodyEn') end) end as was,
         ${person('c.asked_by')} as "askedBy", ${instant('c.asked_at')} as "askedAt",
         ${person('c.decided_by')} as "decidedBy", ${instant('c.decided_at')} as "decidedAt"
       from announcement_correction c where c.announcement_id = $1 order by c.asked_at desc`,
      [id],
    );
  }

  private async events(id: string): Promise<DeskAnnouncementView['events']> {
    return this.dataSource.query(
      `select e.action, s.name as by, ${instant('e.at')} as at, e.note
       from announcement_event e left join staff s on s.id = e.staff_id
       where e.announcement_id = $1 order by e.at desc, e.id desc limit 200`,
      [id],
    );
  }

  private async mailsOf(
    row: AnnouncementRow & MoreColumns,
  ): Promise<NonNullable<DeskAnnouncementView['mails']>> {
    const [counts] = await this.dataSource.query<[MailCounts]>(
      `select count(*) filter (where state = 'queued')::int as waiting, count(*) filter (where state = 'sent')::int as sent,
         count(*) filter (where state = 'undeliverable')::int as undeliverable
       from announcement_mail where announcement_id = $1`,
      [row.id],
    );
    const over = row.state !== 'published' || row.ended;
    const all = row.spread && counts.waiting === 0;
    return {
      state: all ? 'done' : over || row.mails_stopped ? 'stopped' : row.paused ? 'held' : 'going',
      expected: Math.max(row.expected ?? 0, counts.waiting + counts.sent + counts.undeliverable),
      ...counts,
    };
  }
}

interface Standing {
  /** The asker had a hand in what waits for a second person. */
  readonly mine: boolean;
  readonly correctionAsked: boolean;
  readonly going: NonNullable<DeskAnnouncementView['mails']>['state'];
}

function stepsOf(
  { officeRoles }: StaffAsker,
  { state, ended }: AnnouncementRow,
  { mine, correctionAsked, going }: Standing,
): AnnouncementStep[] {
  const writes = mayInOffice(officeRoles, 'write-news');
  const approves = mayInOffice(officeRoles, 'approve-news');
  const may: readonly (readonly [AnnouncementStep, boolean])[] = [
    ['change', writes && state === 'draft'],
    ['ask', writes && state === 'draft'],
    ['remove', writes && state === 'draft'],
    ['take-back', writes && (state === 'asked' || state === 'planned')],
    ['approve', approves && state === 'asked' && !mine],
    ['decline', approves && (state === 'asked' || state === 'planned')],
    ['pause', (writes || approves) && going === 'going'],
    ['resume', (writes || approves) && going === 'held'],
    ['stop-mails', (writes || approves) && (going === 'going' || going === 'held')],
    ['ask-correction', writes && state === 'published' && !ended && !correctionAsked],
    ['correct', approves && state === 'published' && correctionAsked && !mine],
    ['decline-correction', (writes || approves) && state === 'published' && correctionAsked],
    ['withdraw', (writes || approves) && state === 'published'],
  ];
  return may.flatMap(([step, can]) => (can ? [step] : []));
}
