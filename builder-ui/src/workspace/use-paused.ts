import { useEffect, useRef, useState } from 'react';
import { useWorkspace } from './use-workspace.js';

const PAUSE_MS = 300;

/**
 * What is typed into a box, handed on once its author pauses or leaves: a letter costs the box alone, and nothing typed
 * is lost when something else is done meanwhile.
 *
 * @param value as the draft has it; a new one from elsewhere (undo, a colleague) takes the place of what stands here
 */
export function usePaused(
  value: string,
  onChange: (text: string) => void,
): {
  readonly text: string;
  readonly type: (text: string) => void;
  readonly flush: () => void;
} {
  const workspace = useWorkspace();
  const [typed, setTyped] = useState({ text: value, from: value });
  const latest = useRef({ onChange, held: null as string | null, timer: 0 });
  // What came from elsewhere, and not as the echo of what was handed on.
  if (typed.from !== value) setTyped({ text: value, from: value });
  useEffect(() => {
    latest.current.onChange = onChange;
  });
  const [box] = useState(() => {
    const flush = (): void => {
      const { held, timer } = latest.current;
      window.clearTimeout(timer);
      latest.current.held = null;
      if (held !== null) latest.current.onChange(held);
    };
    return {
      flush,
      hold: (text: string): void => {
        window.clearTimeout(latest.current.timer);
        latest.current.held = text;
        latest.current.timer = window.setTimeout(flush, PAUSE_MS);
      },
    };
  });
  useEffect(() => {
    const stop = workspace.watchBox(box.flush);
    return () => {
      box.flush();
      stop();
    };
  }, [workspace, box]);
  return {
    text: typed.text,
    type: (text) => {
      setTyped({ text, from: value });
      box.hold(text);
    },
    flush: box.flush,
  };
}
