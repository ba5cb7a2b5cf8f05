import { useCallback, useMemo, useRef, useState } from 'react';
import { useSearchParams } from '../../../renderer-ui/src/router/index.js';
import { useWorkspace } from '../workspace/use-workspace.js';
import { fieldAt, outlineOf, useOutline } from './use-outline.js';

interface Selection {
  /** Paths of what is chosen as it is drawn; the first is in the address. */
  readonly selected: readonly string[];
  /**
   * The same as of the last key. Drawing an address is put off while there is more urgent work, and Ctrl+V right after
   * an arrow must land where the arrow went.
   */
  selectedNow(): readonly string[];
  /** @param keyword of the first that its author is led to */
  select(paths: readonly string[], keyword?: string): void;
}

interface Further {
  readonly at: string;
  readonly paths: readonly string[];
}

const NOTHING: Further = { at: '', paths: [] };

/** What is chosen in the form: the first by the address, so that a link leads to it, others only on this screen. */
export function useSelection(): Selection {
  const workspace = useWorkspace();
  const outline = useOutline();
  const [params, setParams] = useSearchParams();
  const [further, setFurther] = useState(NOTHING);
  const furtherNow = useRef(NOTHING);
  const at = params.get('at') ?? '';
  const selected = useMemo(
    () => chosen(at, further).filter((path) => fieldAt(outline, path) !== null),
    [at, further, outline],
  );
  const selectedNow = useCallback(() => {
    const now = outlineOf(workspace.state.files);
    return chosen(addressed().get('at') ?? '', furtherNow.current).filter(
      (path) => fieldAt(now, path) !== null,
    );
  }, [workspace]);
  const select = useCallback(
    (paths: readonly string[], keyword?: string) => {
      const [first = '', ...rest] = paths;
      furtherNow.current = { at: first, paths: rest };
      setFurther(furtherNow.current);
      const going = addressed();
      if (first !== (going.get('at') ?? '') || (going.get('key') ?? undefined) !== keyword)
        setParams(first === '' ? {} : { at: first, ...(keyword !== undefined && { key: keyword }) }, {
          replace: true,
        });
    },
    [setParams],
  );
  return { selected, selectedNow, select };
}

function chosen(at: string, further: Further): readonly string[] {
  return at === '' ? [] : [at, ...(further.at === at ? further.paths : [])];
}

const addressed = (): URLSearchParams => new URLSearchParams(window.location.search);
