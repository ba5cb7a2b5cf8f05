import {
  useEffect,
  useMemo,
  useRef,
  useState,
  type ClipboardEvent,
  type DragEvent,
  type KeyboardEvent,
  type ReactNode,
} from 'react';
import type { AuthoredField } from '#engine';
import { useMayWrite } from '../draft/Writing.js';
import { formPlaceOf } from '../problems/problem-place.js';
import { useChecked } from '../problems/use-checked.js';
import { useFormEditorTexts } from '../texts/form-editor.js';
import { addFields, parentOf, siblingsOf, type Spot } from './commands.js';
import { useFormEditor } from './editor.js';
import { PALETTE, PALETTE_TYPE } from './palette.js';
import { fieldAt, titleOfField } from './use-outline.js';

const DRAGGED = 'application/x-tetsuzuki-questions';

interface OutlineTreeProps {
  readonly search: string;
}

type Over = { readonly path: string; readonly side: 'before' | 'after' | 'inside' } | null;

/**
 * The form as a tree (ARIA Authoring Practices: one stop of the Tab key, arrows within, several can be chosen). Whatever
 * dragging does, keys and buttons do, too.
 */
export function OutlineTree({ search }: OutlineTreeProps): ReactNode {
  const texts = useFormEditorTexts();
  const editor = useFormEditor();
  const mayWrite = useMayWrite();
  const { outline, selected } = editor;
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const [active, setActive] = useState<string | null>(null);
  const [over, setOver] = useState<Over>(null);
  const tree = useRef<HTMLUListElement>(null);
  const shown = useMemo(() => shownIn(outline, search, closed), [outline, search, closed]);
  const problems = useProblemCounts();
  const lastSelected = selected.at(-1) ?? null;
  const current =
    shown.find(({ path }) => path === active)?.path ??
    shown.find(({ path }) => path === lastSelected)?.path ??
    shown[0]?.path;
  useEffect(() => {
    if (lastSelected === null) return;
    tree.current
      ?.querySelector(`[data-path="${CSS.escape(lastSelected)}"]`)
      ?.scrollIntoView({ block: 'nearest' });
  }, [lastSelected]);

  function go(path: string | undefined, mayExtend: boolean): void {
    if (path === undefined) return;
    setActive(path);
    editor.select(mayExtend ? [...without(editor.selectedNow(), path), path] : [path]);
    requestAnimationFrame(() =>
      tree.current?.querySelector<HTMLElement>(`[data-path="${CSS.escape(path)}"]`)?.focus(),
    );
  }

  function toggle(path: string): void {
    const now = editor.selectedNow();
    editor.select(now.includes(path) ? without(now, path) : [...now, path]);
  }

  function onKeyDown(event: KeyboardEvent): void {
    const index = shown.findIndex(({ path }) => path === current);
    const field = shown[index];
    if (!field) return;
    const { key, shiftKey, altKey } = event;
    const isControl = event.ctrlKey || event.metaKey;
    if (altKey && (key === 'ArrowUp' || key === 'ArrowDown')) editor.move(key === 'ArrowUp' ? 'up' : 'down');
    else if (isControl && key.toLowerCase() === 'd') editor.duplicate();
    else if (isControl && key.toLowerCase() === 'a') editor.select(shown.map(({ path }) => path));
    else if (isControl || altKey) return;
    else if (key === 'ArrowDown') go(shown[index + 1]?.path, shiftKey);
    else if (key === 'ArrowUp') go(shown[index - 1]?.path, shiftKey);
    else if (key === 'Home') go(shown[0]?.path, false);
    else if (key === 'End') go(shown.at(-1)?.path, false);
    else if (key === 'ArrowRight') {
      if (closed.has(field.path)) setClosed(new Set(without([...closed], field.path)));
      else if (field.fields.length > 0) go(shown[index + 1]?.path, false);
    } else if (key === 'ArrowLeft') {
      if (field.fields.length > 0 && !closed.has(field.path)) setClosed(new Set([...closed, field.path]));
      else go(parentOf(field.path) || undefined, false);
    } else if (key === ' ') toggle(field.path);
    else if (key === 'Enter') {
      editor.select([field.path]);
      document.querySelector<HTMLElement>('#builder-inspector input, #builder-inspector textarea')?.focus();
    } else if (key === 'Delete') editor.remove();
    else return;
    event.preventDefault();
  }

  function drop(event: DragEvent): void {
    event.preventDefault();
    const spot = over && spotOf(outline, over);
    setOver(null);
    if (!spot) return;
    const item = PALETTE.find(({ key }) => key === event.dataTransfer.getData(PALETTE_TYPE));
    if (item) {
      if (spot.to !== '')
        editor.run(addFields(outline, spot, item.fields), texts.words.add(texts.items[item.key] ?? item.key));
    } else editor.moveTo(spot);
  }

  if (outline.length === 0) return <p>{texts.empty}</p>;
  if (shown.length === 0) return <p>{texts.nothingFound}</p>;
  return (
    <ul
      ref={tree}
      role="tree"
      className="builder-tree"
      aria-label={texts.outline}
      aria-multiselectable
      aria-describedby="outline-keys"
      onKeyDown={onKeyDown}
      onCopy={(event) => copyTo(event, editor.copy())}
      onCut={(event) => copyTo(event, editor.cut())}
      onPaste={(event) => {
        event.preventDefault();
        editor.paste(event.clipboardData.getData('text/plain'));
      }}
      onDragLeave={() => setOver(null)}
      onDrop={drop}
    >
      {shown.map((field) => {
        const depth = field.path.split('.').length;
        const isOpen = field.fields.length > 0 && !closed.has(field.path);
        const count = problems.get(field.path) ?? 0;
        const siblings = siblingsOf(outline, field.path);
        return (
          <li
            key={field.path}
            role="treeitem"
            className="builder-tree__item"
            data-path={field.path}
            data-depth={Math.min(depth, 6)}
            data-over={over?.path === field.path ? over.side : undefined}
            aria-level={depth}
            aria-setsize={siblings.length}
            aria-posinset={siblings.findIndex(({ path }) => path === field.path) + 1}
            aria-selected={selected.includes(field.path)}
            aria-expanded={field.fields.length > 0 ? isOpen : undefined}
            tabIndex={field.path === current ? 0 : -1}
            draggable={mayWrite}
            onFocus={() => setActive(field.path)}
            onClick={(event) => {
              setActive(field.path);
              if (event.shiftKey && active !== null) editor.select(between(shown, active, field.path));
              else if (event.ctrlKey || event.metaKey) toggle(field.path);
              else editor.select([field.path]);
            }}
            onDragStart={(event) => {
              if (!editor.selectedNow().includes(field.path)) editor.select([field.path]);
              event.dataTransfer.effectAllowed = 'move';
              event.dataTransfer.setData(DRAGGED, field.path);
            }}
            onDragOver={(event) => {
              event.preventDefault();
              setOver(overOf(event, field));
            }}
            onDragEnd={() => setOver(null)}
          >
            <span className="builder-tree__title">{titleOfField(field)}</span>
            <span className="builder-tree__notes">
              {field.required && field.kind !== 'page' && <span>{texts.requiredMark}</span>}
              {'x-askWhen' in field.schema && <span>{texts.conditional}</span>}
              {'x-compute' in field.schema && <span>{texts.computed}</span>}
              {count > 0 && <span className="builder-tree__bad">{texts.hasProblems(count)}</span>}
              <span className="builder-tree__kind">{texts.kinds[field.kind ?? ''] ?? texts.unknownKind}</span>
            </span>
          </li>
        );
      })}
    </ul>
  );
}

