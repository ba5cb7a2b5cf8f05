import {
  type Answers,
  type ApplicationFacts,
  type CorrectionTarget,
  type DocumentModel,
  type Effect,
  type Evaluation,
  type HistoryEntry,
  type IsoInstant,
  type JsonValue,
  nextTimer,
  type PageValidators,
  type Problem,
  type Procedure,
  readExample,
  runExample,
  type WorkflowState,
} from '#engine';

type Members = Readonly<Record<string, JsonValue>>;

/** Somebody of the office, made up for the rehearsal. */
export interface Person {
  readonly id: string;
  readonly role: string;
  readonly title: string;
}

export function actorOf({ id, role }: Person) {
  return { kind: 'staff', id, roles: [role] } as const;
}

/** What was done so far, as an example file says it: so a rehearsal can be kept, and played again after a change. */
export interface Recording {
  readonly title: string;
  readonly now: IsoInstant;
  readonly answers: Answers;
  readonly steps: readonly Members[];
}

/** A mail or notice that fell into the tray. */
export interface Letter {
  readonly kind: Effect['kind'];
  readonly template: string;
  readonly at: IsoInstant;
  readonly document: DocumentModel;
}

export interface Lived {
  /** Null while nothing has arrived, because the answers have errors. */
  readonly state: WorkflowState | null;
  readonly application: ApplicationFacts | null;
  readonly evaluation: Evaluation | null;
  /** Errors of what was submitted last. */
  readonly problems: readonly Problem[];
  readonly history: readonly HistoryEntry[];
  readonly letters: readonly Letter[];
  /** Code with which the last step was refused; null when it was carried out. */
  readonly refused: string | null;
  /** An expression or text that failed on the way. */
  readonly stopped: string | null;
  /** Stage and effects after the arrival and after each step: what an example expects. */
  readonly outcomes: readonly Members[];
}

/** One more step of a rehearsal. */
export type Doing =
  | {
      readonly kind: 'official';
      readonly person: Person;
      readonly action: string;
      readonly reason?: string;
      readonly publicReason?: string;
      readonly targets?: readonly CorrectionTarget[];
      readonly fields?: Readonly<Record<string, JsonValue>>;
    }
  | {
      readonly kind: 'override';
      readonly person: Person;
      readonly field: string;
      /** null: as computed again. */
      readonly value: JsonValue;
      readonly reason: string;
      readonly publicReason: string;
    }
  /** Until the official looks again on that day; null: gone on with. */
  | {
      readonly kind: 'hold';
      readonly person: Person;
      readonly reviewOn: string | null;
      readonly reason: string;
    }
  | { readonly kind: 'applicant'; readonly action: string; readonly answers?: Answers };

/** Lives a recording through from its beginning, with nothing but the engine: no server, nothing stored. */
export function live(procedure: Procedure, recording: Recording, validators: PageValidators): Lived {
  const { example, problems: unreadable } = readExample('examples/rehearsal.json', textOf(recording));
  if (!example)
    return { ...NOTHING, stopped: unreadable.map(({ path, code }) => `${path} ${code}`).join(', ') };
  const seen = {
    evaluation: null as Evaluation | null,
    problems: [] as readonly Problem[],
    state: null as WorkflowState | null,
    application: null as ApplicationFacts | null,
    history: [] as HistoryEntry[],
    letters: [] as Letter[],
    outcomes: [] as Members[],
    refused: null as string | null,
  };
  const found = runExample(procedure, example, validators, {
    submitted: (evaluation, problems) => {
      seen.evaluation = evaluation;
      seen.problems = problems.filter(({ level }) => level === 'error');
    },
    moved: ({ result, application }) => {
      seen.state = result.state;
      seen.application = application;
      seen.history.push(...result.history);
      seen.refused = null;
      const effects = result.effects.map(({ kind, template }) => ({ [kind]: template }));
      seen.outcomes.push({ stage: result.state.stage, effects });
    },
    refused: (_step, code) => {
      seen.refused = code;
      seen.outcomes.push({ refused: code });
    },
    sent: ({ kind, template }, document, at) => seen.letters.push({ kind, template, at, document }),
  });
  const stopped = found.find(({ code }) => code === 'example-stopped')?.params?.['message'];
  return { ...seen, stopped: stopped === undefined ? null : String(stopped) };
}

const NOTHING: Lived = {
  state: null,
  application: null,
  evaluation: null,
  problems: [],
  history: [],
  letters: [],
  refused: null,
  stopped: null,
  outcomes: [],
};

