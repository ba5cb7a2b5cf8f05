import { useQuery, useQueryClient } from '../../api/query/index.js';
import { useState, type ReactNode } from 'react';
import { useSite } from '../../api/queries.js';
import {
  endOtherStaffSessions,
  endStaffSession,
  fetchOwnAccount,
  fetchStaffSessions,
} from '../../api/staff.js';
import type { OwnAccountView } from '../../api/types.js';
import { dateText, dateTimeText, useLanguage, useStaffTexts } from '../../texts/index.js';
import { Banner, Button, DescriptionList, Page, Spinner, useAnnounce } from '../../ui/index.js';
import { deskKeys } from '../desk-queries.js';
import { useDeskTexts } from '../desk-texts.js';
import { RefusalBanner } from '../frame/RefusalBanner.js';
import { useSending } from '../frame/use-sending.js';
import { OwnCodes } from './OwnCodes.js';
import { PasswordForm } from './PasswordForm.js';
import './own.css';

/** Who the official is here, and how they sign in. */
export function OwnAccountScreen(): ReactNode {
  const desk = useDeskTexts();
  const texts = useStaffTexts();
  const site = useSite();
  const client = useQueryClient();
  const account = useQuery({ queryKey: deskKeys.account, queryFn: fetchOwnAccount });
  const [changed, setChanged] = useState(false);
  return (
    <Page
      title={texts.own.title}
      site={site.data?.name ?? desk.product}
      focusKey="own account"
      width="narrow"
    >
      <RefusalBanner error={account.error} />
      {account.isPending && <Spinner />}
      {account.data && (
        <div className="desk-account">
          <Facts account={account.data} />
          <section className="tz-flow" aria-labelledby="own-password">
            <h2 id="own-password" className="tz-heading">
              {texts.password.title}
            </h2>
            {changed && <Banner tone="success" role="status" title={texts.password.changed} />}
            <p>{texts.password.lead}</p>
            <PasswordForm
              first={false}
              submit={texts.password.submit}
              onDone={() => {
                setChanged(true);
                void client.invalidateQueries({ queryKey: deskKeys.ownSessions });
              }}
            />
          </section>
          <section className="tz-flow" aria-labelledby="own-codes">
            <h2 id="own-codes" className="tz-heading">
              {texts.codes.title}
            </h2>
            <OwnCodes codes={account.data.codes} />
          </section>
          <OwnSessionList />
        </div>
      )}
    </Page>
  );
}

function Facts({ account }: { readonly account: OwnAccountView }): ReactNode {
  const texts = useStaffTexts().own;
  const { signs } = useDeskTexts();
  const language = useLanguage();
  const { login, department, teams, roles, previousSignInAt: previous } = account;
  return (
    <DescriptionList
      rows={[
        { key: 'login', term: texts.login, value: login },
        { key: 'department', term: texts.department, value: department },
        { key: 'teams', term: texts.teams, value: teams.length === 0 ? texts.none : teams.join(' / ') },
        {
          key: 'roles',
          term: texts.roles,
          value:
            roles.length === 0 ? (
              texts.none
            ) : (
              <ul>
                {roles.map(({ procedure, title, toOn }) => (
                  <li key={`${procedure} ${title}`}>
                    {procedure ?? texts.office}
                    {signs.colon}
                    {title}
                    {toOn !== null && signs.aside(texts.until(dateText(toOn, language)))}
                  </li>
                ))}
              </ul>
            ),
        },
        {
          key: 'previous',
          term: texts.previous,
          value: previous === null ? texts.first : dateTimeText(previous, language),
        },
      ]}
    />
  );
}

function OwnSessionList(): ReactNode {
  const texts = useStaffTexts().sessions;
  const { signs } = useDeskTexts();
  const language = useLanguage();
  const client = useQueryClient();
  const announce = useAnnounce();
  const sending = useSending();
  const found = useQuery({ queryKey: deskKeys.ownSessions, queryFn: fetchStaffSessions });
  const sessions = found.data?.sessions ?? [];
  const end = async (call: () => Promise<void>): Promise<void> => {
    if (await sending.send(call)) announce(texts.ended);
    await client.invalidateQueries({ queryKey: deskKeys.ownSessions });
  };
  return (
    <section className="tz-flow" aria-labelledby="own-sessions">
      <h2 id="own-sessions" className="tz-heading">
        {texts.title}
      </h2>
      <p>{texts.lead}</p>
      <RefusalBanner error={found.error ?? sending.failure} />
      {found.isPending && <Spinner />}
      <ul>
        {sessions.map(({ id, system, browser, current, createdAt, lastSeenAt }) => {
          const device = texts.device(system, browser);
          return (
            <li key={id} className="desk-account__session">
              <div>
                <p>
                  <strong>{device}</strong>
                  {current && signs.aside(texts.current)}
                </p>
                <p className="tz-quiet desk-small">{texts.since(dateTimeText(createdAt, language))}</p>
                {!current && (
                  <p className="tz-quiet desk-small">{texts.seen(dateTimeText(lastSeenAt, language))}</p>
                )}
              </div>
              {!current && (
                <Button
                  size="small"
                  aria-label={texts.endNamed(device)}
                  onClick={() => void end(() => endStaffSession(id))}
                >
                  {texts.end}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {sessions.length > 1 && (
        <Button onClick={() => void end(endOtherStaffSessions)}>{texts.endOthers}</Button>
      )}
    </section>
  );
}
