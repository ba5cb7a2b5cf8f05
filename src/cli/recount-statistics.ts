import type { Command } from './command.js';
import { ExitCode } from './command.js';

/** `recount-statistics`: counts every application anew from its history. */
export const recountStatisticsCommand: Command = {
  name: 'recount-statistics',
  usage: ['', ''],
  summary: ['統計を、申請の履歴からすべて数え直す', 'count the statistics anew, from every history'],
  operands: { least: 0, most: 0 },
  options: [],
  async run(_asked, io) {
    const { withDatabase } = await import('./with-database.js');
    const { CountApplications } = await import('../statistics/count-applications.js');
    const { ProcedureLibrary } = await import('../procedures/procedure-library.js');
    return withDatabase('tetsuzuki recount-statistics', async (dataSource) => {
      const count = new CountApplications(dataSource, new ProcedureLibrary(dataSource));
      await count.startOver();
      const [due] = await dataSource.query<{ count: number }[]>(
        'select count(*)::int as count from statistics_due',
      );
      const all = due?.count ?? 0;
      let done = 0;
      for (let some = await count.run(); some !== 0; some = await count.run()) {
        done += some ?? 0;
        io.progress('数えています', 'counting', done, Math.max(all, done));
      }
      io.json({ applications: all });
      io.say(`${all}件の申請を数え直しました。`, `Counted ${all} application(s) anew.`);
      return ExitCode.fine;
    });
  },
};
