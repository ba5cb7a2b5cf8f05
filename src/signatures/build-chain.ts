import type { Certificate } from './certificate.js';
import { isSignedBy } from './check-signature-value.js';
import { Faulty } from './signature-fault.js';

/** Most certificates from the signer to the anchor. */
const longest = 6;

/**
 * The way from a signer's certificate up to one that is trusted, each signed by the next. Names alone are not
 * believed: another authority may call itself the same.
 *
 * @param others certificates that may stand between, believed by nobody yet
 * @param at the moment at which all of them must be valid
 * @throws Faulty `untrusted`, `expired`, `not-yet-valid`, `unsupported-extension`
 */
export function buildChain(
  leaf: Certificate,
  others: readonly Certificate[],
  anchors: readonly Certificate[],
  at: Date,
): readonly Certificate[] {
  const climb = (path: readonly Certificate[]): readonly Certificate[] | null => {
    const last = path.at(-1) ?? leaf;
    if (anchors.some(({ sha256 }) => sha256 === last.sha256)) return path;
    if (path.length >= longest) return null;
    for (const above of [...anchors, ...others]) {
      if (path.includes(above) || !mayIssue(above, last, path.length - 1)) continue;
      const found = climb([...path, above]);
      if (found) return found;
    }
    return null;
  };
  const chain = climb([leaf]);
  if (!chain) throw new Faulty('untrusted');
  for (const one of chain) {
    if (one.notUnderstood.length > 0) throw new Faulty('unsupported-extension', one.notUnderstood.join());
    if (at < one.notBefore) throw new Faulty('not-yet-valid');
    if (at > one.notAfter) throw new Faulty('expired');
  }
  return chain;
}

/** @param between authorities that stand between the one above and the signer */
function mayIssue(above: Certificate, below: Certificate, between: number): boolean {
  return (
    above.subject.equals(below.issuer) &&
    above.isAuthority &&
    above.mayBeUsedFor(5) !== false &&
    above.pathLength >= between &&
    certifies(above, below)
  );
}

/** Did the one sign the other? */
export function certifies(above: Certificate, below: Certificate): boolean {
  try {
    return isSignedBy(above.publicKey, below.tbs, below.signature, below.algorithm, null);
  } catch (error) {
    if (error instanceof Faulty) return false;
    throw error;
  }
}
