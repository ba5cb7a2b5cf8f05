import type { ReactNode } from 'react';
import type { QueueView } from '../../api/types.js';
import { Link, useSearchParams } from '../../router/index.js';
import { useLists, useSavedViews } from '../desk-queries.js';
import { useDeskTexts } from '../desk-texts.js';
import { groupQueues } from './queue-groups.js';
import { addressOf, placeIn } from './list-place.js';
import { queueTitle } from './queue-words.js';

interface QueueRailProps {
  readonly queues: readonly QueueView[];
  readonly current: string;
  /** Titles by procedure id. */
  readonly procedures: ReadonlyMap<string, string>;
}

export function QueueRail({ queues, current, procedures }: QueueRailProps): ReactNode {
  const texts = useDeskTexts();
  const ownViews = useSavedViews();
  const rules = useLists();
  const views = ownViews.data?.views ?? [];
  const [params] = useSearchParams();
  const lists = rules.data?.procedures ?? [];
  const here = addressOf(placeIn(current, params));
  const isSaved = lists.some(({ saved }) =>
    saved.some(({ queue, sort, columns }) => addressOf({ queue, sort, only: [], columns }) === here),
  );
  // All at once: what came above or between them later would move the others away from under a press.
  const groups = ownViews.isPending || rules.isPending ? [] : groupQueues(queues);
  return (
    <nav className="desk-rail" aria-label={texts.queue.rail}>
      {views.length > 0 && (
        <section>
          <h2 className="desk-rail__title">{texts.queue.saved}</h2>
          <ul>
            {views.map(({ id, title, place }) => (
              <li key={id}>
                <Link
                  className="desk-rail__link"
                  to={addressOf(place)}
                  aria-current={addressOf(place) === here ? 'page' : undefined}
                >
                  {title}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
      {groups.map((group) => {
        const title =
          group.procedureId === null
            ? texts.queue.across
            : (procedures.get(group.procedureId) ?? group.procedureId);
        return (
          <section key={group.procedureId ?? ''}>
            <h2 className="desk-rail__title">{title}</h2>
            <ul>
              {group.queues.map((queue) => (
                <li key={queue.key}>
                  <Link
                    className="desk-rail__link"
                    to={`/desk?queue=${encodeURIComponent(queue.key)}`}
                    aria-current={queue.key === current && !isSaved ? 'page' : undefined}
                  >
                    <span>{queueTitle(queue, texts.queue)}</span>
                    <span className="desk-rail__count" data-empty={queue.count === 0}>
                      {queue.count.toLocaleString('ja-JP')}
                      <span className="tz-hidden"> {texts.queue.countUnit}</span>
                    </span>
                  </Link>
                </li>
              ))}
              {lists
                .filter(({ procedureId }) => procedureId === group.procedureId)
                .flatMap(({ saved }) => saved)
                .map((one) => {
                  const to = addressOf({ queue: one.queue, sort: one.sort, only: [], columns: one.columns });
                  return (
                    <li key={one.title}>
                      <Link
                        className="desk-rail__link"
                        to={to}
                        aria-current={to === here ? 'page' : undefined}
                      >
                        {one.title}
                      </Link>
                    </li>
                  );
                })}
            </ul>
          </section>
        );
      })}
    </nav>
  );
}
