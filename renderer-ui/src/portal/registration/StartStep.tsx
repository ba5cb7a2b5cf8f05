import type { ReactNode } from 'react';
import { useRegistrationTexts } from '../../texts/index.js';
import { Button, ButtonLink } from '../../ui/index.js';
import type { ProfileDraft } from './profile-draft.js';

interface StartStepProps {
  readonly onKind: (kind: ProfileDraft['kind']) => void;
}

/** What registering is good for, and as whom one registers. */
export function StartStep({ onKind }: StartStepProps): ReactNode {
  const { start, home } = useRegistrationTexts();
  return (
    <>
      <p className="tz-lead">{start.lead}</p>
      <ol className="tz-numbered">
        {start.reasons.map(({ title, text }) => (
          <li key={title}>
            <strong>{title}</strong>
            <p>{text}</p>
          </li>
        ))}
      </ol>
      {(['individual', 'business'] as const).map((kind) => (
        <div key={kind} className="tz-registration__kind">
          <Button size="large" onClick={() => onKind(kind)} aria-describedby={`kind-${kind}`}>
            {start.choices[kind].title}
          </Button>
          <p id={`kind-${kind}`} className="tz-quiet">
            {start.choices[kind].text}
          </p>
        </div>
      ))}
      <ButtonLink look="text" to="/">
        {home}
      </ButtonLink>
    </>
  );
}
