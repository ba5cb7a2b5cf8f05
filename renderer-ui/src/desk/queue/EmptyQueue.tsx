import type { ReactNode } from 'react';
import type { ListPlace } from '../../api/types.js';
import { ButtonLink, Card } from '../../ui/index.js';
import { useDeskTexts } from '../desk-texts.js';
import { knownText } from './queue-words.js';

/** An empty list says what to do next. */
export function EmptyQueue({ place: { queue: queueKey, only } }: { readonly place: ListPlace }): ReactNode {
  const texts = useDeskTexts();
  const { empty } = texts.queue;
  const advice = only.length > 0 ? texts.queue.narrowed : (knownText(empty, queueKey) ?? empty.other);
  return (
    <Card look="quiet" as="section" aria-labelledby="queue-empty">
      <h2 id="queue-empty" className="tz-heading">
        {texts.queue.emptyTitle}
      </h2>
      <p>{advice}</p>
      {queueKey === 'mine' && (
        <ButtonLink to="/desk?queue=unassigned">{texts.queue.titles.unassigned}</ButtonLink>
      )}
      {queueKey === 'unassigned' && <ButtonLink to="/desk?queue=mine">{texts.queue.titles.mine}</ButtonLink>}
    </Card>
  );
}
