import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { dayInJapan, workdaysBetween } from './calendar.js';
import { officials } from './people.js';

// Reads workflow.json as it is written and the history as it is stored, and nothing of the product's own judgement.

interface RawAction {
  readonly by?: 'applicant' | 'staff';
  readonly roles?: readonly string[];
  readonly notActorOf?: readonly string[];
  readonly requires?: { readonly reason?: boolean; readonly publicReason?: boolean | number };
  readonly routes: readonly { readonly to: string }[];
}

interface RawStage {
  readonly kind: string;
  readonly role?: string;
  readonly clock?: 'stops';
  readonly outcome?: string;
  readonly approvers?: { readonly steps: readonly { readonly role: string; readonly when?: string }[] };
  readonly actions?: Readonly<Record<string, RawAction>>;
  readonly timers?: Readonly<Record<string, { readonly routes?: readonly { readonly to: string }[] }>>;
}

export interface StoredEvent {
  readonly seq: number;
  readonly at: Date;
  readonly type: string;
  readonly from_stage: string | null;
  readonly to_stage: string;
  readonly action: string | null;
  readonly actor_kind: string;
  readonly actor_id: string;
  readonly role: string | null;
  readonly on_behalf_of: string | null;
  readonly reason: string | null;
  readonly public_reason: string | null;
}

export interface StoredCase {
  readonly id: string;
  readonly number: string;
  readonly procedure_id: string;
  readonly applicant_id: string;
  readonly stage: string;
  readonly open: boolean;
  readonly on_hold: boolean;
  readonly processing_days: number | null;
  readonly payable: number | null;
  readonly changed_amount: number | null;
  readonly events: readonly StoredEvent[];
}

/** Somebody's own words about who is away when. */
export interface Away {
  readonly login: string;
  readonly substitute: string;
  readonly from: string;
  readonly to: string;
}

/** From tables/round.csv: from so many yen on the director decides, too. */
const directorFrom = 3_000_000;

const stagesOf = new Map(
  ['jitan-9', 'gold-sticker'].map((id) => {
    const text = readFileSync(join('procedures', id, 'workflow.json'), 'utf8');
    return [id, (JSON.parse(text) as { stages: Record<string, RawStage> }).stages];
  }),
);

export async function readCases(
  dataSource: DataSource,
  ids: readonly string[],
): Promise<readonly StoredCase[]> {
  const cases = await dataSource.query<Omit<StoredCase, 'events'>[]>(
    `select a.id, a.number, a.procedure_id, a.applicant_id, a.stage, a.open, a.on_hold, a.processing_days,
       (s.answers #>> '{sales,payable}')::int as payable,
       (a.state #>> '{staff,recommend,amount}')::int as changed_amount
     from application a join submission s on s.application_id = a.id and s.n = a.submission_count
     where a.id = any($1) order by a.number`,
    [ids],
  );
  const events = await dataSource.query<(StoredEvent & { application_id: string })[]>(
    'select * from application_event where application_id = any($1) order by application_id, seq',
    [ids],
  );
  const byCase = new Map<string, StoredEvent[]>();
  for (const event of events)
    byCase.set(event.application_id, [...(byCase.get(event.application_id) ?? []), event]);
  return cases.map((one) => ({ ...one, events: byCase.get(one.id) ?? [] }));
}

/** Everything that is wrong with what happened to one application, in words; empty when nothing is. */
export class Judge {
  private readonly loginOf: ReadonlyMap<string, string>;

  constructor(
    staff: readonly { readonly id: string; readonly login: string }[],
    private readonly away: readonly Away[],
  ) {
    this.loginOf = new Map(staff.map(({ id, login }) => [id, login]));
  }

  faultsOf(one: StoredCase): readonly string[] {
    const stages = stagesOf.get(one.procedure_id) ?? {};
    const faults: string[] = [];
    const been: string[] = [];
    let stood: string | null = null;
    for (const [index, event] of one.events.entries()) {
      const tell = (what: string): void =>
        void faults.push(`${one.number} ${event.seq} ${event.type}: ${what}`);
      if (event.seq !== index + 1) tell('a line is missing');
      if (event.from_stage !== stood && event.type !== 'arrived')
        tell(`comes from ${event.from_stage ?? '-'}`);
      if (stages[stood ?? '']?.kind === 'final') tell('something happened after the end');
      if (index > 0 && event.at < (one.events[index - 1]?.at ?? event.at)) tell('goes back in time');
      this.judgeActor(one, event, stages[stood ?? ''], tell);
      this.judgeMove(one, index, stages, been, tell);
      stood = event.to_stage;
      if (been.at(-1) !== stood) been.push(stood);
    }
    if (stages[stood ?? '']?.kind !== 'final') faults.push(`${one.number} never ended: ${stood ?? '-'}`);
    if (one.open || one.stage !== stood) faults.push(`${one.number} is stored as ${one.stage}`);
    faults.push(...this.judgeApproval(one), ...judgeClock(one, stages));
    return faults;
  }

