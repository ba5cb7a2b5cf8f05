import { useState, type ReactNode } from 'react';
import { civilDateInJapan, type HistoryEntry, type Procedure } from '#engine';
import { dateText, useLanguage } from '../../../renderer-ui/src/texts/index.js';
import { Button, Buttons, Dialog, StatusChip } from '../../../renderer-ui/src/ui/index.js';
import { DocumentView } from '../letters/DocumentView.js';
import { useRehearsalTexts } from '../texts/rehearsal.js';
import { useSigns } from '../texts/signs.js';
import { type Letter, type Lived, peopleOf } from './rehearsal.js';

/** Mails and notices in the order they were sent, and what has happened. */
export function Tray({
  procedure,
  lived,
}: {
  readonly procedure: Procedure;
  readonly lived: Lived | null;
}): ReactNode {
  const texts = useRehearsalTexts();
  const signs = useSigns();
  const language = useLanguage();
  const [open, setOpen] = useState<Letter | null>(null);
  const day = (at: string): string => dateText(civilDateInJapan(at), language);
  const letters = lived?.letters ?? [];
  const people = peopleOf(procedure);
  const titleOf = (stage: string): string => procedure.workflow.stages.get(stage)?.title ?? stage;
  function line({ type, actor, action, from, to }: HistoryEntry): string {
    const who =
      actor.kind === 'applicant'
        ? texts.applicant
        : (people.find(({ id }) => id === actor.id)?.title ?? texts.system);
    const stage = from === null ? undefined : procedure.workflow.stages.get(from);
    const what =
      type === 'arrived'
        ? texts.arrived
        : type === 'timer'
          ? (stage?.timers.get(action ?? '')?.title ?? '')
          : (stage?.actions.get(action ?? '')?.title ?? titleOf(from ?? to));
    return `${who}${signs.colon}${what} ${texts.moved(titleOf(to))}`;
  }
  return (
    <div className="try-stack">
      {letters.length === 0 && <p className="tz-quiet">{texts.trayEmpty}</p>}
      <ul className="try-letters">
        {letters.map((letter, index) => (
          <li key={index}>
            <StatusChip tone={letter.kind === 'notice' ? 'progress' : 'quiet'}>
              {letter.kind === 'notice' ? texts.notice : texts.mail}
            </StatusChip>
            <Button
              size="small"
              look="text"
              aria-label={texts.open(letter.document.title)}
              onClick={() => setOpen(letter)}
            >
              {letter.document.title}
            </Button>
            <span className="tz-quiet builder-small">{day(letter.at)}</span>
          </li>
        ))}
      </ul>
      {lived && lived.history.length > 0 && (
        <>
          <h3>{texts.story}</h3>
          <ol className="try-story">
            {lived.history.map((entry, index) => (
              <li key={index}>
                <span className="tz-quiet builder-small">{day(entry.at)}</span> {line(entry)}
              </li>
            ))}
          </ol>
        </>
      )}
      <Dialog title={open?.document.title ?? ''} open={open !== null} onClose={() => setOpen(null)} wide>
        {open && <DocumentView document={open.document} kind={open.kind} />}
        <Buttons>
          <Button onClick={() => setOpen(null)}>{texts.close}</Button>
        </Buttons>
      </Dialog>
    </div>
  );
}
