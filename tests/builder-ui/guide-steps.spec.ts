import { describe, expect, it } from '@jest/globals';
import type { ProcedureFiles } from '#engine';
import { englishLines, filtered } from '../../builder-ui/src/english/english-lines.js';
import { guideSteps } from '../../builder-ui/src/guide/guide-steps.js';
import { checkDraft } from '../../builder-ui/src/problems/check-draft.js';
import { readFolder } from '../../src/procedures/read-folder.js';
import { compiled } from '../engine/versions/small-version.js';

const done = (files: ProcedureFiles, isAsked = false): string[] =>
  guideSteps({ files, problems: checkDraft(files).problems, isChecked: true, isAsked })
    .filter((step) => step.done)
    .map(({ area }) => area);

describe('the guide of a first procedure', () => {
  it('has nothing done where a procedure is begun from nothing, but its review to begin with', async () => {
    const blank = await readFolder('src/builder/starting-points/blank');
    expect(done(blank)).not.toContain('basics');
    expect(done(blank)).not.toContain('form');
    expect(done(blank)).not.toContain('publish');
  });

  it('ticks itself by what the draft holds, whoever wrote it', async () => {
    const grant = await readFolder('procedures/jitan-9');
    expect(done(grant, true)).toEqual([
      'basics',
      'form',
      'workflow',
      'messages',
      'english',
      'try',
      'publish',
    ]);
  });

  it('takes a tick back with what it was for', async () => {
    const files = await readFolder('procedures/jitan-9');
    const broken = {
      ...files,
      'procedure.json': (files['procedure.json'] ?? '').replace('"phone"', '"fon"'),
    };
    expect(done(broken)).not.toContain('basics');
    expect(
      guideSteps({ files, problems: [], isChecked: false, isAsked: false }).some((step) => step.done),
    ).toBe(false);
  });
});

describe('the English of a draft', () => {
  it('stands beside the Japanese, what is missing can be found, and both are searched', async () => {
    const files = {
      ...(await readFolder('src/builder/starting-points/notification')),
      'texts/en.json': '{ "受理": "Accepted by us" }',
    };
    const lines = englishLines(compiled(files).procedure, files);
    expect(lines.find(({ japanese }) => japanese === '受理')).toEqual({
      japanese: '受理',
      english: 'Accepted by us',
    });
    expect(filtered(lines, 'accepted BY', false)).toHaveLength(1);
    expect(filtered(lines, '', true)).toHaveLength(lines.length - 1);
    expect(filtered(lines, '受理', true).map(({ english }) => english)).not.toContain('Accepted by us');
  });
});
