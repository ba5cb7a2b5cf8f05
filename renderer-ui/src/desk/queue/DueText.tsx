import type { ReactNode } from 'react';
import { todayInJapan, useLanguage } from '../../texts/index.js';
import { StatusChip } from '../../ui/index.js';
import { useDeskTexts, type DeskTexts } from '../desk-texts.js';
import { shortDate } from '../short-dates.js';
import { dueState, type DueState } from './due.js';

export function dueWords(state: DueState, texts: DeskTexts['due']): string {
  if (state.kind === 'none') return texts.none;
  if (state.kind === 'today') return texts.today;
  return state.kind === 'overdue' ? texts.overdue(state.days) : texts.left(state.days);
}

/** The date and how it stands, in words; the colour only repeats them. */
export function DueText({ dueOn }: { readonly dueOn: string | null }): ReactNode {
  const texts = useDeskTexts();
  const language = useLanguage();
  const state = dueState(dueOn, todayInJapan());
  const words = dueWords(state, texts.due);
  if (dueOn === null) return <span className="tz-quiet">{words}</span>;
  const urgent = state.kind === 'overdue' || state.kind === 'today' || state.kind === 'soon';
  return (
    <span className="desk-due">
      <span>{shortDate(dueOn, language)}</span>
      {urgent ? (
        <StatusChip tone={state.kind === 'overdue' ? 'danger' : 'waiting'}>{words}</StatusChip>
      ) : (
        <span className="desk-due__left">{words}</span>
      )}
    </span>
  );
}
