import type { ReactNode } from 'react';
import { timeText, useFillTexts, useKeepingTexts } from '../../texts/index.js';
import { Icon, type IconName } from '../../ui/index.js';
import { useFailureText } from '../frame/Failure.js';
import type { SaveState } from '../../drafts/draft-saver.js';

const ICONS: Readonly<Record<SaveState['kind'], IconName>> = {
  saved: 'check',
  unsaved: 'cloud',
  saving: 'cloud',
  offline: 'warning',
  'signed-out': 'warning',
  conflict: 'warning',
  submitted: 'check',
  gone: 'error',
  refused: 'error',
};

const QUIET: ReadonlySet<SaveState['kind']> = new Set(['saved', 'unsaved', 'saving']);

/** Where the answers are. Said aloud only when something is wrong: a voice at every keystroke helps nobody. */
export function SaveStatus({ state }: { readonly state: SaveState }): ReactNode {
  return (
    <p className="tz-save" data-state={state.kind} role={QUIET.has(state.kind) ? undefined : 'status'}>
      <Icon name={ICONS[state.kind]} />
      <span>{useSentence(state)}</span>
    </p>
  );
}

function useSentence(state: SaveState): string {
  const texts = useFillTexts();
  const keepingTexts = useKeepingTexts();
  const failure = useFailureText(state.kind === 'refused' ? state.error : null);
  const sentences: Readonly<Record<SaveState['kind'], string>> = {
    saved: texts.save.saved(state.kind === 'saved' ? timeText(state.at) : ''),
    unsaved: texts.save.unsaved,
    saving: texts.save.saving,
    offline: texts.save.offline,
    'signed-out': texts.save.signedOut,
    conflict: keepingTexts.conflict,
    gone: keepingTexts.gone,
    submitted: texts.submittedElsewhere.title,
    refused: texts.save.refused(failure),
  };
  return sentences[state.kind];
}
