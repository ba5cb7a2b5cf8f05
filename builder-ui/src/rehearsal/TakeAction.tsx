import { useState, type ReactNode } from 'react';
import { type Action, type JsonValue, type Procedure, resolvePointer, targetLabel } from '#engine';
import { Button, ChoiceBox, Field, Select, TextInput } from '../../../renderer-ui/src/ui/index.js';
import { useRehearsalTexts } from '../texts/rehearsal.js';
import { ReasonBox } from './ReasonBox.js';
import type { Doing, Lived } from './rehearsal.js';

type Given = Omit<Extract<Doing, { readonly kind: 'official' }>, 'kind' | 'person' | 'action'>;

/** What an action requires, to be given. */
export function TakeAction({
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
  const places = [...(lived?.evaluation?.asked ?? [])].filter((place) => {
    const at = resolvePointer(procedure.form, answers, place);
    return at !== null && !at.isRow && at.field.kind !== 'group' && !at.field.compute && !at.field.consent;
  });
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
      {requires.reason && <ReasonBox label={texts.reason} value={reason} onChange={setReason} />}
      {requires.publicReason && (
        <ReasonBox label={texts.publicReason} value={publicReason} onChange={setPublicReason} />
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
