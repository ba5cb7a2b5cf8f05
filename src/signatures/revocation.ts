import { askResponder } from './ask-responder.js';
import type { Certificate } from './certificate.js';
import type { RevocationList } from './revocation-list.js';

/** What is known about a certificate: it stands, it was called back at a moment, or nobody says. */
export type Revocation =
  | { readonly status: 'good'; readonly source: 'list' | 'responder' }
  | { readonly status: 'revoked'; readonly at: Date }
  | { readonly status: 'unknown' };

/** Who is asked whether certificates were called back: lists, a responder, or a verifier of another house. */
export interface RevocationPort {
  statusOf(certificate: Certificate, authority: Certificate, now: Date): Promise<Revocation>;
}

/** The responder first, as it is the fresher one; then the lists. */
export class ListsAndResponder implements RevocationPort {
  constructor(
    private readonly lists: readonly RevocationList[],
    private readonly responder: string | null,
  ) {}

  async statusOf(certificate: Certificate, authority: Certificate, now: Date): Promise<Revocation> {
    if (this.responder !== null && !certificate.isAuthority) {
      const at = await askResponder(this.responder, certificate, authority, now);
      if (at !== undefined) return told(at, 'responder');
    }
    for (const list of this.lists) {
      const at = list.revocationOf(certificate, authority, now);
      if (at !== undefined) return told(at, 'list');
    }
    return { status: 'unknown' };
  }
}

function told(at: Date | null, source: 'list' | 'responder'): Revocation {
  return at === null ? { status: 'good', source } : { status: 'revoked', at };
}
