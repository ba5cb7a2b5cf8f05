import type { ProcedureFiles } from '#engine';
import type { FileTexts } from '../api/drafts.js';

/**
 * What became different in one file: `removed` stood at `from`, and `inserted` stands there now. A file that comes or
 * goes whole has `null` on one side.
 */
export interface FileChange {
  readonly file: string;
  /** UTF-16 units */
  readonly from: number;
  readonly removed: string | null;
  readonly inserted: string | null;
}

/** At most one for each file: the stretch between what is the same at the beginning and what is the same at the end. */
export function changesBetween(before: ProcedureFiles, after: ProcedureFiles): readonly FileChange[] {
  const files = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...files].flatMap((file): readonly FileChange[] => {
    const [old, now] = [textOf(before, file), textOf(after, file)];
    if (old === now) return [];
    if (old === null || now === null) return [{ file, from: 0, removed: old, inserted: now }];
    return [{ file, ...stretchBetween(old, now) }];
  });
}

function stretchBetween(old: string, now: string): Omit<FileChange, 'file'> {
  const shorter = Math.min(old.length, now.length);
  let from = 0;
  while (from < shorter && old.charCodeAt(from) === now.charCodeAt(from)) from++;
  let end = 0;
  while (
    end < shorter - from &&
    old.charCodeAt(old.length - 1 - end) === now.charCodeAt(now.length - 1 - end)
  )
    end++;
  return { from, removed: old.slice(from, old.length - end), inserted: now.slice(from, now.length - end) };
}

export function inverted({ file, from, removed, inserted }: FileChange): FileChange {
  return { file, from, removed: inserted, inserted: removed };
}

/** @returns null when something else stands there by now */
export function withChanges(files: ProcedureFiles, changes: readonly FileChange[]): ProcedureFiles | null {
  const now: Record<string, string> = { ...files };
  for (const { file, from, removed, inserted } of changes) {
    const text = textOf(now, file);
    if (removed === null || inserted === null) {
      if (text !== removed) return null;
      if (inserted === null) Reflect.deleteProperty(now, file);
      else now[file] = inserted;
    } else {
      if (text === null || !text.startsWith(removed, from)) return null;
      now[file] = text.slice(0, from) + inserted + text.slice(from + removed.length);
    }
  }
  return now;
}

/** For the server: every file that is different, whole. */
export function textsBetween(before: ProcedureFiles, after: ProcedureFiles): FileTexts {
  return Object.fromEntries(changesBetween(before, after).map(({ file }) => [file, textOf(after, file)]));
}

export function withTexts(files: ProcedureFiles, texts: FileTexts): ProcedureFiles {
  const now: Record<string, string> = { ...files };
  for (const [file, text] of Object.entries(texts)) {
    if (text === null) Reflect.deleteProperty(now, file);
    else now[file] = text;
  }
  return now;
}

/**
 * Steps to undo, the latest last, after somebody else changed the files: each where it stands now. A step whose stretch
 * the other has changed, and all before it, cannot be undone letter by letter any more and are left out.
 */
export function rebased<Step extends { readonly changes: readonly FileChange[] }>(
  steps: readonly Step[],
  incoming: readonly FileChange[],
): readonly Step[] {
  const kept: Step[] = [];
  let theirs = incoming;
  for (const step of steps.toReversed()) {
    const moved = movedBy(step.changes, theirs);
    if (moved === null) break;
    kept.push({ ...step, changes: moved.mine });
    theirs = moved.theirs;
  }
  return kept.reverse();
}

/** The same two things done in the other order; null where they meet. */
function movedBy(
  mine: readonly FileChange[],
  theirs: readonly FileChange[],
): { readonly mine: readonly FileChange[]; readonly theirs: readonly FileChange[] } | null {
  const [nowMine, nowTheirs] = [[...mine], [...theirs]];
  for (const [i, own] of nowMine.entries())
    for (const [j, other] of nowTheirs.entries()) {
      if (own.file !== other.file) continue;
      const isWhole = [own.removed, own.inserted, other.removed, other.inserted].includes(null);
      if (isWhole) return null;
      const [ownEnd, otherEnd] = [own.from + lengthOf(own.inserted), other.from + lengthOf(other.removed)];
      if (other.from >= ownEnd)
        nowTheirs[j] = { ...other, from: other.from - lengthOf(own.inserted) + lengthOf(own.removed) };
      else if (otherEnd <= own.from)
        nowMine[i] = { ...own, from: own.from + lengthOf(other.inserted) - lengthOf(other.removed) };
      else return null;
    }
  return { mine: nowMine, theirs: nowTheirs };
}

function lengthOf(text: string | null): number {
  return text?.length ?? 0;
}

function textOf(files: ProcedureFiles, file: string): string | null {
  return Object.hasOwn(files, file) ? (files[file] ?? null) : null;
}
