import type { ReactNode } from 'react';
import type { ProcedureListItem } from '../../api/types.js';
import { Link } from '../../router/index.js';
import { useCatalogueTexts } from '../../texts/catalogue.js';
import { dateText, useLanguage } from '../../texts/index.js';
import { StatusChip, type ChipTone } from '../../ui/index.js';
import { daysLeft, SOON_DAYS } from './catalogue-order.js';

const TONES: Readonly<Record<ProcedureListItem['state'], ChipTone>> = {
  before: 'waiting',
  open: 'done',
  closed: 'quiet',
};

interface ProcedureCardProps {
  readonly procedure: ProcedureListItem;
  /** Of the title. */
  readonly level?: 2 | 3;
}

export function ProcedureCard({ procedure, level = 3 }: ProcedureCardProps): ReactNode {
  const texts = useCatalogueTexts().card;
  const language = useLanguage();
  const Title = level === 2 ? 'h2' : 'h3';
  const left = daysLeft(procedure.closesAt, new Date());
  const notes = [
    ...(procedure.signIn === 'none' ? [texts.noAccount] : []),
    ...(procedure.signIn === 'signature' ? [texts.signature] : []),
    ...(procedure.fee === null ? [] : [texts.fee]),
  ];
  return (
    <li className="tz-card tz-procedure-card">
      <p className="tz-procedure-card__state">
        <StatusChip tone={TONES[procedure.state]}>{texts.states[procedure.state]}</StatusChip>
        {procedure.state === 'before' ? (
          <span>{texts.from(dateText(procedure.opensAt, language))}</span>
        ) : (
          <span>{texts.until(dateText(procedure.closesAt, language))}</span>
        )}
        {procedure.state === 'open' && left <= SOON_DAYS && <strong>{texts.closesIn(left)}</strong>}
      </p>
      <Title className="tz-procedure-card__title">
        <Link to={`/procedures/${procedure.id}`}>{procedure.title}</Link>
      </Title>
      <p className="tz-procedure-card__summary">{procedure.summary}</p>
      {notes.length > 0 && (
        <ul className="tz-procedure-card__notes">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      <p className="tz-procedure-card__office">
        {procedure.category} | {procedure.department}
      </p>
    </li>
  );
}
