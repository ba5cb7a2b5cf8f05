import type { ReactNode } from 'react';
import { useQuery } from '../../api/query/index.js';
import { fetchPublicStatistics } from '../../api/statistics.js';
import type { PublicStatistics } from '../../api/types.js';
import { Link, useParams } from '../../router/index.js';
import { dateTimeText, useLanguage } from '../../texts/index.js';
import { usePublicStatisticsTexts } from '../../texts/public-statistics.js';
import { DescriptionList, Page } from '../../ui/index.js';
import { FailurePage, LoadingPage } from '../frame/Failure.js';
import { useSiteName } from '../frame/site-name.js';
import './public-statistics.css';

const LOOK_EVERY_MS = 60_000;

/** How many applied, how many were decided and completed; for everybody. */
export function PublicStatisticsScreen(): ReactNode {
  const { procedureId = '' } = useParams();
  const language = useLanguage();
  const texts = usePublicStatisticsTexts();
  const found = useQuery({
    queryKey: ['statistics', procedureId, language],
    queryFn: () => fetchPublicStatistics(procedureId),
    refetchInterval: LOOK_EVERY_MS,
  });
  if (found.data) return <Numbers view={found.data} />;
  if (found.isError) return <FailurePage error={found.error} onRetry={() => void found.refetch()} />;
  return <LoadingPage title={texts.title} />;
}

function Numbers({ view }: { readonly view: PublicStatistics }): ReactNode {
  const texts = usePublicStatisticsTexts();
  const language = useLanguage();
  const figures = [
    [texts.arrived, view.arrived, null],
    [texts.decided, view.decided, view.decidedShare],
    [view.completedLabel, view.completed, view.completedShare],
  ] as const;
  return (
    <Page
      title={texts.title}
      over={view.title}
      site={useSiteName()}
      focusKey={`${view.procedureId} statistics`}
    >
      <div className="tz-stack">
        <p className="tz-lead">{texts.lead}</p>
        <dl className="tz-figures">
          {figures.map(([term, count, share]) => (
            <div key={term} className="tz-figures__one">
              <dt>{term}</dt>
              <dd>
                <span className="tz-figures__count">{texts.count(count)}</span>
                {share !== null && (
                  <>
                    <span className="tz-figures__share">{texts.share(share)}</span>
                    <svg
                      className="tz-figures__bar"
                      viewBox="0 0 100 4"
                      preserveAspectRatio="none"
                      aria-hidden="true"
                    >
                      <rect className="tz-figures__whole" width="100" height="4" />
                      <rect className="tz-figures__part" width={share} height="4" />
                    </svg>
                  </>
                )}
              </dd>
            </div>
          ))}
        </dl>
        <DescriptionList
          rows={[
            {
              key: 'median',
              term: texts.median,
              value:
                view.medianDays === null ? (
                  texts.medianNone
                ) : (
                  <>
                    <p>{texts.medianValue(view.medianDays, view.clock)}</p>
                    <p className="tz-quiet">{texts.medianHelp}</p>
                  </>
                ),
            },
            {
              key: 'standard',
              term: texts.standard,
              value: texts.medianValue(view.standardDays, view.clock),
            },
          ]}
        />
        <p className="tz-quiet">
          {texts.asOf(dateTimeText(view.asOf, language))} {texts.small}
        </p>
        <p>
          <Link to={`/procedures/${view.procedureId}`}>{texts.back}</Link>
        </p>
      </div>
    </Page>
  );
}
