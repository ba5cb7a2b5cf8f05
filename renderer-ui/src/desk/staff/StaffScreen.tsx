import { useInfiniteQuery } from '../../api/query/index.js';
import { useState, type ReactNode } from 'react';
import { useSite } from '../../api/queries.js';
import { fetchOfficials } from '../../api/staff.js';
import type { OfficialList } from '../../api/types.js';
import { Link, useSearchParams } from '../../router/index.js';
import { dateTimeText, useDeskImportTexts, useLanguage, useStaffTexts } from '../../texts/index.js';
import {
  Button,
  ButtonLink,
  Buttons,
  Field,
  Page,
  Select,
  Spinner,
  StatusChip,
  TextInput,
} from '../../ui/index.js';
import { deskKeys } from '../desk-queries.js';
import { useDeskTexts } from '../desk-texts.js';
import { RefusalBanner } from '../frame/RefusalBanner.js';
import { useOfficial } from '../session/official.js';
import './staff.css';

const STATES = ['active', 'awaited', 'disabled', 'all'] as const;

/** Officials, to be found and opened; what is searched stands in the address. */
export function StaffScreen(): ReactNode {
  const desk = useDeskTexts();
  const texts = useStaffTexts().list;
  const imports = useDeskImportTexts();
  const site = useSite();
  const { may } = useOfficial();
  const [params, setParams] = useSearchParams();
  const text = params.get('q') ?? '';
  const state = STATES.find((one) => one === params.get('state')) ?? 'active';
  const [typed, setTyped] = useState(text);
  const found = useInfiniteQuery({
    queryKey: deskKeys.officialList(text, state),
    queryFn: ({ pageParam }) => fetchOfficials(text, state, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
  const officials = found.data?.pages.flatMap((page) => page.officials) ?? [];
  const awaited = found.data?.pages[0]?.awaited ?? 0;
  const show = (q: string, wanted: string): void => setParams({ q, state: wanted });
  return (
    <Page title={texts.title} site={site.data?.name ?? desk.product} focusKey="staff">
      <div className="tz-stack">
        <div className="desk-staff__top">
          <Buttons>
            {may.changeStaff && (
              <>
                <ButtonLink to="/desk/staff/new" look="primary">
                  {texts.add}
                </ButtonLink>
                <ButtonLink to="/desk/staff/import">{imports.link}</ButtonLink>
              </>
            )}
            <ButtonLink to="/desk/staff/departments">{texts.departments}</ButtonLink>
          </Buttons>
        </div>
        {awaited > 0 && state !== 'awaited' && (
          <p>
            {texts.awaitedBanner(awaited)}{' '}
            <Button size="small" onClick={() => show('', 'awaited')}>
              {texts.showAwaited}
            </Button>
          </p>
        )}
        <form
          role="search"
          aria-label={texts.submit}
          className="desk-staff__search"
          onSubmit={(event) => {
            event.preventDefault();
            show(typed, state);
          }}
        >
          <Field label={texts.search} id="staff-search">
            {(control) => (
              <TextInput
                {...control}
                type="search"
                value={typed}
                onChange={(event) => setTyped(event.target.value)}
              />
            )}
          </Field>
          <Field label={texts.state} id="staff-state">
            {(control) => (
              <Select
                {...control}
                choices={STATES.map((value) => ({ value, label: texts.states[value] }))}
                value={state}
                onChange={(event) => show(typed, event.target.value)}
              />
            )}
          </Field>
          <Button type="submit">{texts.submit}</Button>
        </form>
        <RefusalBanner error={found.error} />
        {found.isPending && <Spinner />}
        {found.data && (
          <p className="tz-quiet" role="status">
            {officials.length === 0 ? texts.none : texts.shown(officials.length)}
          </p>
        )}
        {officials.length > 0 && <Rows officials={officials} />}
        {found.hasNextPage && <Button onClick={() => void found.fetchNextPage()}>{texts.more}</Button>}
      </div>
    </Page>
  );
}

/** Lines at every width: roles are sentences, and a table of sentences cannot be read on a phone. */
function Rows({ officials }: { readonly officials: OfficialList['officials'] }): ReactNode {
  const all = useStaffTexts();
  const texts = all.list;
  const language = useLanguage();
  return (
    <ul aria-label={texts.caption}>
      {officials.map(({ id, login, name, department, teams, roles, disabled, awaited, lastSignInAt }) => (
        <li key={id} className="desk-staff__row">
          <div>
            <Link className="desk-row-link" to={`/desk/staff/${id}`}>
              {name}
            </Link>
            <p className="tz-quiet desk-small">{login}</p>
          </div>
          <div>
            <p>{department}</p>
            {teams.length > 0 && <p className="tz-quiet desk-small">{teams.join(' / ')}</p>}
          </div>
          <div>
            {roles.length === 0 && <p className="tz-quiet">{texts.noRoles}</p>}
            {roles.map(({ procedure, title }) => (
              <p key={`${procedure} ${title}`} className="desk-small">
                {procedure ?? all.own.office} / {title}
              </p>
            ))}
          </div>
          <div>
            {disabled && <StatusChip tone="quiet">{texts.disabled}</StatusChip>}
            {awaited > 0 && <StatusChip tone="waiting">{texts.awaited(awaited)}</StatusChip>}
            <p className="tz-quiet desk-small">
              {texts.last}: {lastSignInAt === null ? texts.never : dateTimeText(lastSignInAt, language)}
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}
