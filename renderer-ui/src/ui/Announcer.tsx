import { createContext, useCallback, useContext, useState, type ReactNode } from 'react';

const Announce = createContext<(text: string) => void>(() => undefined);

/** One polite live region for the whole screen. */
export function AnnouncerProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const [said, setSaid] = useState({ text: '', turn: 0 });
  const announce = useCallback((text: string) => setSaid((before) => ({ text, turn: before.turn + 1 })), []);
  return (
    <Announce value={announce}>
      {children}
      <div className="tz-hidden" role="status" aria-live="polite">
        {/* A new key makes the same sentence be read out again. */}
        <span key={said.turn}>{said.text}</span>
      </div>
    </Announce>
  );
}

/** Says something to people who do not see the screen change. */
export function useAnnounce(): (text: string) => void {
  return useContext(Announce);
}
