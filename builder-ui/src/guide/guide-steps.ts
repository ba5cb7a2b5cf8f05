import type { Problem, ProcedureFiles } from '#engine';
import type { AreaName } from '../draft/areas.js';
import { outlineOf } from '../form/use-outline.js';
import { readDraftWorkflow } from '../workflow/draft-workflow.js';

export interface GuideStep {
  readonly area: AreaName;
  readonly done: boolean;
}

/** What the guide goes by: the draft as it is, never what was clicked. */
export interface GuideState {
  readonly files: ProcedureFiles;
  readonly problems: readonly Problem[];
  /** The compiler has looked at these very files. */
  readonly isChecked: boolean;
  readonly isAsked: boolean;
}

/** The way from an empty draft to its publication, in the order in which it is walked. */
export function guideSteps({ files, problems, isChecked, isAsked }: GuideState): readonly GuideStep[] {
  const errors = problems.filter(({ level }) => level === 'error');
  const isSound = (file: RegExp): boolean => isChecked && !errors.some(({ path }) => file.test(path));
  const has = (file: RegExp): boolean => Object.keys(files).some((one) => file.test(one));
  const pages = outlineOf(files);
  const stages = readDraftWorkflow(files)?.stages ?? [];
  const hasEnd = stages.some(({ kind }) => kind === 'final') && stages.some(({ kind }) => kind !== 'final');
  return [
    { area: 'basics', done: isSound(/^procedure\.json/) },
    { area: 'form', done: pages.some(({ fields }) => fields.length > 0) && isSound(/^(form\.|tables\/)/) },
    { area: 'workflow', done: hasEnd && isSound(/^workflow\.json/) },
    { area: 'messages', done: has(/^messages\//) && isSound(/^(messages|notices)\//) },
    {
      area: 'english',
      done:
        has(/^texts\/en\.json$/) && isSound(/./) && !problems.some(({ code }) => code === 'english-missing'),
    },
    { area: 'try', done: has(/^examples\/.+\.json$/) && isSound(/^examples\//) },
    { area: 'publish', done: isAsked },
  ];
}
