import type { AbsenceRequest } from '../../api/types.js';

export type AbsenceFault = 'from-missing' | 'to-missing' | 'to-before-from' | 'over' | 'substitute-missing';

/** What is wrong with each field before it is sent; null where nothing is. */
export function absenceFaults(
  { fromOn, toOn, substituteId }: AbsenceRequest,
  today: string,
): Readonly<Record<keyof AbsenceRequest, AbsenceFault | null>> {
  const ends = toOn === '' ? 'to-missing' : toOn < fromOn ? 'to-before-from' : toOn < today ? 'over' : null;
  return {
    fromOn: fromOn === '' ? 'from-missing' : null,
    toOn: ends,
    substituteId: substituteId === '' ? 'substitute-missing' : null,
  };
}
