import type { ReactNode } from 'react';
import type { QueueView } from '../../api/types.js';
import { Link } from '../../router/index.js';
import { useDeskTexts } from '../desk-texts.js';
import { groupQueues } from './queue-groups.js';
import { queueTitle } from './queue-words.js';

interface QueueRailProps {
  readonly queues: readonly QueueView[];
  readonly current: string;
  /** Titles by procedure id. */
  readonly procedures: ReadonlyMap<string, string>;
}

export function QueueRail({ queues, current, procedures }: QueueRailProps): ReactNode {
  const texts = useDeskTexts();
  return (
    <nav className="desk-rail" aria-label={texts.queue.rail}>
      {groupQueues(queues).map((group) => {
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
                    aria-current={queue.key === current ? 'page' : undefined}
                  >
                    <span>{queueTitle(queue, texts.queue)}</span>
                    <span className="desk-rail__count" data-empty={queue.count === 0}>
                      {queue.count.toLocaleString('ja-JP')}
                      <span className="tz-hidden"> {texts.queue.countUnit}</span>
                    </span>
                  </Link>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </nav>
  );
}
