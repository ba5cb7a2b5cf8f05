import type { ReactNode } from 'react';
import { useQuery } from '../../../api/query/index.js';
import { fetchDeskApplication } from '../../../api/desk.js';
import type { CaseworkView, DeskApplicationView } from '../../../api/types.js';
import { timeText, useCaseTexts } from '../../../texts/index.js';
import { ChangeRefused } from '../../action/ChangeRefused.js';
import { ChangedMeanwhile } from '../../action/use-change.js';

/** Who else has the application open, and since when. */
export function Others({ others }: { readonly others: CaseworkView['others'] }): ReactNode {
  const texts = useCaseTexts().others;
  return (
    <div role="status" className="desk-others" data-some={others.length > 0}>
      {others.map(({ name, since, writing }) => (
        <p key={`${name} ${since}`}>
          {writing ? texts.writing(name, timeText(since)) : texts.reading(name, timeText(since))}
        </p>
      ))}
    </div>
  );
}

interface ChangedUnderneathProps {
  readonly id: string;
  readonly lock: number;
  readonly onLoad: (present: DeskApplicationView) => void;
}

/** Somebody has changed it while it was being read: who, what and when, before anything is tried in vain. */
export function ChangedUnderneath({ id, lock, onLoad }: ChangedUnderneathProps): ReactNode {
  const { data } = useQuery({
    queryKey: ['desk', 'changed-underneath', id, lock],
    queryFn: () => fetchDeskApplication(id),
    staleTime: Infinity,
    gcTime: 0,
  });
  return data ? <ChangeRefused error={new ChangedMeanwhile(data)} onLoad={onLoad} /> : null;
}
