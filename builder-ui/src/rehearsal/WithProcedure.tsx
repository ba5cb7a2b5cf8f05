import type { ReactNode } from 'react';
import type { Procedure } from '#engine';
import { RefusalBanner } from '../../../renderer-ui/src/desk/index.js';
import { Banner, Spinner } from '../../../renderer-ui/src/ui/index.js';
import { useRehearsalTexts } from '../texts/rehearsal.js';
import { useCompiled } from './use-compiled.js';
import { type DraftFormState, useDraftForm } from './use-draft-form.js';

interface WithProcedureProps {
  readonly children: (procedure: Procedure, draft: DraftFormState) => ReactNode;
}

/** What needs the draft as a procedure that runs; in its place it is said why there is none, or not yet. */
export function WithProcedure({ children }: WithProcedureProps): ReactNode {
  const texts = useRehearsalTexts();
  const procedure = useCompiled();
  const draft = useDraftForm();
  if (!procedure)
    return (
      <Banner tone="warning" title={texts.broken}>
        {texts.brokenLead}
      </Banner>
    );
  if (draft instanceof Error) return <RefusalBanner error={draft} />;
  return draft ? children(procedure, draft) : <Spinner />;
}
