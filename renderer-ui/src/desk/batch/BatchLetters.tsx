import type { ReactNode } from 'react';
import { useInfiniteQuery } from '../../api/query/index.js';
import { fetchBatchLetters } from '../../api/batches.js';
import type { BatchLetters as Letters, BatchView } from '../../api/types.js';
import { Link } from '../../router/index.js';
import { useBatchesTexts } from '../../texts/index.js';
import { Button, Disclosure, InJapanese, Spinner, StatusChip } from '../../ui/index.js';
import { RefusalBanner } from '../frame/RefusalBanner.js';
import { batchKeys } from './batch-queries.js';

/** Every letter before any leaves: the odd ones first and open, the others folded. */
export function BatchLetters({ batch: { id, state } }: { readonly batch: BatchView }): ReactNode {
  const texts = useBatchesTexts().letters;
  const found = useInfiniteQuery({
    queryKey: batchKeys.letters(id, state),
    queryFn: ({ pageParam }) => fetchBatchLetters(id, pageParam),
    initialPageParam: 0,
    getNextPageParam: ({ next }) => next,
  });
  const [first] = found.data?.pages ?? [];
  if (first?.total === 0) return null;
  return (
    <section className="tz-stack" aria-labelledby="batch-letters">
      <h2 id="batch-letters" className="tz-heading">
        {texts.title}
      </h2>
      <RefusalBanner error={found.error} />
      {found.isPending && <Spinner />}
      {first && (
        <>
          <p>{first.odd > 0 ? texts.lead(first.total, first.odd) : texts.noneOdd(first.total)}</p>
          <ol className="desk-batch__letters">
            {found.data?.pages.flatMap(({ letters }) =>
              letters.map((letter) => <Letter key={`${letter.n} ${letter.k}`} letter={letter} />),
            )}
          </ol>
        </>
      )}
      {found.hasNextPage && (
        <p>
          <Button blocked={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
            {texts.more}
          </Button>
        </p>
      )}
    </section>
  );
}

function Letter({ letter }: { readonly letter: Letters['letters'][number] }): ReactNode {
  const texts = useBatchesTexts().letters;
  const { number, applicationId, subject, title, text, reasons, rare } = letter;
  return (
    <li className="desk-batch__letter">
      <p className="desk-batch__letter-head">
        {applicationId === null ? (
          <span className="tz-number">{number}</span>
        ) : (
          <Link className="tz-number" to={`/desk/applications/${applicationId}`}>
            {number}
          </Link>
        )}
        <InJapanese>{subject ?? ''}</InJapanese>
        {reasons.map((reason) => (
          <StatusChip key={reason} tone={reason === 'fault' || reason === 'blank' ? 'danger' : 'waiting'}>
            {reason === 'rare' ? texts.rare(rare) : texts.reasons[reason]}
          </StatusChip>
        ))}
      </p>
      {text === null ? (
        <p>{texts.fault}</p>
      ) : (
        <Disclosure small summary={<InJapanese>{title}</InJapanese>}>
          <p className="tz-prewrap desk-batch__letter-text" lang="ja">
            {text}
          </p>
        </Disclosure>
      )}
    </li>
  );
}
