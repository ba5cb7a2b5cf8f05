import { lazy, memo, Suspense, useCallback, useEffect, useRef, useState, type ReactNode } from 'react';
import { useFieldsTexts, useFormTexts } from '../../texts/index.js';
import { Button, FieldErrors, FieldWarnings, focusControl, Icon, Need, useAnnounce } from '../../ui/index.js';
import { type Field, fieldHints, ROW_ID } from '../engine.js';
import { rowChoiceOf } from '../hints-of.js';
import { idOf, valueAt, type Pointer } from '../pointer.js';
import type { AnswersState } from '../session/answers-in-hand.js';
import {
  useAnswerAt,
  useFormSession,
  useFormState,
  useMessagesAt,
  type FieldCorrection,
} from '../session/form-session.js';
import { ClosedRow } from './ClosedRow.js';
import { newRowId } from './new-row-id.js';
import { mostRows, nextRow } from './next-row.js';

const PasteRows = lazy(() => import('../paste/PasteRows.js'));

/** More rows than these are shown closed, one line each: a list of 500 shops stays quick and can be looked through. */
const MOST_OPEN = 12;

interface RowsProps {
  readonly field: Field;
  readonly pointer: Pointer;
  /** Draws the questions of the nth row. */
  readonly drawRow: (index: number) => ReactNode;
}

/** A repeat: numbered rows, each removable, and a button for one more. */
export function Rows({ field, pointer, drawRow }: RowsProps): ReactNode {
  const texts = useFormTexts();
  const fieldsTexts = useFieldsTexts().rows;
  const { form, inHand, correction } = useFormSession();
  const announce = useAnnounce();
  const id = idOf(pointer);
  // What stands in a row is the row's own business.
  const joined = useFormState(({ answers }) => rowsAt(answers, pointer).map(keyOf).join(' '));
  const keys = joined === '' ? [] : joined.split(' ');
  const count = keys.length;
  const hints = fieldHints(form, field);
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const [pasting, setPasting] = useState(false);
  const focusRow = useRef<number | null>(null);
  useEffect(() => {
    if (focusRow.current === null) return;
    focusControl(`${id}.${focusRow.current}`);
    focusRow.current = null;
  }, [count, id]);
  const firstRowMissing = field.required && count === 0 && isOpen(correction, pointer);
  const choice = rowChoiceOf(form, field);
  useEffect(() => {
    // A repeat that needs a row offers the first one without being asked.
    if (firstRowMissing) inHand.setAnswer(pointer, [newRow(choice, [])]);
  }, [firstRowMissing, inHand, pointer, choice]);

  const { errors, warnings } = useMessagesAt(pointer);
  const most = mostRows(field, choice);
  const mayAdd = hints.addable && count < most && isOpen(correction, pointer);
  const open = useCallback(
    (key: string, index: number) => {
      setOpened((before) => new Set(before).add(key));
      // Once the questions stand there.
      requestAnimationFrame(() => focusControl(`${id}.${index}`));
    },
    [id],
  );
  const paste = (pasted: readonly Readonly<Record<string, unknown>>[]): void => {
    // The row that was offered empty makes way.
    const kept = rowsAt(inHand.state.answers, pointer).filter((row) => !isEmptyRow(row));
    inHand.setAnswer(pointer, [...kept, ...pasted.map((row) => ({ [ROW_ID]: newRowId(), ...row }))]);
    setPasting(false);
    announce(fieldsTexts.pasteAdded(pasted.length));
  };
  const add = (): void => {
    const rows = rowsAt(inHand.state.answers, pointer);
    const row = newRow(choice, rows);
    setOpened((before) => new Set(before).add(keyOf(row, count)));
    inHand.setAnswer(pointer, [...rows, row]);
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
      {keys.map((key, index) => (
        <OneRow
          key={key}
          rowKey={key}
          list={field}
          listPointer={pointer}
          index={index}
          count={count}
          mayClose={count > MOST_OPEN && !opened.has(key)}
          onOpen={open}
          drawRow={drawRow}
        />
      ))}
      {errors.length > 0 && <FieldErrors id={`${id}-error`} errors={errors} />}
      {warnings.length > 0 && <FieldWarnings id={`${id}-warning`} warnings={warnings} />}
      {mayAdd && (
        <div className="tz-rows__add">
          <Button size="small" onClick={add}>
            <Icon name="plus" />
            {texts.rows.add(field.title)}
          </Button>
          {hints.paste && (
            <Button size="small" onClick={() => setPasting(true)}>
              {fieldsTexts.paste}
            </Button>
          )}
        </div>
      )}
      {pasting && (
        <Suspense fallback={null}>
          <PasteHere
            list={field}
            listPointer={pointer}
            most={most}
            onAdd={paste}
            onClose={() => setPasting(false)}
          />
        </Suspense>
      )}
    </fieldset>
  );
}

