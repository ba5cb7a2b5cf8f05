import type { ReactNode } from 'react';
import { useMutation, useQueryClient } from '../../../renderer-ui/src/api/query/index.js';
import { RefusalBanner } from '../../../renderer-ui/src/desk/index.js';
import { dateTimeText, useLanguage } from '../../../renderer-ui/src/texts/index.js';
import { Button, Disclosure } from '../../../renderer-ui/src/ui/index.js';
import { type BuilderProcedures, procedureKeys, recoverDraft } from '../api/procedures.js';
import { useListTexts } from '../texts/list.js';

/** Drafts that were thrown away and can still be had back. */
export function RemovedDrafts({ removed }: { readonly removed: BuilderProcedures['removed'] }): ReactNode {
  const texts = useListTexts();
  const language = useLanguage();
  const client = useQueryClient();
  const recover = useMutation({
    mutationFn: (id: string) => recoverDraft(id),
    onSuccess: () => client.invalidateQueries({ queryKey: procedureKeys.list }),
  });
  if (removed.length === 0) return null;
  return (
    <Disclosure summary={`${texts.removed}（${removed.length}）`}>
      <RefusalBanner error={recover.error} />
      <ul className="builder-table__drafts">
        {removed.map(({ id, title, removedAt }) => (
          <li key={id} className="builder-table__draft">
            {title}
            <span className="builder-small">{texts.removedAt(dateTimeText(removedAt, language))}</span>
            <Button
              size="small"
              blocked={recover.isPending}
              aria-label={texts.recoverOf(title)}
              onClick={() => recover.mutate(id)}
            >
              {texts.recover}
            </Button>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
