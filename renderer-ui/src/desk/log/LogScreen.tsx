import { useState, type FormEvent, type ReactNode } from 'react';
import { useInfiniteQuery, useQuery } from '../../api/query/index.js';
import { fetchLog, fetchLogState, type LogWanted } from '../../api/log.js';
import { useSite } from '../../api/queries.js';
import type { LogPage } from '../../api/types.js';
import { Link, useSearchParams } from '../../router/index.js';
import { exactTimeText, useLanguage, useLogAction, useLogTexts } from '../../texts/index.js';
import { Button, Field, Page, Select, Spinner, TextInput } from '../../ui/index.js';
import { useDeskTexts } from '../desk-texts.js';
import { RefusalBanner } from '../frame/RefusalBanner.js';
import { ReportTabs } from '../reports/ReportTabs.js';
import { logKeys } from './log-keys.js';
import { SealState } from './SealState.js';
import './log.css';

const NAMES = ['who', 'action', 'number', 'from', 'to'] as const;

/** What is looked for stands in the address. */
export function LogScreen(): ReactNode {
  const texts = useLogTexts();
  const desk = useDeskTexts();
  const site = useSite();
  const [params, setParams] = useSearchParams();
  const wanted = Object.fromEntries(NAMES.map((name) => [name, params.get(name) ?? ''])) as LogWanted;
  const found = useInfiniteQuery({
    queryKey: logKeys.list(wanted),
    queryFn: ({ pageParam }) => fetchLog(wanted, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
  const entries = found.data?.pages.flatMap((page) => page.entries) ?? [];
  return (
    <Page title={texts.title} site={site.data?.name ?? desk.product} focusKey="log">
      <div className="tz-stack desk-log">
        <ReportTabs />
        <p>{texts.lead}</p>
        <SealState />
        <Filters
          key={params.toString()}
          wanted={wanted}
          onShow={(next) =>
            setParams(Object.fromEntries(Object.entries(next).filter(([, value]) => value !== '')))
          }
        />
        <RefusalBanner error={found.error} />
        {found.isPending && <Spinner />}
        {found.data && (
          <p className="tz-quiet" role="status">
            {entries.length === 0 ? texts.none : texts.shown(entries.length)}
          </p>
        )}
        {entries.length > 0 && <Entries entries={entries} />}
        {found.hasNextPage && <Button onClick={() => void found.fetchNextPage()}>{texts.more}</Button>}
      </div>
    </Page>
  );
}

function Filters({
  wanted,
  onShow,
}: {
  readonly wanted: LogWanted;
  readonly onShow: (wanted: LogWanted) => void;
}): ReactNode {
  const texts = useLogTexts();
  const state = useQuery({ queryKey: logKeys.state, queryFn: fetchLogState });
  const word = useLogAction();
  const [typed, setTyped] = useState(wanted);
  const put = (part: Partial<LogWanted>): void => setTyped({ ...typed, ...part });
  function submit(event: FormEvent): void {
    event.preventDefault();
    onShow(typed);
  }
  return (
    <form className="desk-log__filters" role="search" aria-label={texts.title} onSubmit={submit}>
      <Field label={texts.who} id="log-who">
        {(control) => (
          <TextInput {...control} value={typed.who} onChange={({ target }) => put({ who: target.value })} />
        )}
      </Field>
      <Field label={texts.action} id="log-action">
        {(control) => (
          <Select
            {...control}
            empty={texts.anyAction}
            choices={(state.data?.actions ?? [typed.action].filter((one) => one !== '')).map((action) => ({
              value: action,
              label: word(action),
            }))}
            value={typed.action}
            onChange={({ target }) => put({ action: target.value })}
          />
        )}
      </Field>
      <Field label={texts.number} id="log-number">
        {(control) => (
          <TextInput
            {...control}
            value={typed.number}
            onChange={({ target }) => put({ number: target.value })}
          />
        )}
      </Field>
      <Field label={texts.from} id="log-from">
        {(control) => (
          <TextInput
            {...control}
            type="date"
            value={typed.from}
            onChange={({ target }) => put({ from: target.value })}
          />
        )}
      </Field>
      <Field label={texts.to} id="log-to">
        {(control) => (
          <TextInput
            {...control}
            type="date"
            value={typed.to}
            onChange={({ target }) => put({ to: target.value })}
          />
        )}
      </Field>
      <Button type="submit">{texts.submit}</Button>
    </form>
  );
}

function Entries({ entries }: { readonly entries: LogPage['entries'] }): ReactNode {
  const texts = useLogTexts();
  const word = useLogAction();
  const language = useLanguage();
  return (
    <div className="desk-log__scroll" tabIndex={0} role="group" aria-label={texts.list}>
      <table className="tz-table desk-table">
        <caption className="tz-hidden">{texts.list}</caption>
        <thead>
          <tr>
            <th scope="col">{texts.columns.at}</th>
            <th scope="col">{texts.columns.who}</th>
            <th scope="col">{texts.columns.action}</th>
            <th scope="col">{texts.columns.subject}</th>
            <th scope="col">{texts.columns.seal}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={entry.id}>
              <th scope="row" className="desk-nowrap">
                <Link className="desk-row-link" to={`/desk/log/${entry.id}`}>
                  {exactTimeText(entry.at, language)}
                </Link>
              </th>
              <td>{entry.actorName ?? texts.actors[entry.actorKind] ?? entry.actorKind}</td>
              <td>{word(entry.action)}</td>
              <td>
                {texts.subjects[entry.subjectKind] ?? entry.subjectKind} {entry.number}
              </td>
              <td>{entry.seal === null ? texts.unsealed : texts.sealed(entry.seal)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
