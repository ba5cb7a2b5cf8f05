import { Controller, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { isCivilDate } from '#engine';
import { CurrentAsker, type StaffAsker } from '../access/asker.js';
import { statisticsOf } from '../access/statistics-reach.js';
import { contentDisposition } from '../files/file-name.js';
import { Endpoint } from '../http/endpoint.js';
import { AskedLanguage, type Language } from '../http/language.js';
import { Refused, refuse } from '../http/refusal.js';
import { inLanguage } from '../procedures/in-language.js';
import { ProceduresQueries } from '../procedures/procedures.queries.js';
import { statisticsCsv } from './statistics-csv.js';
import { PublicStatistics, StatisticsCsvQuery, StatisticsQuery, StatisticsView } from './statistics.dto.js';
import { StatisticsQueries } from './statistics.queries.js';

const procedureId = /^[a-z0-9][a-z0-9-]{0,63}$/;
/** Longer would be more days than a chart shows. */
const mostDays = 1100;

@Controller()
export class StatisticsController {
  constructor(
    private readonly queries: StatisticsQueries,
    private readonly procedures: ProceduresQueries,
  ) {}

  @Endpoint({
    method: 'GET',
    path: '/api/desk/statistics',
    permit: 'staff',
    shows: 'nothing',
    summary:
      'Numbers of one procedure: by day, by stage, what is open, what had to be corrected, who does how much.',
    query: StatisticsQuery,
    reply: StatisticsView,
  })
  async show(
    @CurrentAsker() me: StaffAsker,
    @Query() wanted: StatisticsQuery,
    @AskedLanguage() language: Language,
  ): Promise<StatisticsView> {
    for (const field of ['from', 'to'] as const) {
      const day = wanted[field];
      if (day !== undefined && !isCivilDate(day)) throw wrong(field);
    }
    const reach = statisticsOf(me);
    const all = await this.procedures.all();
    const within = all
      .map(({ version }) => version)
      .filter(({ procedure }) => reach === 'all' || reach.includes(procedure.info.id));
    const chosen = within.find(({ procedure }) => procedure.info.id === wanted.procedure);
    const version = wanted.procedure === undefined ? within[0] : chosen;
    if (!version) throw new Refused(refuse('not-found'));
    const { from, to, now } = await this.queries.period(wanted.from, wanted.to);
    if (to < from || Date.parse(to) - Date.parse(from) > mostDays * 86_400_000) throw wrong('to');
    return {
      procedures: within.map((one) => {
        const { id, title } = inLanguage(one, language).procedure.info;
        return { id, title };
      }),
      procedureId: version.procedure.info.id,
      from,
      to,
      asOf: now.toISOString(),
      ...(await this.queries.numbers(me, version, { from, to }, language)),
    };
  }

  @Endpoint({
    method: 'GET',
    path: '/api/desk/statistics/csv',
    permit: 'staff',
    shows: 'nothing',
    summary: 'One table of it for a spreadsheet (CSV, UTF-8 with mark).',
    query: StatisticsCsvQuery,
    reply: 'text/csv',
  })
  async csv(
    @CurrentAsker() me: StaffAsker,
    @Query() { table, ...wanted }: StatisticsCsvQuery,
    @AskedLanguage() language: Language,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const view = await this.show(me, wanted, language);
    const name = `${view.procedureId}-${table}-${view.from}-${view.to}.csv`;
    await reply
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', contentDisposition('attachment', name))
      .send(statisticsCsv(view, table, language));
  }

  @Endpoint({
    method: 'GET',
    path: '/api/procedures/:id/statistics',
    permit: 'public',
    shared: true,
    summary: 'How many applied, how many were decided and completed; small numbers are left out.',
    params: { id: procedureId },
    reply: PublicStatistics,
  })
  async showPublic(@Param('id') id: string, @AskedLanguage() language: Language): Promise<PublicStatistics> {
    const current = await this.procedures.current(id);
    if (!current?.version.procedure.info.statistics) throw new Refused(refuse('not-found'));
    return this.queries.shown(current.version, language);
  }
}

function wrong(field: string): Refused {
  return new Refused(refuse('request-invalid', { params: { field } }));
}
