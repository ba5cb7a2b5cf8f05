import type { ReactNode } from 'react';
import { useViewerTexts } from '../../texts/index.js';
import { AnswerLink } from '../application/answers/AnswerLink.js';
import type { AnswerLine } from '../application/answers/answer-outline.js';

/** What the file in sight is looked at for; each leads to its answer beside it. */
export function ProvenAnswers({ lines }: { readonly lines: readonly AnswerLine[] }): ReactNode {
  const texts = useViewerTexts();
  if (lines.length === 0) return null;
  return (
    <p className="desk-viewer__proves">
      <span className="tz-quiet">{texts.proves}</span>
      {lines.map(({ path, field }) => (
        <AnswerLink key={path} path={path}>
          {field.title}
        </AnswerLink>
      ))}
    </p>
  );
}
