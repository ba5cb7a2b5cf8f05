import type { ReactNode } from 'react';
import type { AuthoredField, Operation } from '#engine';
import { Button, Field, Select, TextArea } from '../../../../renderer-ui/src/ui/index.js';
import { ConditionEditor } from '../../expression/index.js';
import { useFormEditorTexts } from '../../texts/form-editor.js';
import { usePaused } from '../../workspace/use-paused.js';
import { freeName } from '../commands.js';
import { repeatAround } from '../use-outline.js';
import type { JsonValue } from './ValueControl.js';

type Check = Readonly<Record<string, JsonValue>>;

interface ChecksEditorProps {
  readonly field: AuthoredField;
  /** Ids of all checks of the form: each is used once. */
  readonly ids: ReadonlySet<string>;
  readonly onDo: (operation: Operation, joins?: string) => void;
}

export function checksOf({ schema }: AuthoredField): readonly Check[] {
  const checks = schema['x-check'];
  return Array.isArray(checks) ? (checks as readonly Check[]) : [];
}

/** What must be true of the answers, and what applicants read where it is not. */
export function ChecksEditor({ field, ids, onDo }: ChecksEditorProps): ReactNode {
  const texts = useFormEditorTexts();
  const { path } = field;
  const add = (): void => {
    const id = freeName('check', ids);
    // A group or a page has no value by itself to look at.
    const expression = field.fields.length === 0 ? `${inItsPlace(path)} != null` : 'true';
    onDo({
      kind: 'add-check',
      path,
      check: { id, expression, message: texts.newCheckMessage, level: 'error' },
    });
  };
  return (
    <fieldset className="tz-field">
      <legend className="tz-field__label">{texts.checks}</legend>
      {checksOf(field).map((check, index) => (
        <OneCheck key={String(check['id'])} number={index + 1} check={check} path={path} onDo={onDo} />
      ))}
      <Button size="small" onClick={add}>
        {texts.addCheck}
      </Button>
    </fieldset>
  );
}

/** As an expression at the question itself names it. */
function inItsPlace(path: string): string {
  const repeat = repeatAround(path);
  return repeat === null ? path : `row${path.slice(repeat.length + 2)}`;
}

interface OneCheckProps {
  readonly number: number;
  readonly check: Check;
  readonly path: string;
  readonly onDo: ChecksEditorProps['onDo'];
}

function OneCheck({ number, check, path, onDo }: OneCheckProps): ReactNode {
  const texts = useFormEditorTexts();
  const id = String(check['id']);
  const set = (key: string, value: JsonValue): void =>
    onDo({ kind: 'set-check', path, id, check: { ...check, [key]: value } }, `${id} ${key}`);
  const message = usePaused(String(check['message'] ?? ''), (text) => set('message', text));
  return (
    <div className="builder-check" role="group" aria-label={texts.check(number)}>
      <ConditionEditor
        label={texts.checkExpression}
        value={typeof check['expression'] === 'string' ? check['expression'] : null}
        at={{ of: 'form', repeat: repeatAround(path) }}
        onChange={(expression) => set('expression', expression ?? 'true')}
      />
      <Field label={texts.checkMessage} id={`check-${id}-message`}>
        {(control) => (
          <TextArea
            {...control}
            rows={2}
            value={message.text}
            onChange={(event) => message.type(event.target.value)}
            onBlur={message.flush}
          />
        )}
      </Field>
      <Field label={texts.checkLevel} id={`check-${id}-level`}>
        {(control) => (
          <Select
            {...control}
            value={String(check['level'] ?? 'error')}
            choices={[
              { value: 'error', label: texts.checkStops },
              { value: 'warning', label: texts.checkTells },
            ]}
            onChange={(event) => set('level', event.target.value)}
          />
        )}
      </Field>
      <Button size="small" onClick={() => onDo({ kind: 'remove-check', path, id })}>
        {texts.removeCheck(number)}
      </Button>
    </div>
  );
}
