import { Module } from '@nestjs/common';
import { FetchReports } from './intake/fetch-reports.js';
import { ForgetSendings } from './forget-sendings.js';
import { TakeInReport } from './take-in-report.js';
import { WatchUnopened } from './watch-unopened.js';

/** Reads what comes back and looks for what lies unopened. A module of its own, because workers serve no page. */
@Module({
  providers: [FetchReports, ForgetSendings, TakeInReport, WatchUnopened],
  exports: [FetchReports, ForgetSendings, WatchUnopened],
})
export class DeliveryWatchModule {}
