import { useEffect, useRef, type ReactNode } from 'react';
import { useFormTexts } from '../../texts/index.js';
import { Button, FieldErrors, FieldWarnings, focusControl, Icon, Need, useAnnounce } from '../../ui/index.js';
import { ROW_ID, type Field } from '../engine.js';
import { rowChoiceOf } from '../hints-of.js';
import { idOf, valueAt, type Pointer } from '../pointer.js';
import { useFormSession, type FieldCorrection } from '../session/form-session.js';
import type { ContainerProps } from './container-props.js';
import { newRowId } from './new-row-id.js';
import { mostRows, nextRow } from './next-row.js';

/** A repeat: numbered rows, each removable, and a button for one more. */
export function Rows({ field, pointer, Inside }: ContainerProps): ReactNode {
  const texts = useFormTexts();
  const session = useFormSession();
  const announce = useAnnounce();
  const id = idOf(pointer);
  const rows = rowsAt(session.answers, pointer);
  const count = rows.length;
  const focusRow = useRef<number | null>(null);
  useEffect(() => {
    if (focusRow.current === null) return;
    focusControl(`${id}.${focusRow.current}`);
    focusRow.current = null;
  }, [count, id]);
  const firstRowMissing = field.required && count === 0 && isOpen(session.correction, pointer);
  const { setAnswer } = session;
  const choice = rowChoiceOf(session.form, field);
  useEffect(() => {
    // A repeat that needs a row offers the first one without being asked.
    if (firstRowMissing) setAnswer(pointer, [newRow(choice, [])]);
  }, [firstRowMissing, setAnswer, pointer, choice]);

  const { errors, warnings } = session.messages(pointer);
  const mayAdd = count < mostRows(field, choice) && isOpen(session.correction, pointer);
  const add = (): void => {
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
      {rows.map((row, index) => (
        <Row key={keyOf(row, index)} list={field} listPointer={pointer} index={index} count={count}>
          <Inside fields={field.fields} at={`${pointer}/${index}`} />
        </Row>
      ))}
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

/** A row keeps its controls, and with them the cursor, when another row goes. */
function keyOf(row: unknown, index: number): string {
  const id = valueAt(row, `/${ROW_ID}`);
  return typeof id === 'string' ? id : String(index);
}

function rowsAt(answers: unknown, pointer: Pointer): readonly unknown[] {
  const given = valueAt(answers, pointer);
  return Array.isArray(given) ? given : [];
}

interface RowProps {
  readonly list: Field;
  readonly listPointer: Pointer;
  readonly index: number;
  readonly count: number;
  readonly children: ReactNode;
}

/** One row. Its button stands at its end, so that tabbing meets the questions first. */
function Row({ list, listPointer, index, count, children }: RowProps): ReactNode {
  const texts = useFormTexts();
  const session = useFormSession();
  const announce = useAnnounce();
  const rowPointer = `${listPointer}/${index}`;
  // Rows that must be there could only be removed to come back empty.
  const least = list.required ? Math.max(1, Number(list.schema['minItems'] ?? 0)) : 0;
  const remove = (): void => {
    session.setAnswer(rowPointer, undefined);
    announce(texts.rows.removed(index + 1));
    document.getElementById(idOf(listPointer))?.focus();
  };
  return (
    <fieldset id={idOf(rowPointer)} className="tz-rows__row">
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
