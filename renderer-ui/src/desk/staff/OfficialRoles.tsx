import type { ReactNode } from 'react';
import { confirmRole } from '../../api/staff.js';
import type { OfficialView } from '../../api/types.js';
import { useStaffTexts } from '../../texts/index.js';
import { Button, StatusChip } from '../../ui/index.js';
import { RefusalBanner } from '../frame/RefusalBanner.js';
import { useSending } from '../frame/use-sending.js';

const tones = { 'in-force': 'done', coming: 'progress', over: 'quiet', awaited: 'waiting' } as const;

interface OfficialRolesProps {
  readonly official: OfficialView;
  readonly mayChange: boolean;
  readonly onChanged: (after: OfficialView, said: string) => void;
}

/** Roles with who gave and who confirmed them, and the second yes. */
export function OfficialRoles({ official, mayChange, onChanged }: OfficialRolesProps): ReactNode {
  const texts = useStaffTexts().official;
  const sending = useSending();
  return (
    <section aria-labelledby="official-roles-title">
      <h2 id="official-roles-title" className="tz-heading">
        {texts.roles}
      </h2>
      <RefusalBanner error={sending.failure} />
      {official.roles.length === 0 && <p>{texts.none}</p>}
      <ul>
        {official.roles.map((one) => {
          const { procedureId, role, title, state, givenBy, confirmedBy } = one;
          const asked = mayChange && state === 'awaited';
          const confirm = async (): Promise<void> =>
            onChanged(await confirmRole(official.id, procedureId, role), texts.confirmed(title));
          return (
            <li key={`${procedureId} ${role}`} className="desk-staff__line">
              <StatusChip tone={tones[state]}>{texts.states[state]}</StatusChip>
              <strong>{title}</strong>
              <span>{one.procedureTitle}</span>
              <span className="tz-quiet desk-small">{texts.period(one.fromOn, one.toOn)}</span>
              {givenBy !== null && <span className="tz-quiet desk-small">{texts.givenBy(givenBy)}</span>}
              {confirmedBy !== null && (
                <span className="tz-quiet desk-small">{texts.confirmedBy(confirmedBy)}</span>
              )}
              {asked && !one.mayConfirm && <span className="desk-small">{texts.needsOther}</span>}
              {asked && one.mayConfirm && (
                <Button
                  size="small"
                  aria-label={texts.confirmOf(title)}
                  blocked={sending.busy}
                  onClick={() => void sending.send(confirm)}
                >
                  {texts.confirm}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
