import type { ArrayFieldItemTemplateProps, ArrayFieldTemplateProps } from '@rjsf/utils';
import { useEffect, useRef, type ReactNode } from 'react';
import { useFormTexts } from '../../texts/index.js';
import { Button, FieldErrors, FieldWarnings, focusControl, Icon, Need, useAnnounce } from '../../ui/index.js';
import { ROW_ID, type Field } from '../engine.js';
import { rowChoiceOf } from '../hints-of.js';
import { fieldPathOf, idOf, pointerOf, valueAt, type Pointer } from '../pointer.js';
import { useFormSession, type FieldCorrection } from '../session/form-session.js';
import { newRowId } from './new-row-id.js';
import { mostRows, nextRow } from './next-row.js';

/** A repeat: numbered rows, each removable, and a button for one more. */
export function Rows(props: ArrayFieldTemplateProps): ReactNode {
  const texts = useFormTexts();
  const session = useFormSession();
  const announce = useAnnounce();
  const id = props.fieldPathId.$id;
  const pointer = pointerOf(id);
  const field = session.form.fields.get(fieldPathOf(pointer));
  const count = props.items.length;
  const focusRow = useRef<number | null>(null);
  useEffect(() => {
    if (focusRow.current === null) return;
    focusControl(`${id}.${focusRow.current}`);
    focusRow.current = null;
  }, [count, id]);
  const firstRowMissing = field?.required === true && count === 0 && isOpen(session.correction, pointer);
  const { setAnswer } = session;
  const choice = field ? rowChoiceOf(session.form, field) : null;
  useEffect(() => {
    // A repeat that needs a row offers the first one without being asked.
    if (firstRowMissing) setAnswer(pointer, [newRow(choice, [])]);
  }, [firstRowMissing, setAnswer, pointer, choice]);
  if (!field) return null;

  const { errors, warnings } = session.messages(pointer);
  const mayAdd = count < mostRows(field, choice) && isOpen(session.correction, pointer);
  const add = (): void => {
    const given = valueAt(session.answers, pointer);
    const rows = Array.isArray(given) ? (given as unknown[]) : [];
    session.setAnswer(pointer, [...rows, newRow(choice, rows)]);
    focusRow.current = count;
    announce(texts.rows.added(count + 1));
  };
  const describedBy = [
    field.description !== null && `${id}-support`,
    errors.length > 0 && `${id}-error`,
    warnings.length > 0 && `${id}-warning`,
  ]
    .filter(Boolean)
    .join(' ');
  return (
    <fieldset id={id} className="tz-rows" tabIndex={-1} aria-describedby={describedBy || undefined}>
      <legend className="tz-field__label">
        {field.title}
        <Need required={field.required} />
      </legend>
      {field.description !== null && (
        <p id={`${id}-support`} className="tz-field__support">
          {field.description}
        </p>
      )}
      {count === 0 && <p className="tz-quiet">{texts.rows.none}</p>}
      {props.items}
      {errors.length > 0 && <FieldErrors id={`${id}-error`} errors={errors} />}
      {warnings.length > 0 && <FieldWarnings id={`${id}-warning`} warnings={warnings} />}
      {mayAdd && (
        <div className="tz-rows__add">
          <Button size="small" onClick={add}>
            <Icon name="plus" />
            {texts.rows.add(field.title)}
          </Button>
        </div>
      )}
    </fieldset>
  );
}

function newRow(choice: Field | null, before: readonly unknown[]): Record<string, unknown> {
  return { [ROW_ID]: newRowId(), ...nextRow(choice, before) };
}

function isOpen(correction: FieldCorrection | null, pointer: Pointer): boolean {
  return correction === null || correction.isOpen(pointer);
}

/** One row. Its button stands at its end, so that tabbing meets the questions first. */
export function Row({ index, children, buttonsProps }: ArrayFieldItemTemplateProps): ReactNode {
  const texts = useFormTexts();
  const session = useFormSession();
  const announce = useAnnounce();
  const rowId = buttonsProps.fieldPathId.$id;
  const rowPointer = pointerOf(rowId);
  const listPointer = rowPointer.slice(0, rowPointer.lastIndexOf('/'));
  const rows = valueAt(session.answers, listPointer);
  const count = Array.isArray(rows) ? rows.length : 0;
  const list = session.form.fields.get(fieldPathOf(listPointer));
  // Rows that must be there could only be removed to come back empty.
  const least = list?.required === true ? Math.max(1, Number(list.schema['minItems'] ?? 0)) : 0;
  const remove = (): void => {
    session.setAnswer(rowPointer, undefined);
    announce(texts.rows.removed(index + 1));
    document.getElementById(idOf(listPointer))?.focus();
  };
  return (
    <fieldset id={rowId} className="tz-rows__row">
      <legend className="tz-rows__number">{texts.rows.nth(index + 1)}</legend>
      {children}
      {count > least && isOpen(session.correction, listPointer) && (
        <Button look="text" size="small" onClick={remove}>
          {texts.rows.remove(index + 1)}
        </Button>
      )}
    </fieldset>
  );
}
