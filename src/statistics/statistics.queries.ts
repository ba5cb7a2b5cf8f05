import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { rolesToActIn, type StaffAsker, withoutUnlendable } from '../access/asker.js';
import { mayInOffice } from '../access/office-roles.js';
import { inLanguage } from '../procedures/in-language.js';
import type { CompiledVersion } from '../procedures/procedure-library.js';
import type { Language } from '../http/language.js';
import { ageBands, type PublicStatistics, type StatisticsView } from './statistics.dto.js';
import { shareOf, suppressed, timesOf } from './times.js';

export interface Period {
  readonly from: string;
  readonly to: string;
}

interface CountRow {
  readonly kind: string;
  readonly key: string;
  readonly bucket: number;
  readonly count: number;
}

type Numbers = Omit<StatisticsView, 'procedures' | 'procedureId' | 'from' | 'to' | 'asOf'>;

@Injectable()
export class StatisticsQueries {
  constructor(private readonly dataSource: DataSource) {}

  /** The days of a period as they were asked for, or the last 90. Civil dates of Japan, by the database's clock. */
  async period(from: string | undefined, to: string | undefined): Promise<Period & { readonly now: Date }> {
    const [row] = await this.dataSource.query<[Period & { readonly now: Date }]>(
      `select coalesce($1::date, t.day - 89)::text as from, t.day::text as to, now() as now
       from (select coalesce($2::date, (now() at time zone 'Asia/Tokyo')::date) as day) t`,
      [from ?? null, to ?? null],
    );
    return row;
  }

  async numbers(
    asker: StaffAsker,
    version: CompiledVersion,
    { from, to }: Period,
    language: Language,
  ): Promise<Numbers> {
    const { procedure } = inLanguage(version, language);
    const { info, form, workflow } = procedure;
    const rows = await this.counts(info.id, { from, to });
    const of = (kind: string) => rows.filter((row) => row.kind === kind);
    const sum = (kind: string, key?: string): number =>
      of(kind).reduce((all, row) => all + (key === undefined || row.key === key ? row.count : 0), 0);
    const ranked = (kind: string, titleOf: (key: string) => string | undefined) =>
      [...new Set(of(kind).map(({ key }) => key))]
        .map((key) => ({ key, title: titleOf(key) ?? key, count: sum(kind, key) }))
        .filter(({ count }) => count > 0)
        .sort((a, b) => b.count - a.count || a.key.localeCompare(b.key));
    const stageTitle = (name: string): string => workflow.stages.get(name)?.title ?? name;
    const inOrder = [...workflow.stages.keys()];
    return {
      completedLabel: completedLabel(procedure),
      days: await this.days(info.id, { from, to }),
      totals: {
        arrived: sum('arrived'),
        decided: sum('decided'),
        refused: sum('decided', 'refused'),
        completed: sum('completed'),
        withdrawn: sum('withdrawn'),
        corrections: sum('correction'),
      },
      decision: timesOf(of('decided')),
      stages: [...new Set(of('stay').map(({ key }) => key))]
        .sort((a, b) => inOrder.indexOf(a) - inOrder.indexOf(b))
        .map((key) => ({
          key,
          title: stageTitle(key),
          times: timesOf(of('stay').filter((row) => row.key === key)),
        })),
      ageing: (await this.ageing(info.id))
        .sort((a, b) => inOrder.indexOf(a.key) - inOrder.indexOf(b.key))
        .map((row) => ({ ...row, title: stageTitle(row.key) })),
      defects: ranked('defect', (path) => form.fields.get(path)?.title),
      reasons: ranked('reason', (code) => workflow.reasons.find((reason) => reason.code === code)?.title),
      drafts: await this.drafts(info.id, (name) => form.pages.find((page) => page.name === name)?.title),
      people: mayLookAtPeople(asker, version) ? await this.people(info.id, of('acted')) : null,
    };
  }

  /** For everybody: nothing that a small number could tell about somebody. */
  async shown(version: CompiledVersion, language: Language): Promise<PublicStatistics> {
    const { procedure } = inLanguage(version, language);
    const { info } = procedure;
    const rows = await this.counts(info.id, { from: '1900-01-01', to: '9999-12-31' });
    const sum = (kind: string): number =>
      rows.reduce((all, row) => all + (row.kind === kind ? row.count : 0), 0);
    const [arrived, decided, completed] = [sum('arrived'), sum('decided'), sum('completed')];
    const { count, median } = timesOf(rows.filter(({ kind }) => kind === 'decided'));
    const [clock] = await this.dataSource.query<[{ now: Date }]>(`select date_trunc('minute', now()) as now`);
    return {
      procedureId: info.id,
      title: info.title,
      completedLabel: completedLabel(procedure),
      arrived: suppressed(arrived),
      decided: suppressed(decided),
      completed: suppressed(completed),
      decidedShare: shareOf(decided, arrived),
      completedShare: shareOf(completed, arrived),
      medianDays: suppressed(count) === null || count === 0 ? null : median,
      clock: info.clock.days,
      standardDays: info.standardProcessingDays,
      asOf: clock.now.toISOString(),
    };
  }

