/** Folders of a procedure and the ending of what counts in them; anything else in the folder is not the procedure's. */
export const FOLDERS: Readonly<Record<string, string>> = {
  tables: '.csv',
  messages: '.md',
  notices: '.md',
  examples: '.json',
  texts: '.json',
  migrations: '.json',
};
export const TOP_FILES = /\.(json|d\.ts)$/;

/** What a procedure may hold. The two that ship hold 150 files and 800 kB at most. */
export const folderLimits = {
  files: 1_000,
  /** Bytes of one file, and of all. */
  fileBytes: 1_000_000,
  allBytes: 8_000_000,
} as const;

/** No part of a path leads out of the folder, and every system can write it as it is. */
const NAME = /^(?!\.)[^\p{Cc}\\/:*?"<>|]{1,120}$/u;

/** Is it the path of a file of a procedure: `form.schema.json`, `tables/rates.csv`? */
export function isFolderPath(path: string): boolean {
  const [first = '', second, ...more] = path.split('/');
  if (!NAME.test(first) || more.length > 0 || first.startsWith('__proto__')) return false;
  if (second === undefined) return TOP_FILES.test(first);
  const ending = Object.hasOwn(FOLDERS, first) ? FOLDERS[first] : undefined;
  return ending !== undefined && NAME.test(second) && second.endsWith(ending);
}
