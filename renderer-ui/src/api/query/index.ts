/** Answers of the server, shared between screens: fetched once, shown while they are asked for again. */
export { QueryClientProvider, useQueryClient } from './provider.js';
export { QueryClient } from './query-client.js';
export { useInfiniteQuery } from './use-infinite-query.js';
export { useMutation } from './use-mutation.js';
export { keepPreviousData, useQuery } from './use-query.js';
