import type { ReactNode } from 'react';
import { dateTimeText, useLanguage } from '../../../renderer-ui/src/texts/index.js';
import { StatusChip, type ChipTone } from '../../../renderer-ui/src/ui/index.js';
import type { PublicationLine } from '../api/publishing.js';
import { usePublishingTexts } from '../texts/publishing.js';

const TONES: Readonly<Record<PublicationLine['state'], ChipTone>> = {
  asked: 'waiting',
  planned: 'progress',
  published: 'done',
  declined: 'refused',
  withdrawn: 'quiet',
  void: 'quiet',
  failed: 'danger',
};

/** Who asked, who agreed, when it takes place, and how it ended. */
export function PublicationState({ line }: { readonly line: PublicationLine }): ReactNode {
  const texts = usePublishingTexts();
  const language = useLanguage();
  const at = (instant: string): string => dateTimeText(instant, language);
  const { state, askedBy, askedAt, note, approvals, needed, startsAt, endedAt, endedBy, reason } = line;
  const isOpen = state === 'asked' || state === 'planned';
  return (
    <div className="builder-publication">
      <p>
        <StatusChip tone={TONES[state]}>{texts.states[state]}</StatusChip>{' '}
        {texts.askedLine(askedBy ?? texts.system, at(askedAt))}
      </p>
      <p className="builder-publication__note">{note}</p>
      {isOpen && <p>{startsAt === null ? texts.soon : texts.plannedFor(at(startsAt))}</p>}
      {(isOpen || approvals.length > 0) && (
        <p>
          {texts.progress(approvals.length, needed)}
          {approvals.map(({ name, at: agreed }) => (
            <span key={name} className="builder-table__quiet">
              {texts.approvedBy(name, at(agreed))}
            </span>
          ))}
        </p>
      )}
      {state === 'failed' ? (
        <p>{texts.failedBecause[reason === 'base-moved' ? 'base-moved' : 'other']}</p>
      ) : (
        reason !== null && <p className="builder-publication__note">{reason}</p>
      )}
      {endedAt !== null && <p className="builder-small">{texts.ended(at(endedAt), endedBy)}</p>}
    </div>
  );
}
