import type { ProcedureFiles } from '#engine';

/**
 * The files that a view needs, as the same object for as long as none of them changes: a letter in a mail then draws
 * nothing of the form.
 */
export function partOfFiles(isWanted: (file: string) => boolean): (files: ProcedureFiles) => ProcedureFiles {
  let last: { readonly files: ProcedureFiles; readonly part: ProcedureFiles } | null = null;
  return (files) => {
    if (last?.files === files) return last.part;
    const names = Object.keys(files).filter(isWanted);
    const before = last?.part;
    const isSame =
      before !== undefined &&
      Object.keys(before).length === names.length &&
      names.every((name) => before[name] === files[name]);
    const part = isSame ? before : Object.fromEntries(names.map((name) => [name, files[name] ?? '']));
    last = { files, part };
    return part;
  };
}
