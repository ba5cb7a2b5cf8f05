import type { ReactNode } from 'react';
import { describeProblem, type JsonValue, type Thing } from '#engine';
import { useLanguage } from '../../../renderer-ui/src/texts/index.js';
import { ChoiceBox, Field, TextArea, TextInput } from '../../../renderer-ui/src/ui/index.js';
import { useWorkflowTexts, type WorkflowTexts } from '../texts/workflow.js';
import { ChooseOne, type ChooseOneProps } from './ChooseOne.js';
import { ChosenNames } from './ChosenNames.js';
import { isMembers, listOf, textOf } from './draft-workflow.js';
import { EffectEntries } from './EffectEntries.js';
import { Entries } from './Entries.js';
import { ExpressionInput } from './ExpressionInput.js';
import { NewRole } from './NewRole.js';
import { pointerTo, problemsAt, useInspected } from './inspector-context.js';
import { NamedEntries } from './NamedEntries.js';
import { choicesOf } from './names.js';
import type { Path } from './part-change.js';
import { clockTime, instantOf, isInstant } from './japanese-time.js';
import { PausedText } from './PausedText.js';
import { RouteEntries } from './RouteEntries.js';
import { emptyOf, resolved, type SchemaNode, wordsOf } from './workflow-schema.js';

interface SchemaFieldsProps {
  readonly node: SchemaNode;
  readonly value: JsonValue | undefined;
  readonly path: Path;
  /** Left out: all, in the order of the schema. */
  readonly keys?: readonly string[];
}

/** The members of an object, each by the control that its schema asks for. */
export function SchemaFields({ node, value, path, keys }: SchemaFieldsProps): ReactNode {
  const { properties = {}, required = [] } = resolved(node);
  const shown = (keys ?? Object.keys(properties)).filter((key) => properties[key] && key !== '$schema');
  return shown.map((key) => (
    <SchemaInput
      key={key}
      name={key}
      node={properties[key] ?? {}}
      value={isMembers(value) ? value[key] : undefined}
      path={[...path, key]}
      required={required.includes(key)}
    />
  ));
}

interface SchemaInputProps {
  readonly name: string;
  readonly node: SchemaNode;
  readonly value: JsonValue | undefined;
  readonly path: Path;
  readonly required: boolean;
}

/** Texts that are more than a line. */
const LONG = ['explanation', 'message', 'text', 'reason', 'publicReason', 'description', 'summary', 'answer'];

