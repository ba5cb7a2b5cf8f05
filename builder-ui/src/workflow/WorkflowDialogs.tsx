import { useState, type ReactNode } from 'react';
import { CIRCUITS } from '#engine';
import { useLanguage } from '../../../renderer-ui/src/texts/index.js';
import { Button, Buttons, Dialog, Field, Select, TextInput } from '../../../renderer-ui/src/ui/index.js';
import { useWorkflowTexts } from '../texts/workflow.js';
import { type DraftStage, type DraftWorkflow, type Way } from './draft-workflow.js';
import { freeTitle, type StageKind } from './stage-operations.js';

export const STAGE_KINDS: readonly StageKind[] = [
  'review',
  'approval',
  'inspection',
  'correction',
  'waiting',
  'check',
  'final',
];

interface DialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Whole reviews to begin with. */
export function CircuitsDialog({
  open,
  onClose,
  onPut,
}: DialogProps & { readonly onPut: (circuit: string, title: string) => void }): ReactNode {
  const texts = useWorkflowTexts();
  const at = useLanguage() === 'ja' ? 0 : 1;
  return (
    <Dialog title={texts.circuits} open={open} onClose={onClose} wide>
      <p>{texts.circuitsLead}</p>
      <ul className="flow-circuits">
        {CIRCUITS.map(({ id, title, summary, workflow }) => (
          <li key={id} className="flow-circuits__one">
            <div>
              <strong>{title[at]}</strong>
              <span className="tz-quiet builder-small">
                {'　'}
                {texts.stagesOf(Object.keys(workflow['stages'] ?? {}).length)}
              </span>
              <p>{summary[at]}</p>
            </div>
            <Button size="small" onClick={() => onPut(id, title[at])}>
              {texts.putCircuit(title[at])}
            </Button>
          </li>
        ))}
      </ul>
      <Buttons>
        <Button onClick={onClose}>{texts.cancel}</Button>
      </Buttons>
    </Dialog>
  );
}

/** A stage between two others. */
export function InsertDialog({
  way,
  workflow,
  onClose,
  onInsert,
}: {
  readonly way: Way | null;
  readonly workflow: DraftWorkflow;
  readonly onClose: () => void;
  readonly onInsert: (way: Way, kind: StageKind, title: string) => void;
}): ReactNode {
  const texts = useWorkflowTexts();
  const [kind, setKind] = useState<StageKind>('review');
  /** Null: as its kind is called. */
  const [typed, setTyped] = useState<string | null>(null);
  const title = typed ?? freeTitle(workflow, kind);
  const titleOf = (name: string): string =>
    workflow.stages.find((stage) => stage.name === name)?.title ?? name;
  return (
    <Dialog
      title={way ? texts.insertAt(titleOf(way.from), titleOf(way.to)) : ''}
      open={way !== null}
      onClose={onClose}
    >
      <Field label={texts.betweenKind}>
        {(control) => (
          <Select
            {...control}
            value={kind}
            choices={STAGE_KINDS.filter((one) => !['final', 'correction'].includes(one)).map((value) => ({
              value,
              label: texts.kinds[value],
            }))}
            onChange={({ target }) => setKind(target.value as StageKind)}
          />
        )}
      </Field>
      <Field label={texts.stageName}>
        {(control) => (
          <TextInput {...control} value={title} onChange={({ target }) => setTyped(target.value)} />
        )}
      </Field>
      <Buttons>
        <Button
          look="primary"
          onClick={() => {
            setTyped(null);
            if (way) onInsert(way, kind, title.trim() === '' ? freeTitle(workflow, kind) : title.trim());
          }}
        >
          {texts.insert}
        </Button>
        <Button onClick={onClose}>{texts.cancel}</Button>
      </Buttons>
    </Dialog>
  );
}

/** An action from one stage to another, without drawing a line. */
export function ConnectDialog({
  from,
  workflow,
  onClose,
  onConnect,
}: {
  readonly from: string | null;
  readonly workflow: DraftWorkflow;
  readonly onClose: () => void;
  readonly onConnect: (from: string, to: string) => void;
}): ReactNode {
  const texts = useWorkflowTexts();
  const [to, setTo] = useState('');
  return (
    <Dialog title={texts.connect} open={from !== null} onClose={onClose}>
      <Field label={texts.connectTo} required>
        {(control) => (
          <Select
            {...control}
            value={to}
            empty={texts.choose}
            choices={workflow.stages
              .filter(({ name }) => name !== from)
              .map(({ name, title }) => ({ value: name, label: title }))}
            onChange={({ target }) => setTo(target.value)}
          />
        )}
      </Field>
      <Buttons>
        <Button look="primary" blocked={to === ''} onClick={() => from !== null && onConnect(from, to)}>
          {texts.connect}
        </Button>
        <Button onClick={onClose}>{texts.cancel}</Button>
      </Buttons>
    </Dialog>
  );
}

/** Before a stage goes: what leads to it, and where that shall lead. */
export function RemoveStageDialog({
  stage,
  workflow,
  onClose,
  onRemove,
}: {
  readonly stage: DraftStage | null;
  readonly workflow: DraftWorkflow;
  readonly onClose: () => void;
  readonly onRemove: (stage: DraftStage, instead: string | null) => void;
}): ReactNode {
  const texts = useWorkflowTexts();
  const [instead, setInstead] = useState('');
  const leading = workflow.stages
    .filter(({ name }) => name !== stage?.name)
    .flatMap(({ ways }) => ways.filter(({ to }) => to === stage?.name)).length;
  return (
    <Dialog title={texts.removeStageTitle(stage?.title ?? '')} open={stage !== null} onClose={onClose}>
      <p>{texts.removeStageLead(leading)}</p>
      {leading > 0 && (
        <Field label={texts.instead}>
          {(control) => (
            <Select
              {...control}
              value={instead}
              empty={texts.leaveOpen}
              choices={workflow.stages
                .filter(({ name }) => name !== stage?.name)
                .map(({ name, title }) => ({ value: name, label: title }))}
              onChange={({ target }) => setInstead(target.value)}
            />
          )}
        </Field>
      )}
      <Buttons>
        <Button look="danger" onClick={() => stage && onRemove(stage, instead === '' ? null : instead)}>
          {texts.removeStage}
        </Button>
        <Button onClick={onClose}>{texts.cancel}</Button>
      </Buttons>
    </Dialog>
  );
}
