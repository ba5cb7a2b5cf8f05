import { keys } from './queries.js';
import { useQuery } from './query/index.js';
import { fetchRegistration, fetchTerms } from './registration.js';

export const useTerms = () => useQuery({ queryKey: keys.terms, queryFn: fetchTerms });

export const useRegistration = () => useQuery({ queryKey: keys.registration, queryFn: fetchRegistration });
