import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { ProcedureListItem } from '../../api/types.js';
import { dateText, useLanguage, usePortalTexts } from '../../texts/index.js';
import { StatusChip, type ChipTone } from '../../ui/index.js';
import { daysLeft } from './catalogue.js';

const TONES: Readonly<Record<ProcedureListItem['state'], ChipTone>> = {
  before: 'quiet',
  open: 'done',
  closed: 'quiet',
};

/** Days from which the closing date is counted down. */
const SOON = 30;

export function ProcedureCard({ procedure }: { readonly procedure: ProcedureListItem }): ReactNode {
  const texts = usePortalTexts();
  const language = useLanguage();
  const left = daysLeft(procedure.closesAt, new Date());
  return (
    <li className="tz-card tz-procedure-card">
      <p className="tz-procedure-card__state">
        <StatusChip tone={TONES[procedure.state]}>{texts.home.states[procedure.state]}</StatusChip>
        {procedure.state === 'before' ? (
          <span>{texts.home.from(dateText(procedure.opensAt, language))}</span>
        ) : (
          <span>{texts.home.until(dateText(procedure.closesAt, language))}</span>
        )}
        {procedure.state === 'open' && left <= SOON && <strong>{texts.home.closesIn(left)}</strong>}
      </p>
      <h3 className="tz-procedure-card__title">
        <Link to={`/procedures/${procedure.id}`}>{procedure.title}</Link>
      </h3>
      <p className="tz-procedure-card__summary">{procedure.summary}</p>
      <p className="tz-procedure-card__office">
        {procedure.category}｜{procedure.department}
      </p>
    </li>
  );
}
