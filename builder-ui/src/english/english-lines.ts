import { englishOf, type Procedure, procedureTexts, type ProcedureFiles } from '#engine';

export interface EnglishLine {
  readonly japanese: string;
  /** Empty while there is none. */
  readonly english: string;
}

/** Every text that applicants read, in the order in which they are met, beside what it is in English. */
export function englishLines(procedure: Procedure, files: ProcedureFiles): readonly EnglishLine[] {
  const translate = englishOf(files);
  return procedureTexts(procedure).map((japanese) => {
    const english = translate(japanese);
    return { japanese, english: english === japanese ? '' : english };
  });
}

/** Those that hold what is looked for, in either language; `onlyMissing`: of these what has no English. */
export function filtered(
  lines: readonly EnglishLine[],
  wanted: string,
  onlyMissing: boolean,
): readonly EnglishLine[] {
  const key = wanted.trim().toLowerCase();
  return lines.filter(
    ({ japanese, english }) =>
      (!onlyMissing || english === '') &&
      (key === '' || japanese.toLowerCase().includes(key) || english.toLowerCase().includes(key)),
  );
}
