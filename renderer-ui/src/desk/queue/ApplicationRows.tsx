import type { ReactNode } from 'react';
import type { ListedColumn, QueueRow } from '../../api/types.js';
import { Link } from '../../router/index.js';
import { timeText, useDeskOpinionsTexts, useDeskPaperTexts, useLanguage } from '../../texts/index.js';
import { Button, ChoiceBox, StatusChip } from '../../ui/index.js';
import { useDeskTexts } from '../desk-texts.js';
import { useRoomy } from '../frame/screen-width.js';
import { shortDate } from '../short-dates.js';
import type { Selection } from './use-selection.js';
import { DueText } from './DueText.js';

export interface RowsProps {
  readonly caption: string;
  readonly rows: readonly QueueRow[];
  /** Answers of the procedure that stand in the list beside what every list tells. */
  readonly columns?: readonly ListedColumn[];
  readonly current: string | null;
  readonly onCurrent: (id: string) => void;
  readonly onClaim: (row: QueueRow) => void;
  readonly selection: Selection;
}

/** A table where there is room, cards on a phone. The number is the one link of a row. */
export function ApplicationRows(props: RowsProps): ReactNode {
  return useRoomy() ? <RowTable {...props} /> : <RowCards {...props} />;
}

function RowTable({
  caption,
  rows,
  columns = [],
  current,
  onCurrent,
  onClaim,
  selection,
}: RowsProps): ReactNode {
  const texts = useDeskTexts();
  const language = useLanguage();
  // Columns are those of one stage, which the heading names.
  const ofOneStage = columns.length > 0;
  const table = (
    <table className="tz-table desk-table">
      <caption className="tz-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">
            <SelectBox
              label={texts.queue.select.all}
              checked={rows.every(({ id }) => selection.chosen.has(id))}
              onChange={(on) => selection.toggleAll(on)}
            />
          </th>
          <th scope="col">{texts.queue.number}</th>
          <th scope="col">{texts.queue.subject}</th>
          {!ofOneStage && <th scope="col">{texts.queue.stage}</th>}
          {columns.map(({ field, title }) => (
            <th key={field} scope="col">
              {title}
            </th>
          ))}
          <th scope="col">{texts.queue.arrived}</th>
          <th scope="col">{texts.queue.due}</th>
          <th scope="col">{texts.queue.assignee}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id} data-current={row.id === current}>
            <td>
              <RowSelect row={row} selection={selection} />
            </td>
            <th scope="row">
              <RowLink row={row} onCurrent={onCurrent} />
              <UnreadMark row={row} />
            </th>
            <td>
              <p className="desk-table__subject">{row.subject}</p>
              <p className="desk-small tz-quiet">{row.applicantName}</p>
              {ofOneStage && <RowNotes row={row} />}
            </td>
            {!ofOneStage && (
              <td>
                <p>{row.stageTitle}</p>
                <RowNotes row={row} />
              </td>
            )}
            {columns.map(({ field }) => (
              <td key={field} className="desk-table__listed">
                {row.values[field] ?? <span className="tz-quiet">{texts.queue.noValue}</span>}
              </td>
            ))}
            <td>
              <p className="desk-nowrap">{shortDate(row.submittedAt, language)}</p>
              <p className="desk-small tz-quiet">{timeText(row.submittedAt)}</p>
            </td>
            <td>
              <DueText dueOn={row.dueOn} />
            </td>
            <td>
              <Assignee row={row} onClaim={onClaim} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
  if (!ofOneStage) return table;
  return (
    <div className="desk-table-room" role="region" aria-label={caption} tabIndex={0}>
      {table}
    </div>
  );
}

