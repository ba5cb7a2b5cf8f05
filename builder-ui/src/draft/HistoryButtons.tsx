import { useEffect, type ReactNode } from 'react';
import { Button, useAnnounce } from '../../../renderer-ui/src/ui/index.js';
import { useBuilderTexts } from '../texts/builder.js';
import { useDraft, useWorkspace } from '../workspace/use-workspace.js';
import { ForWriters } from './Writing.js';

/** Undo and redo, by button and by Ctrl+Z, Ctrl+Shift+Z, Ctrl+Y. A box being typed in undoes its own letters first. */
export function HistoryButtons(): ReactNode {
  const texts = useBuilderTexts();
  const workspace = useWorkspace();
  const announce = useAnnounce();
  const undo = useDraft((state) => state.undo.at(-1)?.words ?? null);
  const redo = useDraft((state) => state.redo.at(-1)?.words ?? null);
  function go(way: 'undo' | 'redo'): void {
    workspace.flushBoxes();
    const words = workspace.state[way].at(-1)?.words;
    if (words === undefined) return;
    const isDone = way === 'undo' ? workspace.undo() : workspace.redo();
    announce(isDone ? (way === 'undo' ? texts.undone(words) : texts.redone(words)) : texts.cannotUndo);
  }
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      if (event.defaultPrevented || !(event.ctrlKey || event.metaKey) || event.altKey) return;
      const key = event.key.toLowerCase();
      if (key === 's') {
        event.preventDefault();
        void workspace.save();
        return;
      }
      const way = key === 'y' || (key === 'z' && event.shiftKey) ? 'redo' : key === 'z' ? 'undo' : null;
      if (way === null || isWriting(event.target)) return;
      event.preventDefault();
      go(way);
    }
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  });
  return (
    <ForWriters>
      <Button
        size="small"
        blocked={undo === null}
        title={undo === null ? undefined : texts.undoOf(undo)}
        onClick={() => go('undo')}
      >
        {texts.undo}
      </Button>
      <Button
        size="small"
        blocked={redo === null}
        title={redo === null ? undefined : texts.redoOf(redo)}
        onClick={() => go('redo')}
      >
        {texts.redo}
      </Button>
    </ForWriters>
  );
}

/** The browser's own undo knows the letters of a box. */
function isWriting(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.matches('textarea, input:not([type=checkbox], [type=radio], [type=button])')
  );
}
