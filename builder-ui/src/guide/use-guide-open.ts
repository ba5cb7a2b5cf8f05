import { useState } from 'react';
import { useOfficial } from '../../../renderer-ui/src/desk/index.js';

/** Whether this official has the guide open on this device: it is left and taken up again at will. */
export function useGuideOpen(): readonly [boolean, (open: boolean) => void] {
  const { id } = useOfficial();
  const key = `tetsuzuki.guide.${id}`;
  const [open, setOpen] = useState(() => read(key));
  return [
    open,
    (now) => {
      setOpen(now);
      try {
        localStorage.setItem(key, now ? 'open' : 'closed');
      } catch {
        // A browser that keeps nothing shows it closed next time.
      }
    },
  ];
}

function read(key: string): boolean {
  try {
    return localStorage.getItem(key) === 'open';
  } catch {
    return false;
  }
}
