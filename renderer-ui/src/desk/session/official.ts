import { createContext, useContext } from 'react';
import type { SessionView } from '../../api/types.js';

export type Official = Extract<SessionView['subject'], { kind: 'staff' }>;

const OfficialContext = createContext<Official | null>(null);

export const OfficialProvider = OfficialContext.Provider;

/** Who is signed in; every desk screen stands below the provider. */
export function useOfficial(): Official {
  const official = useContext(OfficialContext);
  if (!official) throw new Error('A desk screen stands outside of OfficialProvider.');
  return official;
}