function copyTo(event: ClipboardEvent, text: string | null): void {
  if (text === null) return;
  event.clipboardData.setData('text/plain', text);
  event.preventDefault();
}

function without(paths: readonly string[], path: string): readonly string[] {
  return paths.filter((one) => one !== path);
}

/** What is open; while something is looked for, what has it in its title or name, with what it stands in. */
function shownIn(
  outline: readonly AuthoredField[],
  search: string,
  closed: ReadonlySet<string>,
): readonly AuthoredField[] {
  const wanted = search.toLowerCase();
  const fits = (field: AuthoredField): boolean =>
    `${titleOfField(field)} ${field.path}`.toLowerCase().includes(wanted);
  const walk = (field: AuthoredField): readonly AuthoredField[] => {
    const inner = field.fields.flatMap(walk);
    if (wanted !== '') return fits(field) || inner.length > 0 ? [field, ...inner] : [];
    return closed.has(field.path) ? [field] : [field, ...inner];
  };
  return outline.flatMap(walk);
}

function between(shown: readonly AuthoredField[], from: string, to: string): readonly string[] {
  const [a, b] = [from, to]
    .map((path) => shown.findIndex((field) => field.path === path))
    .sort((x, y) => x - y);
  const all = shown.slice(a, (b ?? 0) + 1).map(({ path }) => path);
  return [...all.filter((path) => path !== to), to];
}

/** The upper and lower third of a line are places beside it, the middle of a page or group is within. */
function overOf(event: DragEvent, field: AuthoredField): Over {
  const { top, height } = event.currentTarget.getBoundingClientRect();
  const share = (event.clientY - top) / height;
  const holds = field.kind === 'page' || field.kind === 'group' || field.kind === 'rows';
  if (holds && share > 0.3 && share < 0.7) return { path: field.path, side: 'inside' };
  return { path: field.path, side: share < 0.5 ? 'before' : 'after' };
}

function spotOf(outline: readonly AuthoredField[], over: NonNullable<Over>): Spot | null {
  const field = fieldAt(outline, over.path);
  if (!field) return null;
  if (over.side === 'inside') return { to: field.path, before: null };
  const names = siblingsOf(outline, field.path).map(({ name }) => name);
  const to = parentOf(field.path);
  return { to, before: over.side === 'before' ? field.name : (names[names.indexOf(field.name) + 1] ?? null) };
}

/** Problems by the question they are about. */
function useProblemCounts(): ReadonlyMap<string, number> {
  const problems = useChecked((state) => state.problems);
  const files = useChecked((state) => state.files);
  return useMemo(() => {
    const counts = new Map<string, number>();
    for (const { path } of problems) {
      const place = files && formPlaceOf(files, path);
      if (place) counts.set(place.path, (counts.get(place.path) ?? 0) + 1);
    }
    return counts;
  }, [problems, files]);
}
