import type { ReactNode } from 'react';
import type { OpinionLine } from '../../api/types.js';
import { useDeskOpinionsTexts } from '../../texts/index.js';
import { type ChipTone, StatusChip } from '../../ui/index.js';

const tones: Readonly<Record<NonNullable<OpinionLine['standpoint']>, ChipTone>> = {
  clear: 'done',
  conditions: 'waiting',
  objection: 'refused',
};

/** Where it stands, and how it was answered. */
export function OpinionChips({
  opinion: { state, standpoint, overdue },
}: {
  readonly opinion: Pick<OpinionLine, 'state' | 'standpoint' | 'overdue'>;
}): ReactNode {
  const texts = useDeskOpinionsTexts();
  return (
    <>
      {standpoint !== null ? (
        <StatusChip tone={tones[standpoint]}>{texts.standpoints[standpoint]}</StatusChip>
      ) : (
        <StatusChip tone={state === 'asked' ? 'progress' : 'quiet'}>{texts.states[state]}</StatusChip>
      )}
      {overdue && <StatusChip tone="waiting">{texts.overdue}</StatusChip>}
    </>
  );
}
