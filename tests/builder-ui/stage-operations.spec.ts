import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { compileProcedure, type ProcedureFiles } from '#engine';
import { readDraftWorkflow } from '../../builder-ui/src/workflow/draft-workflow.js';
import {
  addStage,
  freeTitle,
  connect,
  removeStage,
  stageBetween,
  type StageKind,
} from '../../builder-ui/src/workflow/stage-operations.js';
import { performAll } from '../../builder-ui/src/workspace/perform-all.js';
import { readFolder } from '../../src/procedures/read-folder.js';

const START = join('src', 'cli', 'new', 'start');
const workflowOf = (files: ProcedureFiles) => {
  const workflow = readDraftWorkflow(files);
  if (!workflow) throw new Error('no workflow');
  return workflow;
};

describe('what an author does to a circuit', () => {
  it('puts a stage between two, and both ways lead on', async () => {
    const files = await readFolder(START);
    const workflow = workflowOf(files);
    const way = workflow.stages[0]?.ways.find(({ to }) => to === 'decision');
    if (!way) throw new Error('no way');
    const { name, operations } = stageBetween(workflow, way, 'inspection');
    const done = performAll(files, operations);
    if (!done.ok) throw new Error(JSON.stringify(done.problems));
    expect(name).toBe('visit');
    const after = workflowOf(done.files);
    expect(after.stages.map((stage) => stage.name).slice(0, 4)).toEqual([
      'review',
      'correction',
      'visit',
      'decision',
    ]);
    expect(after.stages[0]?.ways.map(({ to }) => to)).toContain('visit');
    expect(after.stages[2]?.ways.map(({ to }) => to)).toEqual(['decision']);
    const compiled = compileProcedure(done.files);
    // What is left to do is what only the author knows: English words, and examples that pass the new stage.
    expect(compiled.ok ? [] : compiled.problems.filter(({ level }) => level === 'error')).toEqual([]);
  });

  it('gives a stage between two the name of the way and what it sends, and the way the name of the stage', async () => {
    const files = await readFolder('src/builder/starting-points/notification');
    const workflow = workflowOf(files);
    const way = workflow.stages.flatMap(({ ways }) => ways).find(({ to }) => to === 'accepted');
    if (!way) throw new Error('no way');
    const before = workflow.stages.find(({ name }) => name === way.from)?.actions;
    const { title, value } = before?.find(({ name }) => name === way.owner.name) ?? {};
    const { name, operations } = stageBetween(workflow, way, 'approval', '課長の確認');
    const done = performAll(files, operations);
    if (!done.ok) throw new Error(JSON.stringify(done.problems));
    const stageOf = (wanted: string) => workflowOf(done.files).stages.find((stage) => stage.name === wanted);
    const left = stageOf(way.from)?.actions.find((action) => action.name === way.owner.name);
    expect([left?.title, left?.value['effects']]).toEqual(['「課長の確認」へ進める', undefined]);
    const [approve] = stageOf(name)?.actions ?? [];
    expect(value?.['effects']).toBeDefined();
    expect([approve?.title, approve?.value['effects']]).toEqual([title, value?.['effects']]);
  });

  it('names a second stage of a kind so that officials can tell it from the first', async () => {
    const workflow = workflowOf(await readFolder(START));
    expect(freeTitle(workflow, 'review')).toBe('審査2');
    expect(freeTitle(workflow, 'inspection')).toBe('現地確認');
  });

  it.each<StageKind>(['check', 'review', 'approval', 'correction', 'inspection', 'waiting', 'final'])(
    'adds a stage of the kind %s that the compiler can read',
    async (kind) => {
      const files = await readFolder(START);
      const done = performAll(files, addStage(workflowOf(files), kind, 'granted', null).operations);
      if (!done.ok) throw new Error(JSON.stringify(done.problems));
      const compiled = compileProcedure(done.files);
      const codes = compiled.ok ? [] : compiled.problems.filter(({ level }) => level === 'error');
      // What nothing leads to yet, and a correction that nobody asks for comes back to nobody.
      expect(['stage-unreachable', 'stage-without-way-out']).toEqual(
        expect.arrayContaining(codes.map(({ code }) => code)),
      );
    },
  );

  it('removes a stage and leads around it', async () => {
    const files = await readFolder(START);
    const done = performAll(files, removeStage(workflowOf(files), 'decision', 'granted'));
    if (!done.ok) throw new Error(JSON.stringify(done.problems));
    const after = workflowOf(done.files);
    expect(after.stages.flatMap(({ ways }) => ways).filter(({ to }) => to === 'decision')).toEqual([]);
  });

  it('draws a line back with both reasons, one to a correction with what is to be corrected', async () => {
    const workflow = workflowOf(await readFolder(START));
    const [back] = connect(workflow, 'decision', 'review');
    expect(back).toMatchObject({
      part: { of: 'actions', stage: 'decision', name: 'to_review' },
      value: { requires: { reason: true, publicReason: true }, routes: [{ to: 'review' }] },
    });
    const [ask] = connect(workflow, 'decision', 'correction');
    expect(ask).toMatchObject({ value: { requires: { targets: true } } });
    expect(connect(workflow, 'granted', 'review')).toEqual([]);
  });
});
