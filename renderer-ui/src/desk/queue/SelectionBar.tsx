import type { ReactNode } from 'react';
import type { ListPlace } from '../../api/types.js';
import { Button } from '../../ui/index.js';
import { useDeskTexts } from '../desk-texts.js';
import { useBeginBatch } from '../batch/batch-queries.js';
import { RefusalBanner } from '../frame/RefusalBanner.js';
import type { Selection } from './use-selection.js';

interface SelectionBarProps {
  readonly selection: Selection;
  /** Null where the list is no queue: what was searched for is not taken as a whole. */
  readonly all: { readonly place: ListPlace } | null;
}

/** Leads from a list to doing one thing with many of its applications. */
export function SelectionBar({ selection, all }: SelectionBarProps): ReactNode {
  const texts = useDeskTexts().queue.select;
  const begin = useBeginBatch();
  const { size } = selection.chosen;
  if (size === 0 && all === null) return null;
  return (
    <>
      <RefusalBanner error={begin.error} />
      <div className={size > 0 ? 'desk-selection desk-selection--on' : 'desk-selection'}>
        {size > 0 && (
          <>
            <strong role="status">{texts.chosen(size)}</strong>
            <Button
              look="primary"
              size="small"
              blocked={begin.isPending}
              onClick={() => begin.mutate({ ids: [...selection.chosen] })}
            >
              {texts.go}
            </Button>
            <Button look="text" size="small" onClick={() => selection.toggleAll(false)}>
              {texts.clear}
            </Button>
          </>
        )}
        {all !== null && (
          <Button
            look="text"
            size="small"
            blocked={begin.isPending}
            onClick={() => begin.mutate({ place: all.place })}
          >
            {texts.goAll}
          </Button>
        )}
      </div>
    </>
  );
}