export function withDoing(recording: Recording, doing: Doing, now: IsoInstant): Recording {
  const by: JsonValue =
    doing.kind === 'applicant' ? 'applicant' : { id: doing.person.id, roles: [doing.person.role] };
  return { ...recording, steps: [...recording.steps, { by, now, ...given(doing) }] };
}

function given(doing: Doing): Members {
  const told = (words: 'reason' | 'publicReason', text: string | undefined): Members =>
    text ? { [words]: text } : {};
  switch (doing.kind) {
    case 'official': {
      const { action, reason, publicReason, targets = [], fields = {} } = doing;
      return {
        action,
        ...told('reason', reason),
        ...told('publicReason', publicReason),
        ...(targets.length > 0 ? { targets: targets.map(({ path, comment }) => ({ path, comment })) } : {}),
        ...(Object.keys(fields).length > 0 ? { fields } : {}),
      };
    }
    case 'override': {
      const { field, value, reason, publicReason } = doing;
      return { override: field, value, ...told('reason', reason), ...told('publicReason', publicReason) };
    }
    case 'hold':
      return { hold: doing.reviewOn, ...told('reason', doing.reason) };
    case 'applicant':
      return { action: doing.action, ...(doing.answers ? { answers: doing.answers as Members } : {}) };
  }
}

export function withoutLast(recording: Recording): Recording {
  return { ...recording, steps: recording.steps.slice(0, -1) };
}

/** The calendar goes on to a day: timers that are due fire on theirs, one after the other. */
export function skipTo(
  procedure: Procedure,
  recording: Recording,
  validators: PageValidators,
  until: IsoInstant,
): Recording {
  let now = recording;
  for (let fired = 0; fired < MOST_TIMERS; fired++) {
    const { state, application } = live(procedure, now, validators);
    const next = state && application && nextTimer(procedure, state, application);
    if (!next || Date.parse(next.at) > Date.parse(until)) return now;
    const last = now.steps.at(-1)?.['now'];
    const before = typeof last === 'string' ? last : now.now;
    // One that was due before anybody looked fires now.
    const at = Date.parse(next.at) < Date.parse(before) ? before : next.at;
    now = { ...now, steps: [...now.steps, { timer: next.timer, now: at }] };
  }
  return now;
}

/** A circuit whose timers never end would be a problem; this only keeps a draft with one from hanging. */
const MOST_TIMERS = 200;
const DAY_MS = 86_400_000;

/** The same time of the day, so many days later, in Japan. */
export function daysLater(now: IsoInstant, days: number): IsoInstant {
  return inJapan(new Date(Date.parse(now) + days * DAY_MS));
}

export function inJapan(at: Date): IsoInstant {
  return `${new Date(at.getTime() + 9 * 3_600_000).toISOString().slice(0, 19)}+09:00`;
}

/** Two for each role: where four eyes are needed, one of them has already seen it. */
export function peopleOf(procedure: Procedure): readonly Person[] {
  return [...procedure.workflow.roles].flatMap(([role, { title }]) =>
    [1, 2].map((number) => ({ id: `${role}-${number}`, role, title: `${title}${'ＡＢ'[number - 1] ?? ''}` })),
  );
}

/** The recording as a file of examples/, with what came out as what must come out. */
export function exampleOf(recording: Recording, { outcomes }: Lived): Members {
  const [arrival, ...after] = outcomes;
  const steps = recording.steps.map((step, index) => {
    const outcome = after[index];
    return outcome ? { ...step, expect: outcome } : step;
  });
  return {
    title: recording.title,
    now: recording.now,
    answers: recording.answers as Members,
    ...(arrival ? { expect: arrival } : {}),
    ...(steps.length > 0 ? { steps } : {}),
  };
}

function textOf({ title, now, answers, steps }: Recording): string {
  return JSON.stringify({ title, now, answers, steps });
}

/** What an example file says, to go on from. Null where it cannot be read. */
export function recordingOf(text: string): Recording | null {
  const { example } = readExample('examples/x.json', text);
  if (!example) return null;
  const raw = JSON.parse(text) as { readonly steps?: readonly Members[] };
  const steps = (raw.steps ?? []).map((step) =>
    Object.fromEntries(Object.entries(step).filter(([key]) => key !== 'expect')),
  );
  return { title: example.title, now: example.now, answers: example.answers, steps };
}
