import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CIRCUITS, type ProcedureFiles } from '#engine';
import { type DraftWorkflow, readDraftWorkflow } from '../../builder-ui/src/workflow/draft-workflow.js';
import type { Line } from '../../builder-ui/src/workflow/picture/circuit-lines.js';
import { type Box, type Layout, layOut, type Point } from '../../builder-ui/src/workflow/picture/lay-out.js';
import { roomFor } from '../../builder-ui/src/workflow/picture/sizes.js';
import { neighbour } from '../../builder-ui/src/workflow/picture/walk.js';
import { readFolder } from '../../src/procedures/read-folder.js';

const START = join('src', 'cli', 'new', 'start');
const SHIPPED = ['enquete', 'gold-sticker', 'jitan-9', 'shomei'].map((name) => join('procedures', name));

function workflowOf(files: ProcedureFiles): DraftWorkflow {
  const workflow = readDraftWorkflow(files);
  if (!workflow) throw new Error('no workflow');
  return workflow;
}

const written = (workflow: unknown): DraftWorkflow =>
  workflowOf({ 'workflow.json': JSON.stringify(workflow) });
const pictureOf = (workflow: DraftWorkflow): Layout =>
  layOut(workflow, ({ titles }: Line, isBack) => roomFor(titles.slice(0, 2).join('、'), !isBack));

/** A kind and where each of its actions leads, by number. */
type Plan = readonly { readonly kind: string; readonly to: readonly number[]; readonly returns: boolean }[];

function planned(plan: Plan): DraftWorkflow {
  const stages = plan.map(({ kind, to, returns }, index) => [
    `s${index}`,
    {
      kind,
      title: `段階${index}`,
      actions: Object.fromEntries([
        ...to.map((target, nth) => [
          `a${nth}`,
          {
            title: '確かめて次へ進める'.slice(0, 2 + (target % 8)),
            routes: [{ to: `s${target % plan.length}` }],
          },
        ]),
        ...(returns ? [['back', { title: '直して出す', routes: [{ to: '@origin' }] }]] : []),
      ]),
    },
  ]);
  return written({ start: 's0', stages: Object.fromEntries(stages) as unknown });
}

const anyPlan = (most: number): fc.Arbitrary<Plan> =>
  fc.array(
    fc.record({
      kind: fc.constantFrom('check', 'review', 'review', 'approval', 'correction', 'waiting', 'final'),
      to: fc.array(fc.nat(most - 1), { maxLength: 4 }),
      returns: fc.boolean(),
    }),
    { minLength: 1, maxLength: most },
  );

/** What the eye would stumble over. */
function faultsOf({ stages, lines }: Layout): readonly string[] {
  const faults: string[] = [];
  const boxes = [...stages].map(([name, box]) => ({ name, box }));
  boxes.forEach(({ name, box }, index) => {
    for (const other of boxes.slice(index + 1))
      if (overlap(box, other.box)) faults.push(`${name} lies upon ${other.name}`);
  });
  lines.forEach((line, index) => {
    const name = `${line.from}→${line.to}`;
    for (const stage of boxes) {
      if (overlap(line.words, stage.box)) faults.push(`words of ${name} lie upon ${stage.name}`);
      if (stretches(line.points).some((stretch) => overlap(stretch, stage.box)))
        faults.push(`${name} runs behind ${stage.name}`);
    }
    const ends = [stages.get(line.from), stages.get(line.to)];
    for (const [nth, point] of [line.points[0], line.points.at(-1)].entries())
      if (!point || !ends[nth] || !isAtEdge(point, ends[nth])) faults.push(`${name} ends in the air`);
    if (stretches(line.points).some(({ width, height }) => width > 0 && height > 0))
      faults.push(`${name} runs aslant`);
    lines.forEach((other, nth) => {
      const otherName = `${other.from}→${other.to}`;
      if (nth > index && overlap(line.words, other.words)) faults.push(`words of ${name} and ${otherName}`);
      if (nth !== index && stretches(other.points).some((stretch) => overlap(stretch, line.words)))
        faults.push(`${otherName} runs behind the words of ${name}`);
      const isJoined = line.from === other.from || line.to === other.to;
      if (nth > index && !isJoined && coveredLength(line.points, other.points) > 1)
        faults.push(`${name} lies upon ${otherName}`);
    });
  });
  return faults;
}

function stretches(points: readonly Point[]): readonly Box[] {
  return points.slice(1).map(({ x, y }, index) => {
    const before = points[index] ?? { x, y };
    return {
      x: Math.min(x, before.x),
      y: Math.min(y, before.y),
      width: Math.abs(x - before.x),
      height: Math.abs(y - before.y),
    };
  });
}

function overlap(a: Box, b: Box): boolean {
  return (
    a.x < b.x + b.width - 0.5 &&
    b.x < a.x + a.width - 0.5 &&
    a.y < b.y + b.height - 0.5 &&
    b.y < a.y + a.height - 0.5
  );
}

function isAtEdge({ x, y }: Point, box: Box): boolean {
  const isWithin = x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;
  return isWithin && (x === box.x || x === box.x + box.width || y === box.y || y === box.y + box.height);
}

