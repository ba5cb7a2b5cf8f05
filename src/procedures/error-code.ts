/** The code of an error of the system (`ENOENT`, `ERR_PARSE_ARGS_…`), whatever realm it comes from; null for others. */
export function errorCode(error: unknown): string | null {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : null;
}
