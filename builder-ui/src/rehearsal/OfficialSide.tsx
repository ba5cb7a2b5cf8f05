import { useState, type ReactNode } from 'react';
import {
  type Action,
  availableActions,
  type JsonValue,
  type Procedure,
  type Refusal,
  targetLabel,
} from '#engine';
import {
  Banner,
  Button,
  Buttons,
  ChoiceBox,
  Field,
  Select,
  StatusChip,
  TextArea,
  TextInput,
} from '../../../renderer-ui/src/ui/index.js';
import { type RehearsalTexts, useRehearsalTexts } from '../texts/rehearsal.js';
import { type Doing, type Lived, peopleOf, type Person } from './rehearsal.js';

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
  if (!state || !application || !stage) return <p className="tz-quiet">―</p>;
  const actions = person ? availableActions(procedure, state, actorOf(person), application, now) : [];
  const action = actions.find((one) => one.action.name === taking)?.action;
  return (
    <div className="try-stack">
      <p>
        {texts.stage}：<strong>{stage.title}</strong>{' '}
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
        </>
      )}
    </div>
  );
}

function actorOf({ id, role }: Person) {
  return { kind: 'staff', id, roles: [role] } as const;
}

export function wordsOf(texts: RehearsalTexts, code: Refusal['code'] | string): string {
  const known: Readonly<Record<string, string>> = texts.refusals;
  return known[code] ?? texts.refusals.other;
}

type Given = Omit<Extract<Doing, { readonly kind: 'official' }>, 'kind' | 'person' | 'action'>;

/** What an action requires, to be given. */
function TakeAction({
  procedure,
  action,
  lived,
  onTake,
}: {
  readonly procedure: Procedure;
  readonly action: Action;
  readonly lived: Lived | null;
  readonly onTake: (given: Given) => void;
}): ReactNode {
  const texts = useRehearsalTexts();
  const [reason, setReason] = useState('');
  const [publicReason, setPublicReason] = useState('');
  const [comments, setComments] = useState<Readonly<Record<string, string>>>({});
  const [fields, setFields] = useState<Readonly<Record<string, JsonValue>>>({});
  const { requires } = action;
  const answers = lived?.application?.answers ?? {};
  const questions = [...procedure.form.fields.values()].filter(
    ({ path, kind, compute, consent }) =>
      !path.includes('[]') && kind !== 'group' && kind !== 'rows' && !compute && !consent,
  );
  const places = questions
    .map(({ path }) => `/${path.replaceAll('.', '/')}`)
    .filter((place) => lived?.evaluation?.asked.has(place));
  const staffFields = Object.entries(membersOf(requires.fields?.['properties']));
  return (
    <fieldset className="try-take">
      <legend>{action.title}</legend>
      {staffFields.map(([name, schema]) => (
        <StaffField
          key={name}
          name={name}
          schema={membersOf(schema)}
          value={fields[name]}
          onChange={(value) =>
            setFields((before) => {
              const { [name]: _gone, ...others } = before;
              return value === null ? others : { ...others, [name]: value };
            })
          }
        />
      ))}
      {requires.reason && (
        <Field label={texts.reason} required>
          {(control) => (
            <TextArea
              {...control}
              rows={2}
              value={reason}
              onChange={({ target }) => setReason(target.value)}
            />
          )}
        </Field>
      )}
      {requires.publicReason && (
        <Field label={texts.publicReason} required>
          {(control) => (
            <TextArea
              {...control}
              rows={3}
              value={publicReason}
              onChange={({ target }) => setPublicReason(target.value)}
            />
          )}
        </Field>
      )}
      {requires.targets && (
        <Field group label={texts.targets} required>
          {() => (
            <div className="try-targets">
              {places.map((place) => (
                <div key={place}>
                  <ChoiceBox
                    kind="checkbox"
                    checked={place in comments}
                    onChange={({ target }) =>
                      setComments((before) => {
                        const { [place]: _gone, ...others } = before;
                        return target.checked ? { ...others, [place]: '' } : others;
                      })
                    }
                  >
                    {targetLabel(procedure.form, place, answers)}
                  </ChoiceBox>
                  {place in comments && (
                    <TextInput
                      aria-label={texts.comment(targetLabel(procedure.form, place, answers))}
                      value={comments[place] ?? ''}
                      onChange={({ target }) =>
                        setComments((before) => ({ ...before, [place]: target.value }))
                      }
                    />
                  )}
                </div>
              ))}
            </div>
          )}
        </Field>
      )}
      <Button
        look="primary"
        size="small"
        onClick={() =>
          onTake({
            reason,
            publicReason,
            fields,
            targets: Object.entries(comments).map(([path, comment]) => ({ path, comment })),
          })
        }
      >
        {texts.take}
      </Button>
    </fieldset>
  );
}

function StaffField({
  name,
  schema,
  value,
  onChange,
}: {
  readonly name: string;
  readonly schema: Readonly<Record<string, unknown>>;
  readonly value: JsonValue | undefined;
  readonly onChange: (value: JsonValue | null) => void;
}): ReactNode {
  const label = typeof schema['title'] === 'string' ? schema['title'] : name;
  const { type } = schema;
  const choices = [
    ...listOf(schema['enum']).map((one) => ({ value: String(one), label: String(one) })),
    ...listOf(schema['oneOf']).map((one) => ({
      value: String(membersOf(one)['const']),
      label: String(membersOf(one)['title']),
    })),
  ];
  if (type === 'boolean')
    return (
      <ChoiceBox kind="checkbox" checked={value === true} onChange={({ target }) => onChange(target.checked)}>
        {label}
      </ChoiceBox>
    );
  const isNumber = type === 'integer' || type === 'number';
  return (
    <Field label={label}>
      {(control) =>
        choices.length > 0 ? (
          <Select
            {...control}
            value={typeof value === 'string' ? value : ''}
            empty="―"
            choices={choices}
            onChange={({ target }) => onChange(target.value === '' ? null : target.value)}
          />
        ) : (
          <TextInput
            {...control}
            type={isNumber ? 'number' : schema['format'] === 'date' ? 'date' : 'text'}
            value={typeof value === 'string' || typeof value === 'number' ? value : ''}
            onChange={({ target }) =>
              onChange(target.value === '' ? null : isNumber ? Number(target.value) : target.value)
            }
          />
        )
      }
    </Field>
  );
}

function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
