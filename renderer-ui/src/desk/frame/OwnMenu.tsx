import { useRef, type ReactNode } from 'react';
import { useStaffTexts } from '../../texts/index.js';
import { Link } from '../../router/index.js';
import { useDeskTexts } from '../desk-texts.js';
import { useOfficial } from '../session/official.js';

interface OwnMenuProps {
  readonly onKeys: () => void;
  readonly onLeave: () => void;
}

/** Who is here, and what is theirs: absence, account, keys, the way out. Closes with Escape and when it is left. */
export function OwnMenu({ onKeys, onLeave }: OwnMenuProps): ReactNode {
  const texts = useDeskTexts();
  const staff = useStaffTexts();
  const official = useOfficial();
  const menu = useRef<HTMLDetailsElement>(null);
  function close(): void {
    if (menu.current) menu.current.open = false;
  }
  return (
    <details
      ref={menu}
      className="desk-own"
      onBlur={({ relatedTarget }) => {
        if (relatedTarget instanceof Node && !menu.current?.contains(relatedTarget)) close();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !menu.current?.open) return;
        event.preventDefault();
        close();
        menu.current.querySelector('summary')?.focus();
      }}
    >
      <summary className="desk-own__name">{official.name}</summary>
      <div className="desk-own__list">
        <p className="tz-quiet desk-small">{official.department}</p>
        <Link className="tz-header__link" to="/desk/absence" onClick={close}>
          {texts.absence.link}
        </Link>
        <Link className="tz-header__link" to="/desk/account" onClick={close}>
          {staff.own.link}
        </Link>
        <button
          type="button"
          className="tz-header__link"
          aria-haspopup="dialog"
          onClick={() => {
            close();
            onKeys();
          }}
        >
          {texts.keys.title}
        </button>
        <button type="button" className="tz-header__link" onClick={onLeave}>
          {texts.signIn.signOut}
        </button>
      </div>
    </details>
  );
}
