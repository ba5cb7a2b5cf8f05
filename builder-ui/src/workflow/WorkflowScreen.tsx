import { lazy, Suspense, useCallback, useState, type ReactNode } from 'react';
import { describeProblem, type Operation } from '#engine';
import { useSearchParams } from '../../../renderer-ui/src/router/index.js';
import { useLanguage } from '../../../renderer-ui/src/texts/index.js';
import {
  Banner,
  Button,
  ChoiceBox,
  Select,
  Spinner,
  useAnnounce,
} from '../../../renderer-ui/src/ui/index.js';
import { ForWriters } from '../draft/Writing.js';
import { useWorkflowTexts } from '../texts/workflow.js';
import { useDraft, useWorkspace } from '../workspace/use-workspace.js';
import { CircuitList } from './CircuitList.js';
import type { CircuitViewProps } from './circuit-view.js';
import { type DraftStage, readDraftWorkflow, type Way } from './draft-workflow.js';
import { Inspector } from './Inspector.js';
import { addressOfSelection, type Selection, selectionAt } from './selection.js';
import { addStage, connect, removeStage, stageBetween, type StageKind } from './stage-operations.js';
import {
  CircuitsDialog,
  ConnectDialog,
  InsertDialog,
  RemoveStageDialog,
  STAGE_KINDS,
} from './WorkflowDialogs.js';
import './workflow.css';

const CircuitGraph = lazy(async () => ({ default: (await import('./CircuitGraph.js')).CircuitGraph }));

type View = 'graph' | 'list';

/** The review: its circuit as a picture or a list, and what is selected beside it. */
export function WorkflowScreen(): ReactNode {
  const texts = useWorkflowTexts();
  const language = useLanguage();
  const workspace = useWorkspace();
  const announce = useAnnounce();
  const workflow = useDraft(({ files }) => readDraftWorkflow(files));
  const [params, setParams] = useSearchParams();
  const at = params.get('at');
  const selection = selectionAt(at);
  // Not by the address alone: that is drawn later than the press, and the mark would jump back for a moment.
  const [view, setView] = useState<View>(params.get('view') === 'list' ? 'list' : 'graph');
  const [kind, setKind] = useState<StageKind>('review');
  const [isChoosing, setChoosing] = useState(false);
  const [way, setWay] = useState<Way | null>(null);
  const [from, setFrom] = useState<string | null>(null);
  const [leaving, setLeaving] = useState<DraftStage | null>(null);
  const select = useCallback(
    (next: Selection | null, shown: View = view) =>
      setParams(
        {
          ...(shown === 'list' ? { view: 'list' } : {}),
          ...(next ? { at: addressOfSelection(next) } : {}),
        },
        { replace: true },
      ),
    [setParams, view],
  );
  if (!workflow)
    return (
      <Banner tone="error" title={texts.unreadable}>
        {texts.unreadableLead}
      </Banner>
    );
  function act(operations: readonly Operation[], words: string, next?: Selection): void {
    const [refused] = workspace.perform(operations, words);
    if (refused) announce(describeProblem(refused, null, language));
    else if (next) select(next);
  }
  function onConnect(source: string, to: string | null): void {
    if (!workflow) return;
    if (to === null) return setFrom(source);
    setFrom(null);
    const titleOf = (name: string): string =>
      workflow.stages.find((stage) => stage.name === name)?.title ?? name;
    const operations = connect(workflow, source, to);
    const [first] = operations;
    if (!first) return;
    const made =
      first.kind === 'add-part' && first.part.of === 'actions'
        ? ({ kind: 'action', stage: source, name: first.part.name } as const)
        : ({ kind: 'stage', stage: source } as const);
    act(operations, texts.connected(titleOf(source), titleOf(to)), made);
  }
  const views: CircuitViewProps = {
    workflow,
    selection,
    onSelect: select,
    onInsert: setWay,
    onConnect,
    onRemove: setLeaving,
    onMove: (stage, before) =>
      act(
        [
          {
            kind: 'move-part',
            part: { of: 'stages', name: stage.name },
            ...(before === null ? {} : { before }),
          },
        ],
        texts.movedStage(stage.title),
      ),
  };
  function onAdd(): void {
    if (!workflow) return;
    const planned = addStage(workflow, kind, null, null);
    act(planned.operations, texts.addedStage(texts.kinds[kind]), { kind: 'stage', stage: planned.name });
  }
  return (
    <div className="flow">
      <div className="flow-tools">
        <fieldset className="flow-view">
          <legend className="tz-hidden">{texts.view}</legend>
          {(['graph', 'list'] as const).map((one) => (
            <ChoiceBox
              key={one}
              kind="radio"
              name="flow-view"
              checked={view === one}
              onChange={() => {
                setView(one);
                select(selection, one);
              }}
            >
              {texts[one]}
            </ChoiceBox>
          ))}
        </fieldset>
        <ForWriters>
          <div className="flow-tools__add">
            <Select
              aria-label={texts.addKind}
              value={kind}
              choices={STAGE_KINDS.map((value) => ({ value, label: texts.kinds[value] }))}
              onChange={({ target }) => setKind(target.value as StageKind)}
            />
            <Button size="small" onClick={onAdd}>
              {texts.addStage}
            </Button>
          </div>
          <Button size="small" onClick={() => setChoosing(true)}>
            {texts.circuits}
          </Button>
        </ForWriters>
        <Button size="small" onClick={() => select({ kind: 'review' })}>
          {texts.general}
        </Button>
      </div>
      {workflow.stages.length === 0 ? (
        <Banner tone="info" title={texts.empty}>
          {texts.emptyLead}
        </Banner>
      ) : (
        <div className="flow-main">
          {view === 'list' ? (
            <CircuitList {...views} />
          ) : (
            <Suspense fallback={<Spinner />}>
              <CircuitGraph {...views} />
            </Suspense>
          )}
        </div>
      )}
      <section className="flow-inspector" aria-label={texts.inspector}>
        {selection ? (
          <Inspector workflow={workflow} selection={selection} onSelect={select} onRemoveStage={setLeaving} />
        ) : (
          <p className="tz-quiet">{texts.chooseStage}</p>
        )}
      </section>
      <CircuitsDialog
        open={isChoosing}
        onClose={() => setChoosing(false)}
        onPut={(circuit, title) => {
          setChoosing(false);
          act([{ kind: 'put-circuit', circuit }], texts.putCircuit(title));
        }}
      />
      <InsertDialog
        way={way}
        workflow={workflow}
        onClose={() => setWay(null)}
        onInsert={(chosen, between, title) => {
          setWay(null);
          const planned = stageBetween(workflow, chosen, between, title);
          act(planned.operations, texts.insertedStage(title), {
            kind: 'stage',
            stage: planned.name,
          });
        }}
      />
      <ConnectDialog from={from} workflow={workflow} onClose={() => setFrom(null)} onConnect={onConnect} />
      <RemoveStageDialog
        stage={leaving}
        workflow={workflow}
        onClose={() => setLeaving(null)}
        onRemove={(stage, instead) => {
          setLeaving(null);
          act(removeStage(workflow, stage.name, instead), texts.removedStage(stage.title));
          if (selection && selection.kind !== 'review' && selection.stage === stage.name) select(null);
        }}
      />
    </div>
  );
}
