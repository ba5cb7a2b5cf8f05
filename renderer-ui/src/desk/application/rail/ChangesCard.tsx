import type { ReactNode } from 'react';
import type { DeskApplicationView } from '../../../api/types.js';
import { useDeskTexts } from '../../desk-texts.js';
import { AnswerLink } from '../answers/AnswerLink.js';
import { RailCard } from './RailCard.js';

/** A row that is gone has no place of its own: its list is shown. */
const GONE_ROW = /\/@.*$/;

/** What came back from a correction. The values themselves stand in place, beside each answer. */
export function ChangesCard({ changes }: { readonly changes: DeskApplicationView['changes'] }): ReactNode {
  const texts = useDeskTexts().changes;
  if (changes.length === 0) return null;
  return (
    <RailCard title={texts.title} aside={<span className="desk-small">{texts.count(changes.length)}</span>}>
      <ul className="desk-links">
        {changes.map((change) => (
          <li key={change.path}>
            <AnswerLink path={change.path.replace(GONE_ROW, '')}>{change.label}</AnswerLink>{' '}
            <span className="desk-small tz-quiet">{texts.kinds[change.kind]}</span>
          </li>
        ))}
      </ul>
    </RailCard>
  );
}
