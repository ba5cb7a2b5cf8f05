import type { ReactNode } from 'react';
import { useQuery } from '../../../renderer-ui/src/api/query/index.js';
import { dateTimeText, useLanguage } from '../../../renderer-ui/src/texts/index.js';
import { ButtonLink, StatusChip } from '../../../renderer-ui/src/ui/index.js';
import { fetchPublications, publishingKeys } from '../api/publishing.js';
import { useListTexts } from '../texts/list.js';
import { usePublishingTexts } from '../texts/publishing.js';

/** What waits for somebody to agree, or for its day. Nothing where nothing does. */
export function WaitingPublications(): ReactNode {
  const texts = usePublishingTexts();
  const list = useListTexts();
  const language = useLanguage();
  const publications = useQuery({
    queryKey: publishingKeys.publications,
    queryFn: fetchPublications,
    refetchInterval: 20_000,
  });
  const open = (publications.data?.publications ?? []).filter(
    ({ state }) => state === 'asked' || state === 'planned',
  );
  if (open.length === 0) return null;
  return (
    <section className="builder-waiting">
      <h2 className="tz-heading">{list.waiting}</h2>
      <ul className="builder-table__drafts">
        {open.map(({ id, title, state, askedBy, askedAt, startsAt, approvals, needed, mayApprove }) => (
          <li key={id} className="builder-table__draft">
            <strong>{title}</strong>
            <StatusChip tone={state === 'asked' ? 'waiting' : 'progress'}>{texts.states[state]}</StatusChip>
            <span className="builder-small">
              {texts.askedLine(askedBy ?? texts.system, dateTimeText(askedAt, language))}
            </span>
            <span className="builder-small">{texts.progress(approvals.length, needed)}</span>
            {startsAt !== null && (
              <span className="builder-small">{texts.plannedFor(dateTimeText(startsAt, language))}</span>
            )}
            <ButtonLink
              size="small"
              look={mayApprove ? 'primary' : 'secondary'}
              to={`/builder/publications/${id}`}
              aria-label={texts.openPublicationOf(title)}
            >
              {texts.openPublication}
            </ButtonLink>
          </li>
        ))}
      </ul>
    </section>
  );
}