function RowCards({
  caption,
  rows,
  columns = [],
  current,
  onCurrent,
  onClaim,
  selection,
}: RowsProps): ReactNode {
  const texts = useDeskTexts();
  const language = useLanguage();
  return (
    <ul className="desk-cards" aria-label={caption}>
      {rows.map((row) => (
        <li key={row.id} className="tz-card desk-card" data-current={row.id === current}>
          <p className="desk-card__head">
            <RowSelect row={row} selection={selection} />
            <RowLink row={row} onCurrent={onCurrent} />
            <UnreadMark row={row} />
            <DueText dueOn={row.dueOn} />
          </p>
          <p className="desk-table__subject">{row.subject}</p>
          <p className="tz-quiet">{row.applicantName}</p>
          <dl className="desk-card__facts">
            <div>
              <dt>{texts.queue.stage}</dt>
              <dd>
                {row.stageTitle}
                <RowNotes row={row} />
              </dd>
            </div>
            {columns.map(({ field, title }) => (
              <div key={field}>
                <dt>{title}</dt>
                <dd>{row.values[field] ?? texts.queue.noValue}</dd>
              </div>
            ))}
            <div>
              <dt>{texts.queue.arrived}</dt>
              <dd>
                <span className="desk-nowrap">{shortDate(row.submittedAt, language)}</span>{' '}
                {timeText(row.submittedAt)}
              </dd>
            </div>
            <div>
              <dt>{texts.queue.assignee}</dt>
              <dd>
                <Assignee row={row} onClaim={onClaim} />
              </dd>
            </div>
          </dl>
        </li>
      ))}
    </ul>
  );
}

/** What the applicant wrote, which team has it, and for whom one would act. */
function RowNotes({ row }: { readonly row: QueueRow }): ReactNode {
  const texts = useDeskTexts().queue;
  const { mark: paper } = useDeskPaperTexts();
  const opinions = useDeskOpinionsTexts();
  return (
    <>
      {row.paper && <StatusChip tone="quiet">{paper}</StatusChip>}
      {row.onHold && <StatusChip tone="waiting">{texts.onHold}</StatusChip>}
      {row.warnings > 0 && (
        <StatusChip tone="waiting">
          {texts.warnings} {texts.warningCount(row.warnings)}
        </StatusChip>
      )}
      {row.returned && <StatusChip tone="progress">{texts.returned}</StatusChip>}
      {row.unreadMessages > 0 && (
        <StatusChip tone="waiting">{texts.unreadMessages(row.unreadMessages)}</StatusChip>
      )}
      {row.opinionsOut > 0 && <StatusChip tone="progress">{opinions.out(row.opinionsOut)}</StatusChip>}
      {row.team !== null && <p className="desk-small tz-quiet">{row.team}</p>}
      {row.inPlaceOf !== null && <p className="desk-small">{texts.inPlaceOf(row.inPlaceOf)}</p>}
    </>
  );
}

function RowSelect({ row, selection }: { readonly row: QueueRow; readonly selection: Selection }): ReactNode {
  const texts = useDeskTexts().queue.select;
  return (
    <SelectBox
      label={texts.row(row.number)}
      checked={selection.chosen.has(row.id)}
      onChange={(on, withShift) => selection.toggle(row.id, on, withShift)}
    />
  );
}

function SelectBox({
  label,
  checked,
  onChange,
}: {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (on: boolean, withShift: boolean) => void;
}): ReactNode {
  return (
    <ChoiceBox
      kind="checkbox"
      checked={checked}
      onChange={(event) =>
        onChange(event.target.checked, event.nativeEvent instanceof MouseEvent && event.nativeEvent.shiftKey)
      }
    >
      <span className="tz-hidden">{label}</span>
    </ChoiceBox>
  );
}

/** Nobody has opened it, or it is not as the reader last saw it. */
function UnreadMark({ row }: { readonly row: QueueRow }): ReactNode {
  const texts = useDeskTexts().queue.unread;
  return row.unread === null ? null : (
    <p className="desk-unread" data-unread={row.unread}>
      {texts[row.unread]}
    </p>
  );
}

function RowLink({ row, onCurrent }: { row: QueueRow; onCurrent: (id: string) => void }): ReactNode {
  return (
    <Link
      className="tz-number desk-nowrap desk-row-link"
      to={`/desk/applications/${encodeURIComponent(row.id)}`}
      data-row={row.id}
      onFocus={() => onCurrent(row.id)}
      onClick={() => onCurrent(row.id)}
    >
      {row.number}
    </Link>
  );
}

function Assignee({ row, onClaim }: { row: QueueRow; onClaim: (row: QueueRow) => void }): ReactNode {
  const texts = useDeskTexts();
  if (row.assignee) return <span className="desk-nowrap">{row.assignee.name}</span>;
  if (!row.mayAssign) return <span className="tz-quiet desk-nowrap">{texts.queue.nobody}</span>;
  return (
    <Button size="small" aria-label={texts.queue.claimOf(row.number)} onClick={() => onClaim(row)}>
      {texts.queue.claim}
    </Button>
  );
}
