import type { ReactNode } from 'react';
import { useInfiniteQuery } from '../../api/query/index.js';
import { batchProofAddress, fetchBatchLetters, lettersOfProof } from '../../api/batches.js';
import type { BatchLetters as Letters, BatchView } from '../../api/types.js';
import { Link } from '../../router/index.js';
import { useBatchesTexts, useUiTexts } from '../../texts/index.js';
import {
  Button,
  ButtonAnchor,
  Buttons,
  Disclosure,
  InJapanese,
  Spinner,
  StatusChip,
} from '../../ui/index.js';
import { useDeskTexts } from '../desk-texts.js';
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
          <Proofs id={id} total={first.total} />
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

/** The same on paper: as they will be printed, in files of as many as the server binds. */
function Proofs({ id, total }: { readonly id: string; readonly total: number }): ReactNode {
  const texts = useBatchesTexts().letters;
  const newTab = useUiTexts().opensInNewTab;
  const { aside } = useDeskTexts().signs;
  const file = (after: number): ReactNode => {
    const title = texts.proof(after + 1, Math.min(total, after + lettersOfProof));
    return (
      <ButtonAnchor
        key={after}
        size="small"
        href={batchProofAddress(id, after)}
        target="_blank"
        rel="noreferrer"
        aria-label={`${title}${aside(newTab)}`}
      >
        {title}
      </ButtonAnchor>
    );
  };
  const others = Array.from({ length: Math.ceil(total / lettersOfProof) - 1 }, (_, n) => n + 1);
  return (
    <>
      <Buttons>{file(0)}</Buttons>
      {others.length > 0 && (
        <Disclosure small summary={texts.otherProofs}>
          <Buttons>{others.map((n) => file(n * lettersOfProof))}</Buttons>
        </Disclosure>
      )}
    </>
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
