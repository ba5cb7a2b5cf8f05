import type { ReactNode } from 'react';
import { useStaffTexts } from '../../texts/index.js';
import { Link } from '../../router/index.js';
import { useDeskTexts } from '../desk-texts.js';
import { useOfficial } from '../session/official.js';
import { HeaderMenu } from './HeaderMenu.js';

interface OwnMenuProps {
  readonly onKeys: () => void;
  readonly onLeave: () => void;
}

/** Who is here, and what is theirs: absence, account, keys, the way out. */
export function OwnMenu({ onKeys, onLeave }: OwnMenuProps): ReactNode {
  const texts = useDeskTexts();
  const staff = useStaffTexts();
  const official = useOfficial();
  return (
    <HeaderMenu title={official.name}>
      {(close) => (
        <>
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
        </>
      )}
    </HeaderMenu>
  );
}
