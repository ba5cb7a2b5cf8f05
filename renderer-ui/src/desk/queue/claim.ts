import { useMutation, useQueryClient } from '../../api/query/index.js';
import { assignApplication } from '../../api/desk.js';
import type { QueueRow } from '../../api/types.js';
import { useAnnounce } from '../../ui/index.js';
import { deskKeys } from '../desk-queries.js';
import { useDeskTexts } from '../desk-texts.js';

/** 担当する, from a row: the lists and counts follow, and the change is said aloud. */
export function useClaim() {
  const client = useQueryClient();
  const announce = useAnnounce();
  const texts = useDeskTexts();
  return useMutation({
    mutationFn: (row: QueueRow) => assignApplication(row.id, 'me'),
    onSuccess: (application, row) => {
      client.setQueryData(deskKeys.application(row.id), application);
      announce(texts.queue.claimed(row.number));
    },
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: deskKeys.lists }),
        client.invalidateQueries({ queryKey: deskKeys.queues }),
      ]),
  });
}
