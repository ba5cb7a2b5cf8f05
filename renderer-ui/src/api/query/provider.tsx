import { createContext, useContext, type ReactNode } from 'react';
import type { QueryClient } from './query-client.js';

const Client = createContext<QueryClient | null>(null);

export function QueryClientProvider(props: {
  readonly client: QueryClient;
  readonly children: ReactNode;
}): ReactNode {
  return <Client value={props.client}>{props.children}</Client>;
}

export function useQueryClient(): QueryClient {
  const client = useContext(Client);
  if (!client) throw new Error('A screen stands outside of a QueryClientProvider.');
  return client;
}
