import { useState, type ChangeEvent, type FormEvent, type ReactNode } from 'react';
import { useMutation, useQueryClient } from '../../api/query/index.js';
import { useSite } from '../../api/queries.js';
import { checkOfficials, importOfficials, officialsTableAddress } from '../../api/staff.js';
import type { ImportView } from '../../api/types.js';
import { dateTimeText, useDeskImportTexts, useLanguage } from '../../texts/index.js';
import {
  Banner,
  Button,
  ButtonAnchor,
  ButtonLink,
  Buttons,
  Disclosure,
  Field,
  Page,
  Spinner,
  StatusChip,
  TextArea,
  type ChipTone,
} from '../../ui/index.js';
import { deskKeys } from '../desk-queries.js';
import { useDeskTexts } from '../desk-texts.js';
import { RefusalBanner } from '../frame/RefusalBanner.js';
import { decodedTable } from '../table-file.js';
import './staff.css';

/** Officials from a table: tried first, then registered, each line with what becomes of it. */
export function ImportScreen(): ReactNode {
  const texts = useDeskImportTexts();
  const desk = useDeskTexts();
  const site = useSite();
  const client = useQueryClient();
  const [table, setTable] = useState('');
  const [tried, setTried] = useState(false);
  const [checked, setChecked] = useState<ImportView | null>(null);
  /** It was in order when it was checked, and no longer when it was read. */
  const [failed, setFailed] = useState(false);
  const check = useMutation({
    mutationFn: checkOfficials,
    onSuccess: (view) => {
      setChecked(view);
      setFailed(false);
    },
  });
  const read = useMutation({
    mutationFn: importOfficials,
    onSuccess: (view) => {
      setChecked(view);
      setFailed(!view.done);
      void client.invalidateQueries({ queryKey: deskKeys.officials });
    },
  });
  const missing = table.trim() === '';
  const busy = check.isPending || read.isPending;

  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    if (!missing && !busy) check.mutate(table);
  }
  async function open({ target }: ChangeEvent<HTMLInputElement>): Promise<void> {
    const file = target.files?.[0];
    if (file) {
      setTable(decodedTable(await file.arrayBuffer()));
      setChecked(null);
    }
    target.value = '';
  }

  if (checked?.done) return <Registered view={checked} />;
  return (
    <Page title={texts.title} site={site.data?.name ?? desk.product} focusKey="import officials">
      <div className="tz-stack">
        <p>{texts.lead}</p>
        <Buttons>
          <ButtonAnchor href={officialsTableAddress} download>
            {texts.current}
          </ButtonAnchor>
        </Buttons>
        <p className="tz-quiet">{texts.currentHelp}</p>
        <Disclosure summary={texts.rulesTitle}>
          <ul className="desk-staff__rules">
            {texts.rules.map((rule) => (
              <li key={rule}>{rule}</li>
            ))}
          </ul>
        </Disclosure>
        <form className="tz-stack desk-staff__import" onSubmit={submit} noValidate>
          <Field
            label={texts.table}
            id="import-table"
            required
            support={texts.tableHelp}
            errors={tried && missing ? [texts.missing] : []}
          >
            {(control) => (
              <TextArea
                {...control}
                rows={10}
                wrap="off"
                value={table}
                onChange={(event) => {
                  setTable(event.target.value);
                  setChecked(null);
                }}
              />
            )}
          </Field>
          <Field label={texts.file} id="import-file" support={texts.fileHelp}>
            {(control) => (
              <input
                {...control}
                type="file"
                accept=".csv,.tsv,.txt,text/csv,text/plain"
                onChange={(event) => void open(event)}
              />
            )}
          </Field>
          <RefusalBanner error={check.error ?? read.error} />
          <Buttons>
            <Button type="submit" {...(checked ? {} : { look: 'primary' as const })} blocked={busy}>
              {checked ? texts.again : texts.check}
            </Button>
          </Buttons>
        </form>
        {check.isPending && <Spinner />}
        {checked && !check.isPending && (
          <Results view={checked} failed={failed} busy={busy} onRead={() => read.mutate(table)} />
        )}
      </div>
    </Page>
  );
}

