import { useState, type ReactNode } from 'react';
import { availableActions, type Procedure, type Refusal } from '#engine';
import { Banner, Button, Buttons, Field, Select, StatusChip } from '../../../renderer-ui/src/ui/index.js';
import { type RehearsalTexts, useRehearsalTexts } from '../texts/rehearsal.js';
import { useSigns } from '../texts/signs.js';
import { ChangeAmount, PutAside } from './AsideAndAmount.js';
import { type Doing, type Lived, peopleOf, type Person, actorOf } from './rehearsal.js';
import { TakeAction } from './TakeAction.js';

interface OfficialSideProps {
  readonly procedure: Procedure;
  readonly lived: Lived | null;
  readonly now: string;
  /** Code of the last "no". */
  readonly refused: string | null;
  readonly onAct: (doing: Doing) => boolean;
}

/** Each official in turn, with the actions that the engine offers to them. */
export function OfficialSide({ procedure, lived, now, refused, onAct }: OfficialSideProps): ReactNode {
  const texts = useRehearsalTexts();
  const signs = useSigns();
  const people = peopleOf(procedure);
  const state = lived?.state ?? null;
  const application = lived?.application ?? null;
  const stage = state ? procedure.workflow.stages.get(state.stage) : undefined;
  const able = (person: Person): boolean =>
    state !== null &&
    application !== null &&
    availableActions(procedure, state, actorOf(person), application, now).some(
      (one) => one.refusal === undefined,
    );
  const [chosen, setChosen] = useState('');
  const person = people.find(({ id }) => id === chosen) ?? people.find(able) ?? people[0];
  const [taking, setTaking] = useState('');
  if (!state || !application || !stage) return <p className="tz-quiet">{texts.notYet}</p>;
  const actions = person ? availableActions(procedure, state, actorOf(person), application, now) : [];
  const action = actions.find((one) => one.action.name === taking)?.action;
  return (
    <div className="try-stack">
      <p>
        {texts.stage}
        {signs.colon}
        <strong>{stage.title}</strong>{' '}
        {state.dueOn !== null && <StatusChip tone="quiet">{texts.dueOn(state.dueOn)}</StatusChip>}
      </p>
      {stage.kind === 'final' ? (
        <p>{texts.final}</p>
      ) : (
        <>
          <Field label={texts.person}>
            {(control) => (
              <Select
                {...control}
                value={person?.id ?? ''}
                choices={people.map(({ id, title }) => ({ value: id, label: title }))}
                onChange={({ target }) => {
                  setChosen(target.value);
                  setTaking('');
                }}
              />
            )}
          </Field>
          {actions.length === 0 && <p className="tz-quiet">{texts.noActions}</p>}
          <Buttons>
            {actions.map((one) => (
              <Button
                key={one.action.name}
                size="small"
                aria-pressed={one.action.name === taking}
                blocked={one.refusal !== undefined}
                title={one.refusal ? wordsOf(texts, one.refusal.code) : undefined}
                onClick={() => setTaking(one.action.name)}
              >
                {one.action.title}
              </Button>
            ))}
          </Buttons>
          {actions.some(({ refusal }) => refusal) && (
            <p className="tz-quiet builder-small">
              {[
                ...new Set(actions.flatMap(({ refusal }) => (refusal ? [wordsOf(texts, refusal.code)] : []))),
              ].join(' ')}
            </p>
          )}
          {refused !== null && <Banner tone="error" role="alert" title={wordsOf(texts, refused)} />}
          {action && person && (
            <TakeAction
              key={`${person.id} ${action.name}`}
              procedure={procedure}
              action={action}
              lived={lived}
              onTake={(given) => {
                if (onAct({ kind: 'official', person, action: action.name, ...given })) setTaking('');
              }}
            />
          )}
          {person && (
            <>
              <ChangeAmount procedure={procedure} state={state} person={person} onAct={onAct} />
              <PutAside procedure={procedure} state={state} person={person} now={now} onAct={onAct} />
            </>
          )}
        </>
      )}
    </div>
  );
}

export function wordsOf(texts: RehearsalTexts, code: Refusal['code'] | string): string {
  const known: Readonly<Record<string, string>> = texts.refusals;
  return known[code] ?? texts.refusals.other;
}
