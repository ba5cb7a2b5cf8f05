import { useEffect } from 'react';
import { useNavigate } from './place.js';

interface NavigateProps {
  readonly to: string;
  readonly replace?: boolean;
}

/** Draws nothing and goes elsewhere. */
export function Navigate({ to, replace = false }: NavigateProps): null {
  const navigate = useNavigate();
  useEffect(() => void navigate(to, { replace }), [navigate, to, replace]);
  return null;
}
