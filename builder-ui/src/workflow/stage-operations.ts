import type { JsonValue, Operation } from '#engine';
import {
  type DraftPart,
  type DraftStage,
  type DraftWorkflow,
  isMembers,
  listOf,
  type Members,
  type Way,
  type WayOwner,
} from './draft-workflow.js';

/** Kinds of stage as workflow.json names them. */
export type StageKind = 'check' | 'review' | 'approval' | 'correction' | 'inspection' | 'waiting' | 'final';

/** Titles and sentences of what is made, in Japanese: they are the procedure's. */
const NEW: Readonly<
  Record<StageKind, { readonly name: string; readonly title: string; readonly status: readonly string[] }>
> = {
  check: {
    name: 'check',
    title: '自動チェック',
    status: ['受け付けました', '内容を確かめています。', 'progress'],
  },
  review: { name: 'review', title: '審査', status: ['審査中', '内容を確かめています。', 'progress'] },
  approval: {
    name: 'decision',
    title: '決裁',
    status: ['最終審査中', '責任者が、結果を決めています。', 'progress'],
  },
  correction: {
    name: 'correction',
    title: '補正待ち',
    status: [
      '補正をお願いしています',
      '直していただきたい項目があります。期限までに直して、もう一度提出してください。',
      'waiting',
    ],
  },
  inspection: {
    name: 'visit',
    title: '現地確認',
    status: ['現地確認', '職員がうかがって、現地を確かめます。', 'progress'],
  },
  waiting: { name: 'waiting', title: '待ち', status: ['手続中', '次の手続をお待ちください。', 'progress'] },
  final: { name: 'done', title: '終わり', status: ['終わりました', '手続は終わりました。', 'done'] },
};

/** Nobody decides what they have examined themselves: a decision brings its own role. */
const DECIDER = { name: 'manager', title: '課長' } as const;

/** A name that nothing here has: `review`, `review_2` … */
export function freeName(name: string, taken: readonly string[]): string {
  if (!taken.includes(name)) return name;
  let number = 2;
  while (taken.includes(`${name}_${number}`)) number++;
  return `${name}_${number}`;
}

export interface Planned {
  readonly operations: readonly Operation[];
  /** The stage that is made. */
  readonly name: string;
}

/** A stage of its kind with what every stage of that kind needs; `to` is where it leads. */
export function addStage(
  workflow: DraftWorkflow,
  kind: StageKind,
  to: string | null,
  before: string | null,
  title = freeTitle(workflow, kind),
): Planned {
  const { name: wanted, status } = NEW[kind];
  const name = freeName(
    wanted,
    workflow.stages.map((stage) => stage.name),
  );
  const value = stageValue(workflow, kind, title, status, to);
  const needsDecider = kind === 'approval' && workflow.roles.every((role) => role.name !== DECIDER.name);
  return {
    name,
    operations: [
      ...(needsDecider
        ? [
            {
              kind: 'add-part',
              part: { of: 'roles', name: DECIDER.name },
              value: { title: DECIDER.title },
            } as const,
          ]
        : []),
      {
        kind: 'add-part',
        part: { of: 'stages', name },
        value,
        ...(before === null ? {} : { before }),
      },
      ...(workflow.stages.length === 0 ? [{ kind: 'set-start', stage: name } as const] : []),
    ],
  };
}

/** 「審査」, or 「審査2」 where there is one: officials tell stages apart by it. */
export function freeTitle({ stages }: DraftWorkflow, kind: StageKind): string {
  const { title } = NEW[kind];
  const taken = stages.map((stage) => stage.title);
  if (!taken.includes(title)) return title;
  let number = 2;
  while (taken.includes(`${title}${number}`)) number++;
  return `${title}${number}`;
}

function stageValue(
  workflow: DraftWorkflow,
  kind: StageKind,
  title: string,
  [label = '', explanation = '', tone = '']: readonly string[],
  to: string | null,
): Members {
  const routes: JsonValue = to === null ? [] : [{ to }];
  const publicStatus = { label, explanation, tone };
  const [first] = workflow.roles;
  const role = workflow.roles.find((one) =>
    workflow.stages.some((stage) => stage.value['role'] === one.name),
  );
  const owned = { role: (role ?? first)?.name ?? '' };
  const go = (actionTitle: string): Members => ({
    pass: { title: actionTitle, tone: 'primary', routes },
  });
  const due = { dueWorkingDays: 5 };
  switch (kind) {
    case 'check':
      return { kind, title, publicStatus, checks: [], routes };
    case 'correction':
      return {
        kind,
        title,
        dueWorkingDays: 10,
        clock: 'stops',
        publicStatus,
        actions: {
          resubmit: {
            title: '補正して提出する',
            pastTitle: '補正を提出しました',
            by: 'applicant',
            tone: 'primary',
            routes: [{ to: '@origin' }],
          },
        },
      };
    case 'final':
      return { kind, title, outcome: 'approved', publicStatus };
    case 'inspection':
      return {
        kind,
        title,
        ...owned,
        ...due,
        publicStatus,
        checklist: [{ id: 'same', title: '申請の内容と現地が同じである' }],
        actions: go('適合：次へ進める'),
      };
    case 'approval':
      return {
        kind,
        title,
        role: DECIDER.name,
        ...due,
        approvers: { order: 'serial', steps: [{ role: DECIDER.name, title: DECIDER.title }] },
        publicStatus,
        actions: { approve: { title: '決定する', tone: 'primary', approves: true, routes } },
      };
    case 'review':
    case 'waiting':
      return { kind, title, ...owned, ...due, publicStatus, actions: go('次へ進める') };
  }
}

