import { useState, type ReactNode } from 'react';
import { useInfiniteQuery } from '../../api/query/index.js';
import { useSite } from '../../api/queries.js';
import { fetchOpinions } from '../../api/opinions.js';
import type { OpinionLine, OpinionQueue } from '../../api/types.js';
import { Link } from '../../router/index.js';
import { dateText, useDeskOpinionsTexts, useLanguage } from '../../texts/index.js';
import { Button, Page, Spinner } from '../../ui/index.js';
import { useDeskTexts } from '../desk-texts.js';
import { RefusalBanner } from '../frame/RefusalBanner.js';
import { OpinionChips } from './OpinionChips.js';
import { opinionKeys } from './opinion-keys.js';
import './opinions.css';

const QUEUES: readonly OpinionQueue[] = ['office', 'mine', 'overdue', 'ended', 'asked'];

/** What other offices ask ours, and what one has asked oneself. */
export function OpinionsScreen(): ReactNode {
  const texts = useDeskOpinionsTexts();
  const desk = useDeskTexts();
  const site = useSite();
  const [queue, setQueue] = useState<OpinionQueue>('office');
  const { data, error, isPending, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: opinionKeys.list(queue),
    queryFn: ({ pageParam }) => fetchOpinions(queue, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
  const counts = data?.pages[0]?.counts;
  const lines = data?.pages.flatMap(({ opinions }) => opinions) ?? [];
  return (
    <Page title={texts.title} site={site.data?.name ?? desk.product} focusKey="opinions">
      <div className="tz-stack desk-opinions">
        <p>{texts.list.lead}</p>
        <div className="desk-opinions__tabs" role="group" aria-label={texts.title}>
          {QUEUES.map((which) => (
            <Button
              key={which}
              size="small"
              look={which === queue ? 'secondary' : 'text'}
              aria-pressed={which === queue}
              onClick={() => setQueue(which)}
            >
              {texts.list.queues[which]}
              {counts && which !== 'ended' && <span className="tz-number"> {counts[which]}</span>}
            </Button>
          ))}
        </div>
        <RefusalBanner error={error} />
        {isPending && <Spinner />}
        {data && lines.length === 0 && <p className="tz-quiet">{texts.list.none[queue]}</p>}
        {lines.length > 0 && <Lines lines={lines} ofOffice={queue !== 'asked'} />}
        {hasNextPage && (
          <p>
            <Button blocked={isFetchingNextPage} onClick={() => void fetchNextPage()}>
              {texts.list.more}
            </Button>
          </p>
        )}
      </div>
    </Page>
  );
}

function Lines({
  lines,
  ofOffice,
}: {
  readonly lines: readonly OpinionLine[];
  readonly ofOffice: boolean;
}): ReactNode {
  const texts = useDeskOpinionsTexts();
  const language = useLanguage();
  return (
    <ul className="desk-opinions__list">
      {lines.map((line) => (
        <li key={line.id}>
          <div>
            <p>
              <Link
                to={
                  ofOffice || line.applicationId === null
                    ? `/desk/opinions/${encodeURIComponent(line.id)}`
                    : `/desk/applications/${encodeURIComponent(line.applicationId)}`
                }
              >
                {line.number}
              </Link>{' '}
              <span className="desk-small tz-quiet">{line.procedureTitle}</span>
            </p>
            <p className="desk-opinions__question">{line.question}</p>
          </div>
          <p className="desk-small">
            {ofOffice ? texts.list.columns.from : texts.list.columns.to}
            <br />
            <strong>{ofOffice ? line.askedFrom : line.department}</strong>
          </p>
          <p className="desk-small">
            {texts.due(dateText(line.dueOn, language))}
            <br />
            {line.assignee ? texts.by(line.assignee.name) : texts.nobody}
          </p>
          <p>
            <OpinionChips opinion={line} />
          </p>
        </li>
      ))}
    </ul>
  );
}
