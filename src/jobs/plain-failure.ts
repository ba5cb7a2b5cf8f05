const longest = 200;

/**
 * What failed, for the screen of administrators: its words without anything that could be a secret or somebody's data.
 * Addresses, quoted and bracketed parts, long numbers, ids and whatever is not ASCII (names are not) are left out.
 */
export function plainFailure(error: unknown): string {
  const { message, name, code } = describe(error);
  const words = message
    .replace(/[a-z][a-z0-9+.-]*:\/\/\S+/gi, '…')
    .replace(/\S+@\S+/g, '…')
    .replace(/"[^"]*"|'[^']*'|`[^`]*`|<[^>]*>|\([^)]*\)/g, '…')
    .replace(/[0-9a-f]{8}-[0-9a-f-]{20,}/gi, '…')
    .replace(/\d{5,}/g, '…')
    .replace(/[^ -~…]+/g, '…')
    .replace(/(?:…[\s…]*){2,}/g, '… ')
    .trim();
  const kind = [name === 'Error' ? '' : name, code].filter((part) => part !== '').join(' ');
  return (
    [kind, words]
      .filter((part) => part !== '')
      .join(': ')
      .slice(0, longest) || 'Error'
  );
}

function describe(error: unknown): {
  readonly message: string;
  readonly name: string;
  readonly code: string;
} {
  if (typeof error === 'string') return { message: error, name: '', code: '' };
  if (!(error instanceof Error)) return { message: '', name: '', code: '' };
  const { code } = error as Error & { readonly code?: unknown };
  return { message: error.message, name: error.name, code: typeof code === 'string' ? code : '' };
}