/** Of an action: what it is called and what it sends belong to where it leads. */
const OF_DESTINATION = ['title', 'pastTitle', 'effects'] as const;

/**
 * A stage between two: it leads where the way led, and the way leads to it. 「受理する」 still ends in 受理: the new stage
 * takes it over with what it sends, and what led there is called after the new stage.
 */
export function stageBetween(
  workflow: DraftWorkflow,
  way: Way,
  kind: StageKind,
  title = freeTitle(workflow, kind),
): Planned {
  const made = addStage(workflow, kind, kind === 'final' ? null : way.to, way.to, title);
  const action = actionOf(workflow, way);
  const [passing] = PASSING.filter((name) => hasAction(made, name));
  const handed =
    action && passing !== undefined && listOf(action.value['routes']).length === 1
      ? OF_DESTINATION.flatMap((keyword): readonly Operation[] => {
          const held = action.value[keyword] ?? null;
          const part = (stage: string, name: string) => ({ of: 'actions', stage, name }) as const;
          const left = keyword === 'title' ? `「${title}」へ進める` : null;
          return held === null
            ? []
            : [
                { kind: 'set-part', part: part(made.name, passing), keyword, value: held },
                { kind: 'set-part', part: part(way.from, action.name), keyword, value: left },
              ];
        })
      : [];
  return {
    name: made.name,
    operations: [...made.operations, leadTo(workflow, way, made.name), ...handed],
  };
}

/** The one action that a new stage has, by its kind. */
const PASSING = ['pass', 'approve'] as const;

function hasAction({ operations }: Planned, name: string): boolean {
  return operations.some(
    (one) => one.kind === 'add-part' && isMembers(one.value['actions']) && name in one.value['actions'],
  );
}

function actionOf({ stages }: DraftWorkflow, { from, owner }: Way): DraftPart | undefined {
  if (owner.kind !== 'action') return undefined;
  return stages.find(({ name }) => name === from)?.actions.find(({ name }) => name === owner.name);
}

/** The same way to another stage. */
export function leadTo(workflow: DraftWorkflow, way: Way, to: string): Operation {
  const route = routeOf(workflow, way);
  return {
    kind: 'set-entry',
    list: routesOf(way.from, way.owner),
    index: way.index,
    value: { ...route, to },
  };
}

/** A stage goes, and whatever led to it leads to `instead`; null: whoever reads the problems decides. */
export function removeStage(
  workflow: DraftWorkflow,
  name: string,
  instead: string | null,
): readonly Operation[] {
  const leading = workflow.stages
    .filter((stage) => stage.name !== name)
    .flatMap(({ ways }) => ways.filter(({ to, table }) => to === name && table === null));
  return [
    ...(instead === null ? [] : leading.map((way) => leadTo(workflow, way, instead))),
    ...(workflow.start === name && instead !== null ? [{ kind: 'set-start', stage: instead } as const] : []),
    { kind: 'remove-part', part: { of: 'stages', name } },
  ];
}

/** An action from one stage to another, as a line drawn between them says; an automatic check gets a route. */
export function connect(workflow: DraftWorkflow, from: string, to: string): readonly Operation[] {
  const stage = workflow.stages.find((one) => one.name === from);
  const target = workflow.stages.find((one) => one.name === to);
  if (!stage || !target || stage.kind === 'final') return [];
  if (stage.kind === 'check')
    return [{ kind: 'add-entry', list: { of: 'routes', stage: from }, value: { to } }];
  const name = freeName(
    `to_${to}`,
    stage.actions.map((action) => action.name),
  );
  const isCorrection = target.kind === 'correction';
  const isBack = positionOf(workflow, to) < positionOf(workflow, from);
  const refuses = target.value['outcome'] === 'refused' || target.value['outcome'] === 'dismissed';
  const requires: Members | null = isCorrection
    ? { targets: true }
    : isBack
      ? { reason: true, publicReason: true }
      : refuses
        ? { publicReason: 40 }
        : null;
  return [
    {
      kind: 'add-part',
      part: { of: 'actions', stage: from, name },
      value: {
        title: isCorrection ? '補正を求める' : `「${target.title}」へ進める`,
        ...(stage.kind === 'correction' ? { by: 'applicant' } : {}),
        ...(requires ? { requires } : {}),
        routes: [{ to }],
      },
    },
  ];
}

function positionOf({ stages }: DraftWorkflow, name: string): number {
  return stages.findIndex((stage) => stage.name === name);
}

export function routesOf(
  stage: string,
  owner: Pick<WayOwner, 'kind' | 'name'>,
): { readonly of: 'routes'; readonly stage: string; readonly action?: string; readonly timer?: string } {
  if (owner.kind === 'check') return { of: 'routes', stage };
  return owner.kind === 'action'
    ? { of: 'routes', stage, action: owner.name }
    : { of: 'routes', stage, timer: owner.name };
}

function routeOf({ stages }: DraftWorkflow, { from, owner, index }: Way): Members {
  const stage: DraftStage | undefined = stages.find((one) => one.name === from);
  const parts = owner.kind === 'action' ? stage?.actions : stage?.timers;
  const held = owner.kind === 'check' ? stage?.value : parts?.find(({ name }) => name === owner.name)?.value;
  const routes = held?.['routes'];
  const route = Array.isArray(routes) ? (routes[index] as JsonValue) : null;
  return typeof route === 'object' && route !== null && !Array.isArray(route) ? (route as Members) : {};
}
