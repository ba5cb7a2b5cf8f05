import type { ReactNode } from 'react';
import { stageKeysOf, type Operation } from '#engine';
import { Button } from '../../../renderer-ui/src/ui/index.js';
import { ForWriters } from '../draft/Writing.js';
import { useWorkflowTexts } from '../texts/workflow.js';
import type { DraftPart, DraftStage, Members } from './draft-workflow.js';
import type { Selection } from './selection.js';
import { freeName } from './stage-operations.js';

interface StagePartsProps {
  readonly stage: DraftStage;
  readonly onSelect: (selection: Selection) => void;
  readonly onAct: (operation: Operation, words: string) => void;
}

/** The actions and timers of a stage, in their order; each opens by itself. */
export function StageParts({ stage, onSelect, onAct }: StagePartsProps): ReactNode {
  const texts = useWorkflowTexts();
  const keys = stageKeysOf(stage.kind);
  const add = (kind: 'action' | 'timer'): void => {
    const isAction = kind === 'action';
    const parts = isAction ? stage.actions : stage.timers;
    const name = freeName(
      isAction ? 'action' : 'remind',
      parts.map((part) => part.name),
    );
    const value: Members = isAction
      ? { title: texts.newAction, routes: [] }
      : {
          title: texts.newTimer,
          on:
            stage.value['dueWorkingDays'] === undefined
              ? { from: 'entered', workingDays: 10 }
              : { from: 'due', workingDays: -3 },
        };
    onAct(
      { kind: 'add-part', part: { of: isAction ? 'actions' : 'timers', stage: stage.name, name }, value },
      isAction ? texts.addAction : texts.addTimer,
    );
    onSelect({ kind, stage: stage.name, name });
  };
  return (
    <>
      {keys.includes('actions') && (
        <PartList
          {...{ stage, onSelect, onAct }}
          kind="action"
          parts={stage.actions}
          onAdd={() => add('action')}
        />
      )}
      {keys.includes('timers') && (
        <PartList
          {...{ stage, onSelect, onAct }}
          kind="timer"
          parts={stage.timers}
          onAdd={() => add('timer')}
        />
      )}
    </>
  );
}

function PartList({
  stage,
  kind,
  parts,
  onAdd,
  onSelect,
  onAct,
}: StagePartsProps & {
  readonly kind: 'action' | 'timer';
  readonly parts: readonly DraftPart[];
  readonly onAdd: () => void;
}): ReactNode {
  const texts = useWorkflowTexts();
  const of = kind === 'action' ? 'actions' : 'timers';
  const place = (name: string) => ({ of, stage: stage.name, name }) as const;
  const move = (name: string, before: string | undefined, title: string): void =>
    onAct(
      { kind: 'move-part', part: place(name), ...(before === undefined ? {} : { before }) },
      texts.changed(title),
    );
  return (
    <fieldset className="flow-group">
      <legend>{kind === 'action' ? texts.actions : texts.timers}</legend>
      <ol className="flow-parts">
        {parts.map(({ name, title }, index) => (
          <li key={name}>
            <Button size="small" look="text" onClick={() => onSelect({ kind, stage: stage.name, name })}>
              {title}
            </Button>
            <ForWriters>
              <span className="flow-entry__tools">
                <Button
                  size="small"
                  aria-label={texts.upOf(title)}
                  blocked={index === 0}
                  onClick={() => move(name, parts[index - 1]?.name, title)}
                >
                  {texts.up}
                </Button>
                <Button
                  size="small"
                  aria-label={texts.downOf(title)}
                  blocked={index === parts.length - 1}
                  onClick={() => move(name, parts[index + 2]?.name, title)}
                >
                  {texts.down}
                </Button>
                <Button
                  size="small"
                  look="text"
                  aria-label={texts.removeOf(title)}
                  onClick={() => onAct({ kind: 'remove-part', part: place(name) }, texts.removeOf(title))}
                >
                  {texts.remove}
                </Button>
              </span>
            </ForWriters>
          </li>
        ))}
      </ol>
      <ForWriters>
        <Button size="small" onClick={onAdd}>
          {kind === 'action' ? texts.addAction : texts.addTimer}
        </Button>
      </ForWriters>
    </fieldset>
  );
}
