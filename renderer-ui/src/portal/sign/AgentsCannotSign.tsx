import type { ReactNode } from 'react';
import { useSigningTexts } from '../../texts/index.js';
import { Banner } from '../../ui/index.js';
import { useApplicant } from '../session/use-applicant.js';

/** Tells an agent who signs instead, and that nothing is lost until then. */
export function AgentsCannotSign(): ReactNode {
  const texts = useSigningTexts().agents;
  const { who } = useApplicant();
  return (
    <Banner tone="info" title={texts.title}>
      <p>{texts.body(who?.name ?? '')}</p>
    </Banner>
  );
}
