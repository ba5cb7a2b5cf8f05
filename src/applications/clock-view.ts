import { processingClock, type Procedure } from '#engine';
import type { ClockView } from './application.dto.js';
import type { ApplicationRecord } from './applications.queries.js';
import { historyEntries } from './history-entries.js';

/** The processing clock of an application as of now. */
export function clockView(procedure: Procedure, record: ApplicationRecord): ClockView {
  const history = historyEntries(record.events);
  const clock = processingClock(procedure, history, record.state, record.now.toISOString());
  const { rule, used, limit, extended, running, limitOn, forecastOn, outlook } = clock;
  return { days: rule.days, used, limit, extended, running, limitOn, forecastOn, outlook };
}
