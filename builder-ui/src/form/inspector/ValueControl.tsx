import type { ReactNode } from 'react';
import type { NewField } from '#engine';
import { useLanguage } from '../../../../renderer-ui/src/texts/index.js';
import { ChoiceBox, Field, Select, TextArea, TextInput } from '../../../../renderer-ui/src/ui/index.js';
import { useFormEditorTexts } from '../../texts/form-editor.js';
import { isMembers } from '../../workflow/draft-workflow.js';
import { usePaused } from '../../workspace/use-paused.js';
import { type KeywordSchema, labelOf } from './keyword-schema.js';
import { LONG_TEXTS } from './sections.js';

export type JsonValue = NewField['schema'][string];

interface ValueControlProps {
  /** Of the control, and last part of its label where the schema has no words. */
  readonly id: string;
  readonly name: string;
  readonly schema: KeywordSchema;
  /** undefined: not in the file */
  readonly value: JsonValue | undefined;
  /** null takes it away */
  readonly onChange: (value: JsonValue) => void;
}

/** A control for any value that the schemas of the procedure's files describe. */
export function ValueControl(props: ValueControlProps): ReactNode {
  const { schema, value, onChange, id, name } = props;
  const language = useLanguage();
  const texts = useFormEditorTexts();
  const label = labelOf(schema, name, language);
  if (schema.enum)
    return (
      <Field label={label} id={id}>
        {(control) => (
          <Select
            {...control}
            value={value === undefined ? '' : String(value)}
            empty={texts.none}
            choices={(schema.enum ?? []).map((one) => ({
              value: String(one),
              label: texts.values[String(one)] ?? String(one),
            }))}
            onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}
          />
        )}
      </Field>
    );
  if (schema.type === 'boolean')
    return (
      <div className="tz-field">
        <ChoiceBox
          kind="checkbox"
          id={id}
          checked={value === true}
          onChange={(event) => onChange(event.target.checked ? true : null)}
        >
          {label}
        </ChoiceBox>
      </div>
    );
  if (schema.items?.enum) return <ManyOf {...props} label={label} choices={schema.items.enum} />;
  if (schema.properties) return <Members {...props} label={label} properties={schema.properties} />;
  return <Typed {...props} label={label} />;
}

interface ManyOfProps extends ValueControlProps {
  readonly label: string;
  readonly choices: readonly (string | number)[];
}

function ManyOf({ id, label, choices, value, onChange }: ManyOfProps): ReactNode {
  const texts = useFormEditorTexts();
  const chosen: readonly JsonValue[] = Array.isArray(value) ? (value as readonly JsonValue[]) : [];
  return (
    <Field label={label} id={id} group>
      {() =>
        choices.map((choice) => (
          <ChoiceBox
            key={choice}
            kind="checkbox"
            checked={chosen.includes(choice)}
            onChange={(event) => {
              const next = choices.filter((one) =>
                one === choice ? event.target.checked : chosen.includes(one),
              );
              onChange(next.length === 0 ? null : next);
            }}
          >
            {texts.values[String(choice)] ?? choice}
          </ChoiceBox>
        ))
      }
    </Field>
  );
}

interface MembersProps extends ValueControlProps {
  readonly label: string;
  readonly properties: Readonly<Record<string, KeywordSchema>>;
}

/** An object, member by member; empty it is none. */
function Members({ id, label, properties, value, onChange }: MembersProps): ReactNode {
  const now = isMembers(value) ? value : {};
  return (
    <details className="tz-disclosure tz-disclosure--small" open={Object.keys(now).length > 0}>
      <summary>{label}</summary>
      <div className="tz-disclosure__body">
        {Object.entries(properties).map(([name, schema]) => (
          <ValueControl
            key={name}
            id={`${id}-${name}`}
            name={name}
            schema={schema}
            value={now[name]}
            onChange={(next) => {
              const { [name]: _old, ...rest } = now;
              const all = next === null ? rest : { ...now, [name]: next };
              onChange(Object.keys(all).length === 0 ? null : all);
            }}
          />
        ))}
      </div>
    </details>
  );
}

/** A text, a number, or a list with one entry a line. Half a number stays in the box and is not written. */
function Typed({
  id,
  name,
  label,
  schema,
  value,
  onChange,
}: ValueControlProps & { readonly label: string }): ReactNode {
  const texts = useFormEditorTexts();
  const isList = schema.type === 'array' || Array.isArray(value);
  const isNumber = schema.type === 'integer' || schema.type === 'number';
  const written =
    isList && Array.isArray(value) ? value.map(String).join('\n') : value === undefined ? '' : String(value);
  const { text, type, flush } = usePaused(written, (typed) => {
    const next = valueOf(typed, { isList, isNumber, before: value });
    if (next !== undefined) onChange(next);
  });
  const box = {
    value: text,
    onBlur: flush,
    onChange: (event: { readonly target: { readonly value: string } }) => type(event.target.value),
  };
  return (
    <Field label={label} id={id} support={isList ? texts.onePerLine : undefined}>
      {(control) =>
        isList || LONG_TEXTS.has(name) ? (
          <TextArea {...control} rows={isList ? 2 : 3} {...box} />
        ) : (
          <TextInput {...control} inputMode={isNumber ? 'decimal' : undefined} {...box} />
        )
      }
    </Field>
  );
}

interface Wanted {
  readonly isList: boolean;
  readonly isNumber: boolean;
  readonly before: JsonValue | undefined;
}

/** undefined: it is nothing yet that could be written */
function valueOf(typed: string, { isList, isNumber, before }: Wanted): JsonValue | undefined {
  if (typed.trim() === '') return null;
  if (isList) {
    const lines = typed.split('\n').filter((line) => line.trim() !== '');
    const areNumbers =
      Array.isArray(before) && before.length > 0 && before.every((one) => typeof one === 'number');
    return areNumbers ? lines.map(Number).filter(Number.isFinite) : lines;
  }
  if (!isNumber && typeof before !== 'number') return typed;
  const number = Number(typed.normalize('NFKC').replaceAll(',', ''));
  return Number.isFinite(number) ? number : undefined;
}
