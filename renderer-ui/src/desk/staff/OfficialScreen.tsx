import { useQuery, useQueryClient } from '../../api/query/index.js';
import { useState, type ReactNode } from 'react';
import { useSite } from '../../api/queries.js';
import { changeOfficial, fetchOfficial } from '../../api/staff.js';
import type { OfficialView } from '../../api/types.js';
import { Link, useParams } from '../../router/index.js';
import { dateText, dateTimeText, useLanguage, useStaffTexts } from '../../texts/index.js';
import { Banner, DescriptionList, Page, Spinner } from '../../ui/index.js';
import { deskKeys } from '../desk-queries.js';
import { useDeskTexts } from '../desk-texts.js';
import { RefusalBanner } from '../frame/RefusalBanner.js';
import { useOfficial } from '../session/official.js';
import { OfficialActions } from './OfficialActions.js';
import { OfficialForm } from './OfficialForm.js';
import { OfficialRoles } from './OfficialRoles.js';
import './staff.css';

/** One official, as administrators and auditors see them. */
export function OfficialScreen(): ReactNode {
  const { id = '' } = useParams();
  const desk = useDeskTexts();
  const texts = useStaffTexts();
  const site = useSite();
  const client = useQueryClient();
  const { may } = useOfficial();
  /** As it was when the change was begun: what a colleague changes meanwhile must not be overwritten unseen. */
  const [before, setBefore] = useState<OfficialView | null>(null);
  const editing = before !== null;
  const [done, setDone] = useState<string | null>(null);
  const found = useQuery({ queryKey: deskKeys.official(id), queryFn: () => fetchOfficial(id) });
  const official = found.data;
  const keep = (after: OfficialView, said: string): void => {
    client.setQueryData(deskKeys.official(id), after);
    void client.invalidateQueries({ queryKey: [...deskKeys.officials, 'list'] });
    setDone(said);
  };
  const name = official?.name ?? texts.list.title;
  return (
    <Page
      title={editing ? texts.form.changeTitle(name) : name}
      site={site.data?.name ?? desk.product}
      focusKey={`official ${id} ${editing}`}
      width="narrow"
    >
      <div className="tz-stack">
        <RefusalBanner error={found.error} />
        {found.isPending && <Spinner />}
        {before && (
          <OfficialForm
            before={entryOf(before)}
            submit={texts.form.submitChange}
            onCancel={() => setBefore(null)}
            onSend={async (_, entry) => {
              const after = await changeOfficial(id, { lock: before.lock, ...entry });
              const released = after.released > 0 ? ` ${texts.form.released(after.released)}` : '';
              keep(after.official, texts.form.saved + released);
              setBefore(null);
            }}
          />
        )}
        {official && !editing && (
          <>
            {done !== null && <Banner tone="success" role="status" title={done} />}
            <State official={official} />
            <Facts official={official} />
            <OfficialRoles official={official} mayChange={may.changeStaff} onChanged={keep} />
            {may.changeStaff && !official.own && (
              <OfficialActions official={official} onEdit={() => setBefore(official)} onChanged={keep} />
            )}
            <History official={official} />
          </>
        )}
        <p>
          <Link to="/desk/staff">{texts.official.back}</Link>
        </p>
      </div>
    </Page>
  );
}

function entryOf({ name, mail, departmentId, teams, roles }: OfficialView) {
  return {
    name,
    mail: mail ?? '',
    departmentId,
    teamIds: teams.map(({ id }) => id),
    roles: roles.map(({ procedureId, role, fromOn, toOn }) => ({ procedureId, role, fromOn, toOn })),
  };
}

function State({ official }: { readonly official: OfficialView }): ReactNode {
  const texts = useStaffTexts().official;
  const language = useLanguage();
  const { own, disabledAt, disabledReason, startingPasswordEndsAt: ends } = official;
  return (
    <>
      {own && <Banner tone="info" title={texts.own} />}
      {disabledAt !== null && (
        <Banner tone="warning" title={texts.disabledTitle(dateText(disabledAt, language))}>
          {disabledReason !== null && <p>{texts.reason(disabledReason)}</p>}
        </Banner>
      )}
      {ends !== null && <Banner tone="info" title={texts.startingPassword(dateTimeText(ends, language))} />}
    </>
  );
}

function Facts({ official }: { readonly official: OfficialView }): ReactNode {
  const all = useStaffTexts();
  const texts = all.official;
  const language = useLanguage();
  const { login, mail, department, teams, holding, lastSignInAt, sessions, codesSince } = official;
  const away = [
    ...official.absences.map(({ fromOn, toOn, substitute, alone }) =>
      texts.absent(fromOn, toOn, substitute, alone),
    ),
    ...official.standsInFor.map(({ fromOn, toOn, name, alone }) => texts.standsIn(fromOn, toOn, name, alone)),
  ];
  const rows = [
    [texts.login, login],
    [texts.mail, mail ?? texts.none],
    [texts.department, department],
    [texts.teams, teams.map(({ name }) => name).join(' / ') || texts.none],
    [texts.holding, texts.holdingCount(holding)],
    [texts.last, lastSignInAt === null ? all.list.never : dateTimeText(lastSignInAt, language)],
    [texts.sessions, texts.sessionCount(sessions)],
    [texts.codes, codesSince === null ? texts.codesOff : texts.codesOn(dateText(codesSince, language))],
    [texts.absences, away.length === 0 ? texts.noAbsences : away.join(' / ')],
  ] as const;
  return <DescriptionList rows={rows.map(([term, value]) => ({ key: term, term, value }))} />;
}

function History({ official }: { readonly official: OfficialView }): ReactNode {
  const texts = useStaffTexts().official;
  const language = useLanguage();
  return (
    <section aria-labelledby="official-history">
      <h2 id="official-history" className="tz-heading">
        {texts.history}
      </h2>
      {official.changes.length === 0 && <p>{texts.noHistory}</p>}
      <ol>
        {official.changes.map(({ id, at, by, kind, lines }) => (
          <li key={id} className="desk-staff__line">
            <strong>{texts.kinds[kind] ?? kind}</strong>
            <span className="tz-quiet desk-small">
              {dateTimeText(at, language)} {by ?? texts.commandLine}
            </span>
            {lines.map((line) => (
              <span key={line} className="desk-small">
                {line}
              </span>
            ))}
          </li>
        ))}
      </ol>
    </section>
  );
}
