import { useState, type ReactNode } from 'react';
import { useQuery } from '../../../renderer-ui/src/api/query/index.js';
import { RefusalBanner } from '../../../renderer-ui/src/desk/index.js';
import { Card, Disclosure, Spinner } from '../../../renderer-ui/src/ui/index.js';
import {
  type Choice,
  fetchComparison,
  fetchDraftPublications,
  fetchImpact,
  publishingKeys,
} from '../api/publishing.js';
import { usePublishingTexts } from '../texts/publishing.js';
import { useDraft, useWorkspace } from '../workspace/use-workspace.js';
import { AskForm } from './AskForm.js';
import { ComparisonView } from './ComparisonView.js';
import { ImpactSection } from './ImpactSection.js';
import { LinksSection } from './LinksSection.js';
import { PublicationActions } from './PublicationActions.js';
import { PublicationState } from './PublicationState.js';
import './publishing.css';

/** What publishing this draft would change, for whom, and the way there. */
export function PublishScreen(): ReactNode {
  const texts = usePublishingTexts();
  const { draft } = useWorkspace();
  const { id, mayWrite } = draft;
  const revision = useDraft((state) => state.revision);
  const [choices, setChoices] = useState<readonly Choice[]>([]);
  const [applications, setApplications] = useState<Choice['do']>('pin');
  const comparison = useQuery({
    queryKey: publishingKeys.comparison(id, revision),
    queryFn: () => fetchComparison(id),
  });
  const publications = useQuery({
    queryKey: publishingKeys.ofDraft(id),
    queryFn: () => fetchDraftPublications(id),
    refetchInterval: 20_000,
  });
  // The one before stays until the next is here: a note that is being typed must not go because a change was just saved.
  const [before, setBefore] = useState(comparison.data);
  if (comparison.data && comparison.data !== before) setBefore(comparison.data);
  const compared = comparison.data ?? before;
  const isSound = compared?.problems.length === 0;
  const isPublished = isSound && compared.inForce !== null;
  const impact = useQuery({
    queryKey: publishingKeys.impact(id, revision),
    queryFn: () => fetchImpact(id),
    enabled: isPublished,
  });
  const [latest, ...earlier] = publications.data?.publications ?? [];
  const isOpen = latest?.state === 'asked' || latest?.state === 'planned';
  const ended = isOpen || !latest ? earlier : [latest, ...earlier];
  const isDifferent = isSound && (!isPublished || compared.changes.length > 0);
  return (
    <div className="builder-publishing">
      <div className="tz-stack">
        <section className="tz-stack" aria-busy={comparison.isPending}>
          <h2 className="tz-heading">{texts.changes}</h2>
          <RefusalBanner error={comparison.error} />
          {comparison.isPending && (
            <p role="status">
              <Spinner /> {texts.comparing}
            </p>
          )}
          {compared && <ComparisonView comparison={compared} />}
        </section>
        {isPublished && isDifferent && (
          <>
            <RefusalBanner error={impact.error} />
            <ImpactSection
              impact={impact.data ?? null}
              choices={choices}
              applications={applications}
              {...(mayWrite && !isOpen ? { onChoose: setChoices, onApplications: setApplications } : {})}
            />
          </>
        )}
      </div>
      <div className="tz-stack">
        {isOpen && (
          <Card>
            <PublicationState line={latest} />
            <PublicationActions line={latest} />
          </Card>
        )}
        {!isOpen && isDifferent && mayWrite && <AskForm choices={choices} applications={applications} />}
        {!mayWrite && <p>{texts.notYours}</p>}
        <LinksSection draftId={id} mayWrite={mayWrite} />
        {ended.length > 0 && (
          <Disclosure summary={texts.earlier}>
            {ended.map((line) => (
              <PublicationState key={line.id} line={line} />
            ))}
          </Disclosure>
        )}
      </div>
    </div>
  );
}
