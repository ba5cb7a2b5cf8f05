import { join } from 'node:path';
import { type ExampleMove, type HistoryEntry, runExample } from '#engine';
import { type EventRow, eventRows } from '../../src/applications/event-rows.js';
import { stageColumns } from '../../src/applications/stage-columns.js';
import { chosenExamples, openExample, openProcedure } from '../../src/cli/open-procedure.js';

/** Procedures that the desk is measured with: those that ship. */
export const shippedProcedures = join(process.cwd(), 'procedures');
const ids = ['jitan-9', 'gold-sticker'];

/** An application as it may stand somewhere in its review. Instants and days are moved before it is stored. */
export interface StandingCase {
  readonly procedure_id: string;
  readonly prefix: string;
  readonly open: boolean;
  /** How often there are such among those of its kind. */
  readonly weight: number;
  readonly arrived_at: string;
  /** When it came to stand there. */
  readonly now: string;
  readonly columns: unknown;
  readonly state: unknown;
  readonly events: readonly EventRow[];
  readonly answers: unknown;
  readonly warnings: number;
}

/** So many of a hundred that are open. */
const shares: Readonly<Record<string, number>> = {
  review: 55,
  approval: 12,
  correction: 15,
  waiting: 10,
  inspection: 8,
};
const most = 3;

/**
 * Lives the examples of both procedures through, and takes for every stage up to three applications as they stood there:
 * state, columns and history are what the product would have written.
 */
export async function standingCases(): Promise<readonly StandingCase[]> {
  const found: StandingCase[] = [];
  for (const id of ids) {
    const opened = await openProcedure(join(shippedProcedures, id));
    if (!opened.ok) throw new Error(`${id} does not compile.`);
    const { files, procedure, validators } = opened;
    const perStage = new Map<string, number>();
    for (const file of chosenExamples(files, [])) {
      const read = openExample(files, file);
      if (!read.ok) throw new Error(`${file} cannot be read.`);
      const history: HistoryEntry[] = [];
      let arrived: ExampleMove | undefined;
      const moved = (move: ExampleMove): void => {
        arrived ??= move;
        history.push(...move.result.history);
        const { state } = move.result;
        const kind = procedure.workflow.stages.get(state.stage)?.kind ?? 'review';
        const before = perStage.get(state.stage) ?? 0;
        if (before === most) return;
        perStage.set(state.stage, before + 1);
        const columns = stageColumns(procedure, state, move.application, move.now);
        found.push({
          procedure_id: id,
          prefix: procedure.info.numbering.prefix,
          open: columns.open,
          weight: shares[kind] ?? 1,
          arrived_at: arrived.now,
          now: move.now,
          columns,
          state,
          events: eventRows(history, 0),
          answers: move.application.answers,
          warnings: move.application.warnings,
        });
      };
      runExample(procedure, read.example, validators, { submitted: () => {}, moved, refused: () => {} });
    }
  }
  return found;
}

const day = 86_400_000;

/** The same case as if it had come to stand there so many days before `today`. */
export function daysAgo(one: StandingCase, days: number, today: number): StandingCase {
  const shift = Math.round((today - days * day - Date.parse(one.now)) / day) * day;
  return {
    ...one,
    arrived_at: new Date(Date.parse(one.arrived_at) + shift).toISOString(),
    now: new Date(Date.parse(one.now) + shift).toISOString(),
    columns: moved(one.columns, shift),
    state: moved(one.state, shift),
    events: one.events.map((event) => moved(event, shift)),
  };
}

function moved<T>(value: T, shift: number): T {
  const text = JSON.stringify(value).replace(
    /"(\d{4}-\d{2}-\d{2})(T[\d:.]+(?:Z|[+-]\d{2}:\d{2}))?"/g,
    (_, civil: string, clock: string | undefined) => {
      const at = new Date(Date.parse(clock === undefined ? civil : civil + clock) + shift).toISOString();
      return JSON.stringify(clock === undefined ? at.slice(0, 10) : at);
    },
  );
  return JSON.parse(text) as T;
}