function newRow(choice: Field | null, before: readonly unknown[]): Record<string, unknown> {
  return { [ROW_ID]: newRowId(), ...nextRow(choice, before) };
}

/** Nothing but its id. */
function isEmptyRow(row: unknown): boolean {
  return typeof row === 'object' && row !== null && Object.keys(row).every((key) => key === ROW_ID);
}

const places = new WeakMap<AnswersState['messages'], ReadonlySet<Pointer>>();

/** Every place at which, or within which, something is said. */
function placesIn(messages: AnswersState['messages']): ReadonlySet<Pointer> {
  const known = places.get(messages);
  if (known) return known;
  const found = new Set<Pointer>();
  for (const pointer of messages.keys())
    for (let end = pointer.length; end > 0; end = pointer.lastIndexOf('/', end - 1))
      found.add(pointer.slice(0, end));
  places.set(messages, found);
  return found;
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

interface OneRowProps {
  readonly rowKey: string;
  readonly list: Field;
  readonly listPointer: Pointer;
  readonly index: number;
  readonly count: number;
  /** One of many, and nobody has opened it. */
  readonly mayClose: boolean;
  readonly onOpen: (key: string, index: number) => void;
  readonly drawRow: (index: number) => ReactNode;
}

/** A row as questions, or in one line. Drawn again only when something becomes of the row itself. */
const OneRow = memo(function OneRow(props: OneRowProps): ReactNode {
  const { rowKey, list, listPointer, index, count, mayClose, onOpen, drawRow } = props;
  const { correction } = useFormSession();
  const at = `${listPointer}/${index}`;
  // Somebody says something about it: a line of the summary must find its control there.
  const isSpokenOf = useFormState(({ messages }) => placesIn(messages).has(at));
  const needsLooking =
    isSpokenOf || list.fields.some((field) => (correction?.comment(`${at}/${field.name}`) ?? null) !== null);
  if (mayClose && !needsLooking)
    return <RowInOneLine list={list} at={at} rowKey={rowKey} index={index} onOpen={onOpen} />;
  return (
    <Row list={list} listPointer={listPointer} index={index} count={count}>
      {drawRow(index)}
    </Row>
  );
});

type RowInOneLineProps = Pick<OneRowProps, 'list' | 'rowKey' | 'index' | 'onOpen'> & {
  readonly at: Pointer;
};

function RowInOneLine({ at, ...props }: RowInOneLineProps): ReactNode {
  const { form } = useFormSession();
  return <ClosedRow form={form} row={useAnswerAt(at)} {...props} />;
}

interface PasteHereProps {
  readonly list: Field;
  readonly listPointer: Pointer;
  readonly most: number;
  readonly onAdd: (rows: readonly Readonly<Record<string, unknown>>[]) => void;
  readonly onClose: () => void;
}

function PasteHere({ listPointer, most, ...props }: PasteHereProps): ReactNode {
  const { form } = useFormSession();
  const taken = useFormState(
    ({ answers }) => rowsAt(answers, listPointer).filter((row) => !isEmptyRow(row)).length,
  );
  return <PasteRows form={form} room={most - taken} most={most} {...props} />;
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
  const { form, inHand, correction } = useFormSession();
  const fieldsTexts = useFieldsTexts().rows;
  const announce = useAnnounce();
  const hints = fieldHints(form, list);
  const mayChange = isOpen(correction, listPointer);
  const rowPointer = `${listPointer}/${index}`;
  // Rows that must be there could only be removed to come back empty.
  const least = list.required ? Math.max(1, Number(list.schema['minItems'] ?? 0)) : 0;
  const remove = (): void => {
    inHand.setAnswer(rowPointer, undefined);
    announce(texts.rows.removed(index + 1));
    document.getElementById(idOf(listPointer))?.focus();
  };
  const move = (to: number): void => {
    const rows = rowsAt(inHand.state.answers, listPointer);
    const others = rows.filter((_row, at) => at !== index);
    inHand.setAnswer(listPointer, [...others.slice(0, to), rows[index], ...others.slice(to)]);
    announce(fieldsTexts.moved(to + 1));
  };
  return (
    <fieldset id={idOf(rowPointer)} className="tz-rows__row">
      <legend className="tz-rows__number">{texts.rows.nth(index + 1)}</legend>
      {children}
      {mayChange && (
        <div className="tz-rows__actions">
          {hints.orderable && index > 0 && (
            <Button look="text" size="small" onClick={() => move(index - 1)}>
              {fieldsTexts.up(index + 1)}
            </Button>
          )}
          {hints.orderable && index < count - 1 && (
            <Button look="text" size="small" onClick={() => move(index + 1)}>
              {fieldsTexts.down(index + 1)}
            </Button>
          )}
          {hints.removable && count > least && (
            <Button look="text" size="small" onClick={remove}>
              {texts.rows.remove(index + 1)}
            </Button>
          )}
        </div>
      )}
    </fieldset>
  );
}