function Results(props: {
  readonly view: ImportView;
  readonly failed: boolean;
  readonly busy: boolean;
  readonly onRead: () => void;
}): ReactNode {
  const { view, failed, busy, onRead } = props;
  const texts = useDeskImportTexts();
  const { added, changed, wrong } = countsOf(view);
  return (
    <section className="tz-stack" aria-labelledby="import-results">
      <h2 id="import-results" className="tz-heading">
        {texts.results}
      </h2>
      <div role="status" className="tz-stack">
        {failed && <Banner tone="warning" title={texts.changedSince} />}
        {view.unusedColumns.length > 0 && <Banner tone="info" title={texts.unused(view.unusedColumns)} />}
        {wrong > 0 && <Banner tone="warning" title={texts.wrong(wrong)} />}
        {wrong === 0 && added + changed === 0 && <p>{texts.nothing}</p>}
        {wrong === 0 && added + changed > 0 && (
          <p>
            <strong>{texts.ready(added, changed)}</strong>
          </p>
        )}
      </div>
      {wrong === 0 && added + changed > 0 && (
        <Buttons>
          <Button look="primary" size="large" blocked={busy} onClick={onRead}>
            {texts.submit(added + changed)}
          </Button>
        </Buttons>
      )}
      <Rows view={view} />
    </section>
  );
}

const tones = { add: 'done', change: 'progress', same: 'quiet', wrong: 'danger' } as const satisfies Record<
  string,
  ChipTone
>;

function Rows({ view }: { readonly view: ImportView }): ReactNode {
  const texts = useDeskImportTexts();
  return (
    <div className="desk-table-room" tabIndex={0} role="group" aria-label={texts.caption}>
      <table className="tz-table desk-table desk-staff__results">
        <caption className="tz-hidden">{texts.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{texts.line}</th>
            <th scope="col">{texts.official}</th>
            <th scope="col">{texts.result}</th>
            <th scope="col">{texts.detail}</th>
          </tr>
        </thead>
        <tbody>
          {view.officials.map(({ line, login, name, kind, changes, faults, awaited }) => (
            <tr key={line}>
              <td>{line}</td>
              <th scope="row">
                {name}
                <p className="tz-quiet desk-small">{login}</p>
              </th>
              <td>
                <StatusChip tone={tones[kind]}>{texts.kinds[kind]}</StatusChip>
              </td>
              <td>
                {faults.map(({ line: at, column, text }) => (
                  <p key={`${at} ${column} ${text}`}>{texts.fault(at, column, text)}</p>
                ))}
                {changes.map((change) => (
                  <p key={change}>{change}</p>
                ))}
                {awaited > 0 && <p className="desk-small">{texts.awaited(awaited)}</p>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The starting passwords stand here once, on a page that prints. */
function Registered({ view }: { readonly view: ImportView }): ReactNode {
  const texts = useDeskImportTexts();
  const desk = useDeskTexts();
  const site = useSite();
  const language = useLanguage();
  const { added, changed } = countsOf(view);
  const news = view.officials.filter(({ starting }) => starting !== null);
  return (
    <Page title={texts.doneTitle} site={site.data?.name ?? desk.product} focusKey="officials imported">
      <div className="tz-stack">
        <Banner tone="success" role="status" title={texts.done(added, changed)} />
        {news.length > 0 && (
          <section className="tz-stack" aria-labelledby="import-passwords">
            <h2 id="import-passwords" className="tz-heading">
              {texts.passwords}
            </h2>
            <p>{texts.passwordsLead}</p>
            <div className="desk-table-room" tabIndex={0} role="group" aria-labelledby="import-passwords">
              <table className="tz-table desk-table desk-staff__results">
                <caption className="tz-hidden">{texts.passwords}</caption>
                <thead>
                  <tr>
                    <th scope="col">{texts.official}</th>
                    <th scope="col">{texts.password}</th>
                    <th scope="col">{texts.until}</th>
                  </tr>
                </thead>
                <tbody>
                  {news.map(({ login, name, starting }) => (
                    <tr key={login}>
                      <th scope="row">
                        {name} <span className="tz-quiet">{login}</span>
                      </th>
                      <td className="tz-number desk-nowrap">{starting?.password}</td>
                      <td className="desk-nowrap">{dateTimeText(starting?.endsAt ?? '', language)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
            <Buttons>
              <Button onClick={() => window.print()}>{texts.print}</Button>
            </Buttons>
          </section>
        )}
        <Rows view={view} />
        <ButtonLink to="/desk/staff">{texts.back}</ButtonLink>
      </div>
    </Page>
  );
}

function countsOf({ officials }: ImportView): Readonly<Record<'added' | 'changed' | 'wrong', number>> {
  const count = (wanted: string): number => officials.filter(({ kind }) => kind === wanted).length;
  return { added: count('add'), changed: count('change'), wrong: count('wrong') };
}
