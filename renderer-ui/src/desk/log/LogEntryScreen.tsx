import type { ReactNode } from 'react';
import { useQuery } from '../../api/query/index.js';
import { fetchLogEntry } from '../../api/log.js';
import { useSite } from '../../api/queries.js';
import type { LogEntryDetail } from '../../api/types.js';
import { Link, useParams } from '../../router/index.js';
import { exactTimeText, useLanguage, useLogAction, useLogTexts } from '../../texts/index.js';
import { Banner, DescriptionList, Page, Spinner } from '../../ui/index.js';
import { useDeskTexts } from '../desk-texts.js';
import { RefusalBanner } from '../frame/RefusalBanner.js';
import { logKeys } from './log-keys.js';
import './log.css';

export function LogEntryScreen(): ReactNode {
  const texts = useLogTexts();
  const desk = useDeskTexts();
  const site = useSite();
  const { id = '' } = useParams();
  const found = useQuery({ queryKey: logKeys.one(id), queryFn: () => fetchLogEntry(id) });
  return (
    <Page title={texts.entry} site={site.data?.name ?? desk.product} focusKey={`log ${id}`}>
      <div className="tz-stack desk-log">
        <p>
          <Link to="/desk/log">{texts.back}</Link>
        </p>
        <RefusalBanner error={found.error} />
        {found.isPending && <Spinner />}
        {found.data && <Entry entry={found.data} />}
      </div>
    </Page>
  );
}

function Entry({ entry }: { readonly entry: LogEntryDetail }): ReactNode {
  const texts = useLogTexts();
  const word = useLogAction();
  const language = useLanguage();
  const { proof } = entry;
  return (
    <>
      <DescriptionList
        rows={[
          { key: 'at', term: texts.columns.at, value: exactTimeText(entry.at, language) },
          {
            key: 'who',
            term: texts.columns.who,
            value: [entry.actorName, texts.actors[entry.actorKind] ?? entry.actorKind]
              .filter((one) => one !== null)
              .join(' / '),
          },
          { key: 'what', term: texts.columns.action, value: word(entry.action) },
          {
            key: 'subject',
            term: texts.columns.subject,
            value: `${texts.subjects[entry.subjectKind] ?? entry.subjectKind} ${entry.number ?? entry.subjectId ?? ''}`,
          },
        ]}
      />
      <section className="tz-stack" aria-labelledby="log-body">
        <h2 id="log-body" className="tz-heading">
          {texts.body}
        </h2>
        <pre className="desk-log__body" tabIndex={0} role="group" aria-labelledby="log-body">
          {JSON.stringify(JSON.parse(entry.body), null, 2)}
        </pre>
        <p>{texts.leaf}</p>
        <p className="desk-log__code">{entry.leaf}</p>
      </section>
      <section className="tz-stack" aria-labelledby="log-proof">
        <h2 id="log-proof" className="tz-heading">
          {texts.proof}
        </h2>
        {proof === null ? (
          <p>{texts.proofNone}</p>
        ) : (
          <>
            <Banner
              tone={proof.holds ? 'success' : 'error'}
              title={proof.holds ? texts.holds : texts.holdsNot}
            />
            <DescriptionList
              rows={[
                { key: 'seal', term: texts.columns.seal, value: texts.sealed(proof.seal) },
                { key: 'pos', term: texts.pos, value: proof.pos },
                { key: 'body', term: texts.sealBody, value: <Code>{proof.sealBody}</Code> },
                { key: 'signature', term: texts.signature, value: <Code>{proof.signature}</Code> },
                { key: 'key', term: texts.key, value: <Code>{proof.keyId}</Code> },
                {
                  key: 'path',
                  term: texts.path,
                  value: (
                    <ol>
                      {proof.path.map(({ side, hash }) => (
                        <li key={hash}>
                          <Code>{`${side}: ${hash}`}</Code>
                        </li>
                      ))}
                    </ol>
                  ),
                },
              ]}
            />
          </>
        )}
      </section>
    </>
  );
}

function Code({ children }: { readonly children: string }): ReactNode {
  return <code className="desk-log__code">{children}</code>;
}
