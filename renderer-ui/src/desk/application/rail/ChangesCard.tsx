import type { ReactNode } from 'react';
import type { DeskApplicationView } from '../../../api/types.js';
import { useDeskTexts } from '../../desk-texts.js';
import { AnswerLink } from '../answers/AnswerLink.js';
import { RailCard } from './RailCard.js';

/** What came back from a correction. The values themselves stand in place, beside each answer. */
export function ChangesCard({ changes }: { readonly changes: DeskApplicationView['changes'] }): ReactNode {
  const texts = useDeskTexts().changes;
  if (changes.length === 0) return null;
  return (
    <RailCard title={texts.title} aside={<span className="desk-small">{texts.count(changes.length)}</span>}>
      <ul className="desk-links">
        {changes.map((change) => (
          <li key={change.path}>
            <AnswerLink path={change.path}>{change.label}</AnswerLink>
          </li>
        ))}
      </ul>
    </RailCard>
  );
}
