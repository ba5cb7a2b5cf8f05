import { useMemo, type ReactNode } from 'react';
import { describeProblem, meaningInWorkflow, stageKeysOf, type Operation, type Thing } from '#engine';
import { useLanguage } from '../../../renderer-ui/src/texts/index.js';
import { Banner, Button, StatusChip, useAnnounce } from '../../../renderer-ui/src/ui/index.js';
import { Boxes, ForWriters } from '../draft/Writing.js';
import { RenameBox } from '../naming/RenameBox.js';
import { useChecked } from '../problems/use-checked.js';
import { useSigns } from '../texts/signs.js';
import { useWorkflowTexts } from '../texts/workflow.js';
import { useDraft, useWorkspace } from '../workspace/use-workspace.js';
import { type DraftStage, type DraftWorkflow, isMembers, type Members, textOf } from './draft-workflow.js';
import { InspectorProvider, problemsAt } from './inspector-context.js';
import { operationFor, type PartChange } from './part-change.js';
import { SchemaFields } from './SchemaFields.js';
import { pointerOf, type Selection } from './selection.js';
import { StageParts } from './StageParts.js';
import { schemaOf } from './workflow-schema.js';

interface InspectorProps {
  readonly workflow: DraftWorkflow;
  readonly selection: Selection;
  readonly onSelect: (selection: Selection) => void;
  readonly onRemoveStage: (stage: DraftStage) => void;
}

/** Everything of what is selected: a stage, an action, a timer, or the review as a whole. */
export function Inspector({ workflow, selection, onSelect, onRemoveStage }: InspectorProps): ReactNode {
  const texts = useWorkflowTexts();
  const language = useLanguage();
  const workspace = useWorkspace();
  const announce = useAnnounce();
  const files = useDraft((state) => state.files);
  const problems = useChecked((state) => state.problems);
  const found = partIn(workflow, selection);
  const pointer = pointerOf(selection);
  const part = useMemo(
    () => ({
      files,
      workflow,
      file: 'workflow.json' as const,
      pointer,
      meaningOf: meaningInWorkflow,
      problems,
      change: (change: PartChange, words: string, making: readonly Operation[] = []) => {
        const operation = operationFor(selection, found?.value ?? {}, change);
        const joins =
          change.kind === 'set' && making.length === 0 ? `${pointer} ${change.path.join('/')}` : null;
        const refused = workspace.perform([...making, operation], words, joins);
        const [first] = refused;
        if (first) announce(describeProblem(first, null, language));
      },
    }),
    [files, workflow, pointer, problems, selection, found, workspace, announce, language],
  );
  if (!found) return <p className="tz-quiet">{texts.chooseStage}</p>;
  const own = problemsAt(problems, pointer);
  const act = (operation: Operation, words: string): void => void workspace.perform(operation, words);
  return (
    <InspectorProvider value={part}>
      <div className="flow-inspector__head">
        <h2 className="flow-inspector__title">{headingOf(texts, selection, found)}</h2>
        {selection.kind === 'stage' && found.stage && (
          <StatusChip tone="quiet">
            {texts.kinds[found.stage.kind as keyof typeof texts.kinds] ?? found.stage.kind}
          </StatusChip>
        )}
      </div>
      {own.length > 0 && (
        <Banner tone="warning" title={texts.problems}>
          <ul>
            {own.map((one) => (
              <li key={one.code}>{describeProblem(one, null, language)}</li>
            ))}
          </ul>
        </Banner>
      )}
      {selection.kind === 'stage' && found.stage && (
        <>
          <PublicView stage={found.stage} />
          <StageParts stage={found.stage} onSelect={onSelect} onAct={act} />
        </>
      )}
      {(selection.kind === 'action' || selection.kind === 'timer') && (
        <p>
          <Button
            size="small"
            look="text"
            onClick={() => onSelect({ kind: 'stage', stage: selection.stage })}
          >
            {`← ${texts.stage(stageIn(workflow, selection.stage)?.title ?? selection.stage)}`}
          </Button>
        </p>
      )}
      <Boxes>
        <SchemaFields
          node={schemaOf(selection)}
          value={found.value}
          path={[]}
          {...keysFor(selection, found)}
        />
      </Boxes>
      <ForWriters>
        {selection.kind !== 'review' && (
          <RenameBox
            key={pointer}
            thing={thingOf(selection)}
            onRenamed={(name) => onSelect(renamed(selection, name))}
          />
        )}
        {selection.kind === 'stage' && found.stage && (
          <Button look="danger" size="small" onClick={() => found.stage && onRemoveStage(found.stage)}>
            {texts.removeStage}
          </Button>
        )}
      </ForWriters>
    </InspectorProvider>
  );
}

