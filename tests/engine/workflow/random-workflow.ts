import fc from 'fast-check';

/** Everybody who acts in a random workflow. Each role is lent by `absent` to `stand-in`. */
export const ROLES = ['clerk', 'chief', 'manager'] as const;

const status = { label: '審査中', explanation: '審査しています。', tone: 'progress' };
const withdraw = { title: '取り下げる', by: 'applicant', routes: [{ to: 'withdrawn' }] };
const reasons = { reason: '確かめ直す。', publicReason: '確かめ直します。' };

const condition = fc.constantFrom(
  undefined,
  'warnings = 0',
  'sales.total > 700000',
  'corrections < 2',
  'false',
);

/** What one stage is like; `other` picks among the stages after it, `back` among those before. */
const stageShape = fc.record({
  kind: fc.constantFrom('check', 'review', 'approval', 'inspection', 'waiting'),
  role: fc.constantFrom(...ROLES),
  due: fc.constantFrom({ dueWorkingDays: 10 }, { dueDays: 14 }),
  other: fc.nat(),
  when: condition,
  byTable: fc.boolean(),
  back: fc.option(fc.nat()),
  asks: fc.boolean(),
  order: fc.constantFrom('serial', 'parallel'),
  approvers: fc.array(fc.record({ role: fc.constantFrom(...ROLES), when: condition }), { maxLength: 3 }),
  notActorOf: fc.option(fc.nat()),
  timers: fc.array(
    fc.record({
      from: fc.constantFrom('entered', 'due', 'arrived'),
      count: fc.integer({ min: 1, max: 20 }),
      unit: fc.constantFrom('workingDays', 'days'),
      moves: fc.boolean(),
      when: condition,
    }),
    { maxLength: 3 },
  ),
});
type StageShape = typeof stageShape extends fc.Arbitrary<infer T> ? T : never;

/**
 * A workflow that compiles: stages in a row, each leading to the next, with shortcuts, ways back, corrections, approvers
 * and timers at random.
 */
export const randomWorkflow = fc.array(stageShape, { minLength: 2, maxLength: 6 }).map((shapes) => {
  const names = [...shapes.map((_, index) => `s${index}`), 'granted'];
  const stages = Object.fromEntries(
    shapes.map((shape, index) => [`s${index}`, stageOf(shape, index, names)]),
  );
  const asking = shapes.some((shape) => shape.kind !== 'check' && shape.asks);
  return {
    start: 's0',
    roles: Object.fromEntries(ROLES.map((role) => [role, { title: role, substitutes: role !== 'manager' }])),
    teams: { north: { title: '北' } },
    stages: {
      ...stages,
      ...(asking ? { correction } : {}),
      granted: final('approved'),
      ...(shapes.some((shape) => shape.kind !== 'check') || asking ? { withdrawn: final('withdrawn') } : {}),
    },
  };
});

const final = (outcome: string) => ({ kind: 'final', title: outcome, outcome, publicStatus: status });

const correction = {
  kind: 'correction',
  title: '補正待ち',
  dueWorkingDays: 5,
  publicStatus: status,
  timers: {
    remind: { title: '催促', on: { from: 'due', workingDays: -2 }, effects: [{ message: 'received' }] },
    expire: { title: '期限切れ', on: { from: 'due', days: 1 }, routes: [{ to: '@origin' }] },
  },
  actions: { resubmit: { title: '提出する', by: 'applicant', routes: [{ to: '@origin' }] }, withdraw },
};

function stageOf(shape: StageShape, index: number, names: readonly string[]) {
  const next = names[index + 1] ?? 'granted';
  const later = names[index + 1 + (shape.other % (names.length - index - 1))] ?? next;
  const shortcut = shape.byTable
    ? { table: 'routing', match: { kind: 'store.kind' }, to: later }
    : { when: shape.when ?? 'true', to: later };
  const routes = [shortcut, { to: next, team: 'north' }];
  const base = { kind: shape.kind, title: `段階${index}`, publicStatus: status };
  if (shape.kind === 'check') return { ...base, routes };
  const approval = shape.kind === 'approval' && shape.approvers.length > 0;
  const before = names[(shape.back ?? 0) % (index + 1)] ?? 's0';
  return {
    ...base,
    role: shape.role,
    ...shape.due,
    ...(approval ? { approvers: approversOf(shape) } : {}),
    timers: Object.fromEntries(shape.timers.map((timer, at) => [`t${at}`, timerOf(timer, next)])),
    actions: {
      go: {
        title: '進める',
        tone: 'primary',
        ...(approval ? { approves: true } : {}),
        ...(shape.notActorOf === null || index === 0
          ? {}
          : { notActorOf: [names[shape.notActorOf % index]] }),
        routes,
      },
      ...(shape.back === null || before === names[index]
        ? {}
        : {
            back: { title: '戻す', requires: { reason: true, publicReason: true }, routes: [{ to: before }] },
          }),
      ...(shape.asks
        ? { ask: { title: '補正を求める', requires: { targets: true }, routes: [{ to: 'correction' }] } }
        : {}),
      withdraw,
    },
  };
}

function approversOf({ order, approvers }: StageShape) {
  return {
    order,
    steps: approvers.map(({ role, when }, at) => ({
      role,
      title: role,
      ...(at === 0 || when === undefined ? {} : { when }),
    })),
  };
}

function timerOf({ from, count, unit, moves, when }: StageShape['timers'][number], next: string) {
  return {
    title: '時間',
    on: { from, [unit]: count },
    ...(when === undefined ? {} : { when }),
    ...(moves ? { routes: [{ to: next }], ...reasons } : { effects: [{ message: 'received' }] }),
  };
}
