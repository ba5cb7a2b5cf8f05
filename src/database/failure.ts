/**
 * What a failed statement means. Codes: PostgreSQL manual, appendix A. TypeORM keeps the driver's members on its own
 * error, so both forms are read alike.
 */
function codeOf(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : '';
}

const networkCodes = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN']);
/** What pg and its pool say without a code. */
const lostConnection =
  /connection terminated|timeout exceeded when trying to connect|connection error and is not queryable|connection is not established|server closed the connection/i;

/** The database cannot be reached, is shutting down, starting, overloaded, or something holds a lock for too long. */
export function isUnavailable(error: unknown): boolean {
  const code = codeOf(error);
  if (networkCodes.has(code)) return true;
  if (/^(08|53|57P)/.test(code) || code === '57014' || code === '55P03' || code === '25P03') return true;
  // Deadlock and serialization failure: nothing was changed, the same request may simply be sent again.
  if (code === '40P01' || code === '40001') return true;
  return code === '' && error instanceof Error && lostConnection.test(error.message);
}

/** A value that the database cannot hold (a character, a range, a size): the caller's data, not our mistake. */
export function isDataRefused(error: unknown): boolean {
  return /^(22|54)[0-9A-Z]{3}$/.test(codeOf(error));
}

/** The unique rule that a write met, by its name; null when the failure is another. */
export function uniqueRuleOf(error: unknown): string | null {
  if (codeOf(error) !== '23505') return null;
  const rule = (error as { constraint?: unknown }).constraint;
  return typeof rule === 'string' ? rule : '';
}
