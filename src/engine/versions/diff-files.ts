import { ELIGIBILITY_FILE } from '../eligibility/read-eligibility.js';
import { AUTHOR, type Change, EVERYONE } from './change.js';
import type { Differ } from './comparison.js';

/** What the comparison of the compiled procedure speaks about; the rest is said by file. */
const COMPARED =
  /^(?:procedure\.json|form\.schema\.json|form\.ui\.json|workflow\.json|tables\/|messages\/|notices\/)/;

/** What is not compiled into the procedure: other languages' words, the check beforehand, examples, generated types, plans, notes. */
export const diffFiles: Differ = ({ before, after }) => {
  const names = [...new Set([...Object.keys(before.files), ...Object.keys(after.files)])].sort();
  return names.flatMap((file): readonly Change[] => {
    const [was, is] = [before.files[file], after.files[file]];
    if (was === is || COMPARED.test(file)) return [];
    const isWords = file.startsWith('texts/') || file === ELIGIBILITY_FILE;
    return [
      {
        code: was === undefined ? 'file-added' : is === undefined ? 'file-removed' : 'file-changed',
        place: file,
        subject: { kind: 'procedure', name: file },
        who: isWords ? EVERYONE : AUTHOR,
        impact: isWords ? 'words' : 'none',
        params: { file },
        before: was === undefined ? null : file,
        after: is === undefined ? null : file,
      },
    ];
  });
};
