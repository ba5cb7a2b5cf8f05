import type { ReactNode } from 'react';
import { useSite } from '../../../renderer-ui/src/api/queries.js';
import { useQuery, useQueryClient } from '../../../renderer-ui/src/api/query/index.js';
import { isRefused } from '../../../renderer-ui/src/api/request.js';
import { RefusalBanner } from '../../../renderer-ui/src/desk/index.js';
import { useParams } from '../../../renderer-ui/src/router/index.js';
import { ButtonLink, Card, Page, Spinner } from '../../../renderer-ui/src/ui/index.js';
import { fetchPublication, publishingKeys } from '../api/publishing.js';
import { useBuilderTexts } from '../texts/builder.js';
import { usePublishingTexts } from '../texts/publishing.js';
import { ComparisonView } from './ComparisonView.js';
import { PublicationActions } from './PublicationActions.js';
import { PublicationState } from './PublicationState.js';
import './publishing.css';

/** One publication, for who agrees to it: what it changes, and the decision. */
export function PublicationScreen(): ReactNode {
  const frame = useBuilderTexts();
  const texts = usePublishingTexts();
  const site = useSite();
  const client = useQueryClient();
  const { id = '' } = useParams();
  const queryKey = publishingKeys.publication(id);
  const publication = useQuery({ queryKey, queryFn: () => fetchPublication(id) });
  const { data } = publication;
  const isOpen = data?.state === 'asked' || data?.state === 'planned';
  return (
    <Page
      title={data?.title ?? (isRefused(publication.error, 'not-found') ? texts.notFound : texts.title)}
      over={texts.title}
      site={site.data?.name ?? frame.product}
      focusKey={`publication ${id}`}
      width="full"
    >
      <div className="tz-stack">
        <RefusalBanner error={publication.error} />
        {publication.isPending && <Spinner />}
        {data && (
          <div className="builder-publishing">
            {isOpen && (
              <section className="tz-stack">
                <h2 className="tz-heading">{texts.changes}</h2>
                <ComparisonView comparison={data.comparison} />
              </section>
            )}
            <Card>
              <PublicationState line={data} />
              <PublicationActions line={data} onDone={(view) => client.setQueryData(queryKey, view)} />
              {data.draftId !== null && (
                <ButtonLink look="text" to={`/builder/drafts/${data.draftId}/form`}>
                  {texts.openDraft}
                </ButtonLink>
              )}
            </Card>
          </div>
        )}
        <div>
          <ButtonLink to="/builder">{texts.back}</ButtonLink>
        </div>
      </div>
    </Page>
  );
}