function SchemaInput({ name, node: written, value, path, required }: SchemaInputProps): ReactNode {
  const node = resolved(written);
  const texts = useWorkflowTexts();
  const language = useLanguage();
  const part = useInspected();
  const pointer = pointerTo(part.pointer, path);
  const { label, support } = wordsOf(node, name, language);
  const errors = problemsAt(part.problems, pointer, false, part.file).map((one) =>
    describeProblem(one, null, language),
  );
  const words = texts.changed(label);
  const set = (now: JsonValue): void => part.change({ kind: 'set', path, value: now }, words);
  const meaning = part.meaningOf(pointer);
  if (name === 'routes' && node.type === 'array') return <RouteEntries path={path} value={listOf(value)} />;
  if (meaning === 'expression')
    return (
      <ExpressionInput
        label={label}
        support={support}
        isCondition={name === 'when' || name === 'expression'}
        value={textOf(value)}
        errors={errors}
        onChange={set}
      />
    );
  const choices = meaning === null ? null : choicesOf(meaning, part.files, part.workflow, texts, pointer);
  const common = { label, support, required, errors };
  if (node.enum)
    return (
      <ChooseOne
        {...common}
        value={textOf(value)}
        choices={node.enum.map((one) => ({ value: one, label: valueWords(texts, name, one) }))}
        onChange={(now) => set(now === '' ? null : now)}
      />
    );
  if (choices)
    return (
      <>
        <ChooseOne
          {...common}
          value={textOf(value)}
          choices={choices}
          onChange={(now) => set(now === '' ? null : now)}
        />
        {meaning === 'role' && (
          <NewRole
            label={label}
            onMade={(role, making) => part.change({ kind: 'set', path, value: role }, words, [making])}
          />
        )}
      </>
    );
  if (node.anyOf) return <ReasonNeed {...common} value={value} onChange={set} />;
  switch (node.type) {
    case 'boolean':
      return (
        <div className="tz-field">
          <ChoiceBox
            kind="checkbox"
            checked={value === true}
            onChange={({ target }) => set(target.checked ? true : null)}
          >
            {label}
            {support !== null && <span className="tz-quiet builder-small">　{support}</span>}
          </ChoiceBox>
        </div>
      );
    case 'integer':
    case 'number':
      return (
        <Field {...common}>
          {(control) => (
            <TextInput
              {...control}
              type="number"
              inputMode="numeric"
              chars={8}
              min={node.minimum}
              max={node.maximum}
              value={typeof value === 'number' ? value : ''}
              onChange={({ target }) => set(target.value === '' ? null : Number(target.value))}
            />
          )}
        </Field>
      );
    case 'array':
      return <ListInput name={name} node={node} value={value} path={path} required={required} />;
    case 'object':
      return <ObjectInput name={name} node={node} value={value} path={path} required={required} />;
    case undefined:
    default:
      if (isInstant(node))
        return (
          <Field {...common} support={texts.inJapaneseTime}>
            {(control) => (
              <TextInput
                {...control}
                type="datetime-local"
                chars={22}
                value={clockTime(textOf(value))}
                onChange={({ target }) => set(instantOf(target.value))}
              />
            )}
          </Field>
        );
      return (
        <Field {...common}>
          {(control) => (
            <PausedText
              control={control}
              value={textOf(value)}
              isLong={LONG.includes(name)}
              onChange={(now) => set(now === '' && !required ? null : now)}
            />
          )}
        </Field>
      );
  }
}

/** The word of a value that the schema lists. */
export function valueWords(texts: WorkflowTexts, key: string, value: string): string {
  const known: Readonly<Record<string, string>> = {
    ...texts.values,
    ...(key === 'kind' ? texts.kinds : {}),
    ...(key === 'see' ? { plain: texts.values.see_plain } : {}),
    ...(key === 'signIn' ? { none: texts.values.no_sign_in } : {}),
    ...(key === 'outcome' ? { refused: texts.outcomeRefused, withdrawn: texts.outcomeWithdrawn } : {}),
  };
  return known[value] ?? value;
}

/** Asked or not, and with how many characters at least. */
function ReasonNeed({
  value,
  onChange,
  ...field
}: Omit<ChooseOneProps, 'value' | 'choices' | 'onChange'> & {
  readonly value: JsonValue | undefined;
  readonly onChange: (value: JsonValue) => void;
}): ReactNode {
  const texts = useWorkflowTexts();
  const isAsked = value === true || typeof value === 'number';
  return (
    <>
      <div className="tz-field">
        <ChoiceBox
          kind="checkbox"
          checked={isAsked}
          onChange={({ target }) => onChange(target.checked ? true : null)}
        >
          {field.label}
        </ChoiceBox>
      </div>
      {isAsked && (
        <Field label={`${field.label}　${texts.leastChars}`} errors={field.errors}>
          {(control) => (
            <TextInput
              {...control}
              type="number"
              inputMode="numeric"
              chars={6}
              min={1}
              max={1000}
              value={typeof value === 'number' ? value : ''}
              onChange={({ target }) => onChange(target.value === '' ? true : Number(target.value))}
            />
          )}
        </Field>
      )}
    </>
  );
}

