import { keys, useSite } from './queries.js';
import { useQuery } from './query/index.js';
import { request } from './request.js';
import type { DemoAccounts } from './types.js';

export type DemoAccount = DemoAccounts['accounts'][number];

/** Those that a demo offers at this sign-in; none anywhere else. */
export function useDemoAccounts(kind: DemoAccount['kind']): readonly DemoAccount[] {
  const { data: site } = useSite();
  const { data } = useQuery({
    queryKey: keys.demoAccounts,
    queryFn: () => request<DemoAccounts>('GET', '/api/demo-accounts'),
    staleTime: Infinity,
    enabled: site?.demo === true,
  });
  return data?.accounts.filter((account) => account.kind === kind) ?? [];
}
