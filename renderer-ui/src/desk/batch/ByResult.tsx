import type { ReactNode } from 'react';
import type { BatchView } from '../../api/types.js';
import { useBatchesTexts } from '../../texts/index.js';
import { Button, Buttons } from '../../ui/index.js';
import { RefusalBanner } from '../frame/RefusalBanner.js';
import { useBeginBatch } from './batch-queries.js';

/** What was drawn by lot or chosen elsewhere: those of each result go a way of their own. */
export function ByResult({ batch: { id, results } }: { readonly batch: BatchView }): ReactNode {
  const texts = useBatchesTexts().results;
  const begin = useBeginBatch();
  return (
    <section className="tz-stack" aria-labelledby="batch-results">
      <h2 id="batch-results" className="tz-heading">
        {texts.title}
      </h2>
      <p>{texts.lead}</p>
      <RefusalBanner error={begin.error} />
      <Buttons>
        {results.map(({ value, count }) => (
          <Button
            key={value}
            blocked={begin.isPending}
            onClick={() => begin.mutate({ of: id, result: value })}
          >
            {texts.only(value, count)}
          </Button>
        ))}
      </Buttons>
    </section>
  );
}
