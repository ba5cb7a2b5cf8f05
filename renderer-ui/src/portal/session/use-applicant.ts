import { useSession } from '../../api/queries.js';
import type { SessionView } from '../../api/types.js';

export type Applicant = Extract<NonNullable<SessionView['subject']>, { kind: 'applicant' }>;

/** As whom an account can act. */
export type Hat = Applicant['hats'][number];

/** Who is signed in to the portal. An official's session counts as nobody here. */
export function useApplicant(): { readonly who: Applicant | null; readonly loading: boolean } {
  const session = useSession();
  const subject = session.data?.subject ?? null;
  return { who: subject?.kind === 'applicant' ? subject : null, loading: session.isPending };
}
