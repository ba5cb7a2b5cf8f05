import { useMutation, useQueryClient } from '../../api/query/index.js';
import { fetchDeskApplication } from '../../api/desk.js';
import { isRefused } from '../../api/request.js';
import type { DeskApplicationView } from '../../api/types.js';
import { deskKeys } from '../desk-queries.js';

/** The application as it is now, when somebody else was first. */
export class ChangedMeanwhile extends Error {
  constructor(readonly present: DeskApplicationView) {
    super('application-changed');
  }
}

/**
 * Any change of one application. The answer of the server becomes what is shown, and the lists follow. When somebody
 * else was first, nothing on the screen moves: the caller shows what happened and lets the official load it.
 */
export function useChange(id: string) {
  const client = useQueryClient();
  const change = useMutation({
    mutationFn: async (change: () => Promise<DeskApplicationView>) => {
      try {
        return await change();
      } catch (error) {
        if (!isRefused(error, 'application-changed')) throw error;
        throw new ChangedMeanwhile(await fetchDeskApplication(id));
      }
    },
    onSuccess: (application) => {
      client.setQueryData(deskKeys.application(id), application);
      void client.invalidateQueries({ queryKey: deskKeys.lists });
      void client.invalidateQueries({ queryKey: deskKeys.queues });
    },
  });
  /** Shows the application as somebody else left it; what is typed stays with whoever typed it. */
  function load(present: DeskApplicationView): void {
    change.reset();
    client.setQueryData(deskKeys.application(id), present);
  }
  return { change, load };
}

export type Change = ReturnType<typeof useChange>['change'];