interface Found {
  readonly title: string;
  readonly value: Members;
  /** Where the part is a stage. */
  readonly stage: DraftStage | null;
}

function stageIn({ stages }: DraftWorkflow, name: string): DraftStage | undefined {
  return stages.find((stage) => stage.name === name);
}

export function partIn(workflow: DraftWorkflow, selection: Selection): Found | null {
  if (selection.kind === 'review') return { title: '', value: workflow.value, stage: null };
  const stage = stageIn(workflow, selection.stage);
  if (!stage) return null;
  if (selection.kind === 'stage') return { title: stage.title, value: stage.value, stage };
  const parts = selection.kind === 'action' ? stage.actions : stage.timers;
  const part = parts.find(({ name }) => name === selection.name);
  return part ? { ...part, stage: null } : null;
}

function headingOf(
  texts: ReturnType<typeof useWorkflowTexts>,
  { kind }: Selection,
  { title }: Found,
): string {
  return kind === 'review' ? texts.general : texts[kind](title);
}

/** Of a stage what its kind may have; the review without what is edited elsewhere. */
function keysFor({ kind }: Selection, { stage }: Found): { readonly keys?: readonly string[] } {
  if (kind === 'stage' && stage)
    return { keys: stageKeysOf(stage.kind).filter((key) => !['actions', 'timers'].includes(key)) };
  if (kind === 'review')
    return {
      keys: [
        'start',
        'onArrival',
        'roles',
        'teams',
        'reasons',
        'highlights',
        'access',
        'overrides',
        'proofs',
        'lists',
        'keyedTwice',
      ],
    };
  return {};
}

function thingOf(selection: Exclude<Selection, { readonly kind: 'review' }>): Thing {
  return selection.kind === 'stage'
    ? { kind: 'stage', name: selection.stage }
    : { kind: selection.kind, name: selection.name };
}

function renamed(selection: Exclude<Selection, { readonly kind: 'review' }>, name: string): Selection {
  return selection.kind === 'stage' ? { kind: 'stage', stage: name } : { ...selection, name };
}

/** What the applicant reads while an application stands here, and what they may do. */
export function PublicView({ stage }: { readonly stage: DraftStage }): ReactNode {
  const texts = useWorkflowTexts();
  const signs = useSigns();
  const status = isMembers(stage.value['publicStatus']) ? stage.value['publicStatus'] : {};
  const tone = textOf(status['tone']);
  const acts = stage.actions.filter(({ value }) => value['by'] === 'applicant');
  return (
    <div className="flow-public">
      <p className="tz-quiet builder-small">{texts.applicantReads}</p>
      <p>
        <StatusChip tone={TONES.find((one) => one === tone) ?? 'quiet'}>
          {textOf(status['label']) || '―'}
        </StatusChip>
      </p>
      <p>{textOf(status['explanation'])}</p>
      {acts.length > 0 && (
        <p className="builder-small">
          {texts.applicantActs}
          {signs.colon}
          {acts.map(({ title }) => title).join(signs.comma)}
        </p>
      )}
    </div>
  );
}

const TONES = ['progress', 'waiting', 'done', 'refused'] as const;