  /** By a role of their own or one that was lent that day, which the workflow names for the action. */
  private judgeActor(
    one: StoredCase,
    event: StoredEvent,
    stage: RawStage | undefined,
    tell: (what: string) => void,
  ): void {
    if (event.actor_kind === 'applicant' && event.actor_id !== one.applicant_id) tell('a stranger acted');
    if (event.actor_kind !== 'staff') return;
    const login = this.loginOf.get(event.actor_id);
    if (login === undefined) return tell('nobody knows who it was');
    const rolesOf = (who: string): readonly string[] =>
      officials.find((official) => official.login === who)?.roles[one.procedure_id] ?? [];
    if (event.type !== 'action' && event.type !== 'approved') {
      const day = dayInJapan(event.at);
      const lent = this.away.filter((a) => a.substitute === login && a.from <= day && day <= a.to);
      const all = [login, ...lent.map((a) => a.login)].flatMap(rolesOf);
      if (!partsOf(stage).some((role) => all.includes(role)))
        tell(`${login} had no part in ${event.from_stage ?? '-'}`);
      return;
    }
    const action = stage?.actions?.[event.action ?? ''];
    if (!action || action.by === 'applicant') return tell(`no such action of staff: ${event.action ?? '-'}`);
    if (!(action.roles ?? partsOf(stage)).includes(event.role ?? '')) tell(`${event.role ?? '-'} may not`);
    const holder = event.on_behalf_of === null ? login : this.loginOf.get(event.on_behalf_of);
    if (!rolesOf(holder ?? '').includes(event.role ?? ''))
      tell(`${holder ?? '-'} is no ${event.role ?? '-'}`);
    if (event.on_behalf_of !== null) {
      const day = dayInJapan(event.at);
      const lent = this.away.some(
        (a) => a.login === holder && a.substitute === login && a.from <= day && day <= a.to,
      );
      if (!lent) tell(`${login} stood in for ${holder ?? '-'} on ${day}`);
    }
    const barred = one.events.filter(
      (before) =>
        before.seq < event.seq &&
        (before.type === 'action' || before.type === 'approved') &&
        action.notActorOf?.includes(before.from_stage ?? ''),
    );
    const people = [event.actor_id, event.on_behalf_of];
    if (barred.some(({ actor_kind, actor_id }) => actor_kind === 'staff' && people.includes(actor_id)))
      tell(`${login} decided on work of their own`);
  }

  /** Along a way of the workflow; and back only with a reason for each side. */
  private judgeMove(
    { events, procedure_id: id }: StoredCase,
    index: number,
    stages: Readonly<Record<string, RawStage>>,
    been: readonly string[],
    tell: (what: string) => void,
  ): void {
    const event = events[index];
    if (!event || event.from_stage === event.to_stage || event.from_stage === null) return;
    const stage = stages[event.from_stage];
    const way =
      event.type === 'timer'
        ? stage?.timers?.[event.action ?? '']?.routes
        : stage?.actions?.[event.action ?? '']?.routes;
    const origin = been.at(-2);
    const ends = (way ?? []).map(({ to }) => (to === '@origin' ? origin : to));
    if (event.type !== 'checked' && !ends.includes(event.to_stage))
      tell(`no way to ${event.to_stage} in ${id}`);
    // The stages stand in their order in the file.
    const order = Object.keys(stages);
    const isBack = order.indexOf(event.to_stage) < order.indexOf(event.from_stage);
    if (!isBack || event.actor_kind === 'applicant') return;
    if (!event.reason?.trim()) tell('went back without a reason for colleagues');
    if (!event.public_reason?.trim()) tell('went back without a reason for the applicant');
  }

  /** Two people at least, and the director from a certain amount on. */
  private judgeApproval(one: StoredCase): readonly string[] {
    if (one.procedure_id !== 'jitan-9') return [];
    const decided = one.events.find(({ type, action }) => type === 'action' && action === 'approve');
    if (!decided) return [];
    const yes = one.events.filter(
      (event) =>
        event.seq <= decided.seq &&
        event.action === 'approve' &&
        event.seq > lastEntry(one, 'decision', decided.seq),
    );
    const wanted =
      (one.changed_amount ?? one.payable ?? 0) >= directorFrom ? ['approver', 'director'] : ['approver'];
    const roles = yes.map(({ role }) => role);
    const people = yes
      .flatMap(({ actor_id, on_behalf_of }) => [actor_id, on_behalf_of])
      .filter((id) => id !== null);
    return [
      ...(String(roles) === String(wanted)
        ? []
        : [`${one.number} was approved by ${String(roles)}, not ${String(wanted)}`]),
      ...(new Set(people).size === people.length ? [] : [`${one.number}: one person said yes twice`]),
    ];
  }
}

/** The step that came last into the stage before a line of the history. */
function lastEntry({ events }: StoredCase, stage: string, before: number): number {
  return Math.max(
    0,
    ...events
      .filter(({ seq, from_stage: from, to_stage: to }) => seq < before && to === stage && from !== stage)
      .map(({ seq }) => seq),
  );
}

function partsOf(stage: RawStage | undefined): readonly string[] {
  const steps = stage?.approvers?.steps.map(({ role }) => role) ?? [];
  return [...(stage?.role === undefined ? [] : [stage.role]), ...steps];
}

/** 標準処理期間: working days from the day after the arrival to the decision, without those that the applicant had. */
function judgeClock(one: StoredCase, stages: Readonly<Record<string, RawStage>>): readonly string[] {
  const moves = one.events.filter(({ from_stage: from, to_stage: to }) => from !== to);
  const last = moves.at(-1);
  if (stages[last?.to_stage ?? '']?.outcome === 'withdrawn') {
    return one.processing_days === null
      ? []
      : [`${one.number} was withdrawn, and has ${one.processing_days} days`];
  }
  const days = moves.slice(0, -1).reduce((sum, { to_stage: stage, at }, index) => {
    const left = moves[index + 1]?.at ?? at;
    return stages[stage]?.clock === 'stops' ? sum : sum + workdaysBetween(dayInJapan(at), dayInJapan(left));
  }, 0);
  return days === one.processing_days
    ? []
    : [`${one.number}: ${days} days by the calendar, ${one.processing_days ?? '-'} by the clock`];
}
