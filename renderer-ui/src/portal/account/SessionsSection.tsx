import { useQuery, useQueryClient } from '../../api/query/index.js';
import type { ReactNode } from 'react';
import { endOtherSessions, endSession, fetchOwnSessions } from '../../api/account.js';
import { keys } from '../../api/queries.js';
import { dateTimeText, useAccountTexts, useLanguage } from '../../texts/index.js';
import { Button, ErrorSummary, Spinner, useAnnounce } from '../../ui/index.js';
import { FailureBanner } from '../frame/Failure.js';
import { useRefusals } from '../registration/use-refusals.js';
import { AccountPage } from './AccountPage.js';

/** Where the account is signed in; any of them can be ended from here. */
export function SessionsSection(): ReactNode {
  const texts = useAccountTexts();
  const language = useLanguage();
  const announce = useAnnounce();
  const queries = useQueryClient();
  const refusals = useRefusals();
  const found = useQuery({ queryKey: keys.ownSessions, queryFn: fetchOwnSessions });
  const sessions = found.data?.sessions ?? [];
  const end = async (call: () => Promise<void>): Promise<void> => {
    const ended = await refusals.send(call);
    await queries.invalidateQueries({ queryKey: keys.ownSessions });
    if (ended) announce(texts.sessions.ended);
  };
  return (
    <AccountPage title={texts.sessions.title} focusKey="account-sessions">
      <ErrorSummary lines={refusals.lines} attempt={refusals.attempt} />
      <p className="tz-lead">{texts.sessions.lead}</p>
      {found.isError && <FailureBanner error={found.error} />}
      {found.isPending && <Spinner />}
      <ul className="tz-account">
        {sessions.map(({ id, system, browser, current, createdAt, lastSeenAt }) => {
          const device = texts.sessions.device(system, browser);
          return (
            <li key={id} className="tz-account__entry">
              <div>
                <h2 className="tz-account__title">
                  {device}
                  {current && texts.sessions.current}
                </h2>
                <p className="tz-quiet">{texts.sessions.since(dateTimeText(createdAt, language))}</p>
                {!current && (
                  <p className="tz-quiet">{texts.sessions.seen(dateTimeText(lastSeenAt, language))}</p>
                )}
              </div>
              {!current && (
                <Button
                  size="small"
                  aria-label={texts.sessions.endNamed(device)}
                  onClick={() => void end(() => endSession(id))}
                >
                  {texts.sessions.end}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {sessions.length > 1 && (
        <p className="tz-account__form">
          <Button onClick={() => void end(endOtherSessions)}>{texts.sessions.endOthers}</Button>
        </p>
      )}
      {sessions.length === 1 && <p className="tz-lead">{texts.sessions.alone}</p>}
    </AccountPage>
  );
}
