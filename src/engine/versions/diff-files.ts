import { AUTHOR, type Change } from './change.js';
import type { Differ } from './comparison.js';

/** What the comparison of the compiled procedure speaks about; the rest is said by file. */
const COMPARED =
  /^(?:procedure\.json|form\.schema\.json|form\.ui\.json|workflow\.json|tables\/|messages\/|notices\/)/;

/** Files that no applicant and no application meets: examples, generated types, plans, notes. */
export const diffFiles: Differ = ({ before, after }) => {
  const names = [...new Set([...Object.keys(before.files), ...Object.keys(after.files)])].sort();
  return names.flatMap((file): readonly Change[] => {
    const [was, is] = [before.files[file], after.files[file]];
    if (was === is || COMPARED.test(file)) return [];
    return [
      {
        code: was === undefined ? 'file-added' : is === undefined ? 'file-removed' : 'file-changed',
        place: file,
        subject: { kind: 'procedure', name: file },
        who: AUTHOR,
        impact: 'none',
        params: { file },
        before: was === undefined ? null : file,
        after: is === undefined ? null : file,
      },
    ];
  });
};