  private counts(procedureId: string, { from, to }: Period): Promise<CountRow[]> {
    return this.dataSource.query<CountRow[]>(
      `select kind, key, bucket, sum(count)::int as count from statistics_count
       where procedure_id = $1 and day between $2 and $3
       group by kind, key, bucket having sum(count) > 0`,
      [procedureId, from, to],
    );
  }

  private days(procedureId: string, { from, to }: Period): Promise<StatisticsView['days']> {
    return this.dataSource.query<StatisticsView['days']>(
      `select d.day::date::text as day,
         coalesce(sum(c.count) filter (where c.kind = 'arrived'), 0)::int as arrived,
         coalesce(sum(c.count) filter (where c.kind = 'decided'), 0)::int as decided,
         coalesce(sum(c.count) filter (where c.kind = 'completed'), 0)::int as completed
       from generate_series($2::date, $3::date, '1 day') d(day)
       left join statistics_count c on c.procedure_id = $1 and c.day = d.day
         and c.kind in ('arrived', 'decided', 'completed')
       group by d.day order by d.day`,
      [procedureId, from, to],
    );
  }

  /** Of what is open, by the index of what is open. */
  private ageing(procedureId: string): Promise<{ key: string; bands: number[] }[]> {
    const age = `(now() at time zone 'Asia/Tokyo')::date - (entered_at at time zone 'Asia/Tokyo')::date`;
    const bounds = [-1, ...ageBands];
    const bands = bounds.map((above, index) => {
      const upTo = ageBands[index];
      const within = upTo === undefined ? '' : ` and ${age} <= ${upTo}`;
      return `count(*) filter (where ${age} > ${above}${within})::int`;
    });
    return this.dataSource.query(
      `select stage as key, array[${bands.join(', ')}] as bands from application
       where open and procedure_id = $1 group by stage`,
      [procedureId],
    );
  }

  private async drafts(
    procedureId: string,
    titleOf: (page: string) => string | undefined,
  ): Promise<StatisticsView['drafts']> {
    const rows = await this.dataSource.query<{ page: string; count: number }[]>(
      'select page, count from statistics_draft where procedure_id = $1 order by count desc, page',
      [procedureId],
    );
    return rows.map(({ page, count }) => ({ key: page, title: titleOf(page) ?? page, count }));
  }

  private async people(
    procedureId: string,
    acted: readonly CountRow[],
  ): Promise<NonNullable<StatisticsView['people']>> {
    const rows = await this.dataSource.query<{ key: string; name: string; open: number }[]>(
      `with desk as (
         select assignee_id, count(*)::int as open from application
         where open and procedure_id = $1 and assignee_id is not null group by assignee_id)
       select s.id as key, s.name, coalesce(desk.open, 0) as open
       from staff s left join desk on desk.assignee_id = s.id
       where desk.open > 0 or s.id = any($2)`,
      [procedureId, acted.map(({ key }) => key)],
    );
    return rows
      .map((row) => ({ ...row, acted: acted.find(({ key }) => key === row.key)?.count ?? 0 }))
      .sort((a, b) => b.open - a.open || b.acted - a.acted || a.name.localeCompare(b.name, 'ja'));
  }
}

/** What the good end is called to applicants. */
function completedLabel({ workflow }: CompiledVersion['procedure']): string {
  const ends = [...workflow.stages.values()].filter(({ outcome }) => outcome === 'approved');
  return ends[0]?.publicStatus.label ?? '';
}

/** How much lies on whose desk is for those who share the work out. */
function mayLookAtPeople(asker: StaffAsker, { procedure }: CompiledVersion): boolean {
  const roles = rolesToActIn(withoutUnlendable(asker, procedure), procedure.info.id);
  const isSupervisor = roles.some((role) => procedure.workflow.roles.get(role)?.supervisor === true);
  return isSupervisor || mayInOffice(asker.officeRoles, 'read-record');
}