/** Names to be chosen, texts to be written, or entries with members of their own. */
function ListInput({ name, node, value, path, required }: SchemaInputProps): ReactNode {
  const texts = useWorkflowTexts();
  const language = useLanguage();
  const part = useInspected();
  const items = resolved(node.items ?? {});
  const { label, support } = wordsOf(node, name, language);
  const list = listOf(value);
  if (items.type === 'object')
    return items.maxProperties === 1 ? (
      <EffectEntries label={label} path={path} value={list} />
    ) : (
      <Entries
        label={label}
        support={support}
        count={list.length}
        path={path}
        titleOf={(index) => titleIn(list[index]) || texts.entry(index + 1)}
        add={emptyOf(items)}
      >
        {(index) => <SchemaFields node={items} value={list[index]} path={[...path, index]} />}
      </Entries>
    );
  const meaning = part.meaningOf(pointerTo(part.pointer, [...path, 0]));
  const choices =
    items.enum?.map((value) => ({ value, label: valueWords(texts, name, value) })) ??
    (meaning === null || meaning === 'expression'
      ? null
      : choicesOf(meaning, part.files, part.workflow, texts, part.pointer));
  const chosen = list.map((one) => textOf(one));
  const change = (next: readonly string[]): void =>
    part.change(
      { kind: 'set', path, value: next.length === 0 && !required ? null : [...next] },
      texts.changed(label),
    );
  if (!choices)
    return (
      <Field label={label} support={support}>
        {(control) => (
          <TextArea
            {...control}
            rows={Math.max(2, chosen.length + 1)}
            value={chosen.join('\n')}
            onChange={({ target }) => change(target.value === '' ? [] : target.value.split('\n'))}
          />
        )}
      </Field>
    );
  return (
    <ChosenNames
      label={label}
      support={support}
      required={required}
      choices={choices}
      chosen={chosen}
      onChange={change}
    />
  );
}

/** Roles, teams and what staff fill in are named elsewhere, too. */
function thingAt(pointer: string): Thing | null {
  const [, kind, name = ''] = /^\/(role|team)s\/([^/]+)$/.exec(pointer) ?? [];
  if (kind === 'role' || kind === 'team') return { kind, name };
  const [, action, field] = /\/actions\/([^/]+)\/requires\/fields\/properties\/([^/]+)$/.exec(pointer) ?? [];
  return action !== undefined && field !== undefined ? { kind: 'staff-field', action, name: field } : null;
}

/** An object: always there, there when it is wanted, or with keys of the author's own. */
function ObjectInput({ name, node, value, path, required }: SchemaInputProps): ReactNode {
  const texts = useWorkflowTexts();
  const language = useLanguage();
  const part = useInspected();
  const { label, support } = wordsOf(node, name, language);
  const isThere = isMembers(value);
  if (typeof node.additionalProperties === 'object')
    return (
      <NamedEntries
        label={label}
        support={support}
        path={path}
        value={isThere ? value : {}}
        node={resolved(node.additionalProperties)}
        thingOf={(key) => thingAt(pointerTo(part.pointer, [...path, key]))}
      >
        {(key) => (
          <SchemaFields
            node={resolved(node.additionalProperties as SchemaNode)}
            value={isThere ? value[key] : undefined}
            path={[...path, key]}
          />
        )}
      </NamedEntries>
    );
  // `requires` is no more than its members.
  const isPlain = required || name === 'requires';
  return (
    <fieldset className="flow-group">
      <legend>{label}</legend>
      {support !== null && <p className="tz-quiet builder-small">{support}</p>}
      {!isPlain && (
        <ChoiceBox
          kind="checkbox"
          checked={isThere}
          onChange={({ target }) =>
            part.change(
              { kind: 'set', path, value: target.checked ? emptyOf(node) : null },
              target.checked ? texts.use(label) : texts.stopUsing(label),
            )
          }
        >
          {texts.use(label)}
        </ChoiceBox>
      )}
      {(isThere || isPlain) && <SchemaFields node={node} value={value} path={path} />}
    </fieldset>
  );
}

function titleIn(value: JsonValue | undefined): string {
  return isMembers(value) ? textOf(value['title']) : '';
}
