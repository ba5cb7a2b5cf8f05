import type { ReactNode } from 'react';
import { Navigate, useLocation } from '../../router/index.js';
import { LoadingPage } from '../frame/Failure.js';
import { signInAddress } from './sign-in-address.js';
import { useApplicant, type Applicant } from './use-applicant.js';

interface RequireApplicantProps {
  readonly title: string;
  readonly children: (who: Applicant) => ReactNode;
}

/** Shows a personal screen to its owner; others sign in first and come back here. */
export function RequireApplicant({ title, children }: RequireApplicantProps): ReactNode {
  const { who, loading } = useApplicant();
  const { pathname, search } = useLocation();
  if (loading) return <LoadingPage title={title} />;
  if (who === null) return <Navigate to={signInAddress(pathname + search)} replace />;
  return children(who);
}