function coveredLength(one: readonly Point[], other: readonly Point[]): number {
  let most = 0;
  for (const a of stretches(one))
    for (const b of stretches(other)) {
      const across = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
      const down = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
      if (Math.abs(across) < 0.5 && a.width === 0 && b.width === 0) most = Math.max(most, down);
      if (Math.abs(down) < 0.5 && a.height === 0 && b.height === 0) most = Math.max(most, across);
    }
  return most;
}

describe('the picture of a circuit', () => {
  it('has the usual way straight down, the correction beside it and the ends at the bottom', async () => {
    const { spots, stages } = pictureOf(workflowOf(await readFolder(START)));
    expect(Object.fromEntries(spots)).toEqual({
      review: { step: 0, side: 0 },
      correction: { step: 0, side: 1 },
      decision: { step: 1, side: 0 },
      refusal: { step: 1, side: 1 },
      granted: { step: 2, side: 0 },
      refused: { step: 2, side: 1 },
      withdrawn: { step: 2, side: 2 },
    });
    expect(stages.get('decision')?.x).toBe(stages.get('granted')?.x);
  });

  it.each([START, ...SHIPPED])(
    'of %s has no line behind a stage and no words upon others',
    async (folder) => {
      expect(faultsOf(pictureOf(workflowOf(await readFolder(folder))))).toEqual([]);
    },
  );

  it.each(CIRCUITS.map((circuit) => [circuit.id, circuit] as const))(
    'of the template %s is as clear',
    (_, { workflow }) => {
      expect(faultsOf(pictureOf(written(workflow)))).toEqual([]);
    },
  );

  it('of any circuit at all is as clear, up to 40 stages', () => {
    const plan = (
      ...stages: readonly (readonly [kind: string, to: readonly number[], returns?: true])[]
    ): Plan => stages.map(([kind, to, returns = false]) => ({ kind, to, returns }));
    // Lines that cannot but come near each other, that hardly any order keeps apart, and that none does.
    const crowded = plan(['check', [3]], ['check', []], ['check', [4]], ['check', [4]], ['check', [0, 2]]);
    const entwined = plan(
      ['check', [3, 5, 0]],
      ['check', [6, 3, 4]],
      ['correction', [1]],
      ['check', [5, 0, 2]],
      ['correction', [0]],
      ['check', [1, 6]],
      ['check', [1]],
    );
    const exchanging = plan(
      ['waiting', [4], true],
      ['review', [6, 4], true],
      ['waiting', [3, 6, 3, 2]],
      ['final', [8, 7, 1, 4]],
      ['review', [5, 3], true],
      ['approval', [2]],
      ['review', [4, 0, 3, 0], true],
      ['check', []],
    );
    fc.assert(
      fc.property(anyPlan(9), (any) => {
        expect(faultsOf(pictureOf(planned(any)))).toEqual([]);
      }),
      { numRuns: 300, examples: [[crowded], [entwined], [exchanging]] },
    );
    fc.assert(
      fc.property(anyPlan(40), (any) => {
        expect(faultsOf(pictureOf(planned(any)))).toEqual([]);
      }),
      { numRuns: 10 },
    );
  });

  it('tells ways back from ways on, and draws those to one stage as one line in the end', async () => {
    const { lines } = pictureOf(workflowOf(await readFolder(START)));
    const back = lines.filter(({ isBack }) => isBack);
    expect(back.map(({ from, to }) => `${from} ${to}`)).toEqual(['decision review', 'refusal review']);
    const [one, other] = back.map(({ points }) => points.slice(-2));
    expect(one?.at(-1)).toEqual(other?.at(-1));
    expect(one?.map(({ x }) => x)).toEqual(other?.map(({ x }) => x));
  });

  it('stays as it is where a stage more is put between two', () => {
    const stage = (...to: readonly string[]) => ({
      kind: to.length > 0 ? 'review' : 'final',
      actions: Object.fromEntries(to.map((one) => [one, { title: one, routes: [{ to: one }] }])),
    });
    const before = {
      a: stage('b', 'c'),
      b: stage('d', 'x'),
      c: stage('d', 'x'),
      d: stage('x', 'a'),
      x: stage(),
    };
    const after = { ...before, b: stage('new', 'x'), new: stage('d') };
    const order = (stages: object): readonly string[] =>
      [...pictureOf(written({ start: 'a', stages })).stages]
        .filter(([name]) => name !== 'new')
        .toSorted(([, a], [, b]) => a.y - b.y || a.x - b.x)
        .map(([name]) => name);
    expect(order(after)).toEqual(order(before));
  });

  it('is walked by arrow keys along its lines', async () => {
    const layout = pictureOf(workflowOf(await readFolder(START)));
    expect(neighbour(layout, 'review', 'down')).toBe('decision');
    expect(neighbour(layout, 'decision', 'right')).toBe('refusal');
    expect(neighbour(layout, 'decision', 'up')).toBe('review');
    expect(neighbour(layout, 'review', 'up')).toBeNull();
  });

  it('is drawn of work in progress: a stage that nothing leads to, a way that leads nowhere', () => {
    const stages = { a: { kind: 'review', actions: { go: { routes: [{ to: 'gone' }, 7] } } }, b: 3, c: {} };
    expect([...pictureOf(written({ start: 'a', stages })).spots.keys()]).toEqual(['a', 'c']);
    expect(readDraftWorkflow({ 'workflow.json': '{' })).toBeNull();
  });
});
