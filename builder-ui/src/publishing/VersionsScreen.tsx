import { useState, type ReactNode } from 'react';
import { useSite } from '../../../renderer-ui/src/api/queries.js';
import { useMutation, useQuery, useQueryClient } from '../../../renderer-ui/src/api/query/index.js';
import { isRefused } from '../../../renderer-ui/src/api/request.js';
import { RefusalBanner } from '../../../renderer-ui/src/desk/index.js';
import { useParams } from '../../../renderer-ui/src/router/index.js';
import { dateTimeText, useLanguage } from '../../../renderer-ui/src/texts/index.js';
import {
  Banner,
  Button,
  ButtonLink,
  Disclosure,
  Page,
  Spinner,
  StatusChip,
  useAnnounce,
} from '../../../renderer-ui/src/ui/index.js';
import {
  fetchVersionChanges,
  fetchVersions,
  type ProcedureVersions,
  publishingKeys,
  reopenProcedure,
  rollBack,
} from '../api/publishing.js';
import { HelpButton } from '../help/HelpButton.js';
import { useBuilderTexts } from '../texts/builder.js';
import { usePublishingTexts } from '../texts/publishing.js';
import { ChangeLines } from './ComparisonView.js';
import { MovesSection } from './MovesSection.js';
import { PauseDialog } from './PauseDialog.js';
import { ReasonButton } from './ReasonButton.js';
import './publishing.css';

type Version = ProcedureVersions['versions'][number];

/** What is in force of a procedure and was before; a pause, and the way back. */
export function VersionsScreen(): ReactNode {
  const frame = useBuilderTexts();
  const texts = usePublishingTexts();
  const language = useLanguage();
  const site = useSite();
  const { id = '' } = useParams();
  const versions = useQuery({ queryKey: publishingKeys.versions(id), queryFn: () => fetchVersions(id) });
  const { data } = versions;
  const gone = isRefused(versions.error, 'not-found');
  return (
    <Page
      title={data ? texts.versionsTitle(data.title) : gone ? texts.notFound : texts.versions}
      site={site.data?.name ?? frame.product}
      focusKey={`versions ${id}`}
      width="full"
    >
      <div className="tz-stack">
        <RefusalBanner error={versions.error} />
        {versions.isPending && <Spinner />}
        {data && (
          <>
            <Pausing view={data} />
            <h2 className="tz-heading">
              {texts.versions}
              <HelpButton topic="versions" />
            </h2>
            <ul className="builder-versions">
              {data.versions.map((version, index) => (
                <VersionRow
                  key={version.hash}
                  procedureId={id}
                  version={version}
                  isFirst={index === data.versions.length - 1}
                  mayPublish={data.mayPublish}
                />
              ))}
            </ul>
            <MovesSection procedureId={id} />
            <h2 className="tz-heading">{texts.releases}</h2>
            <ul className="builder-table__drafts">
              {data.releases.map(({ at, kind, number, name, reason }) => (
                <li key={at}>
                  {dateTimeText(at, language)}　{texts.version(number)}　{texts.kinds[kind]}
                  {name !== null && `　${name}`}
                  {reason !== null && <span className="builder-table__quiet">{reason}</span>}
                </li>
              ))}
            </ul>
          </>
        )}
        <div>
          <ButtonLink to="/builder">{texts.back}</ButtonLink>
        </div>
      </div>
    </Page>
  );
}

function Pausing({ view }: { readonly view: ProcedureVersions }): ReactNode {
  const texts = usePublishingTexts();
  const language = useLanguage();
  const announce = useAnnounce();
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const { id, paused, mayPublish } = view;
  const reopen = useMutation({
    mutationFn: () => reopenProcedure(id),
    onSuccess: (now) => {
      client.setQueryData(publishingKeys.versions(id), now);
      announce(texts.reopened);
    },
  });
  if (!paused) {
    return (
      mayPublish && (
        <div>
          <Button onClick={() => setAsking(true)}>{texts.pause}</Button>
          <PauseDialog procedureId={id} open={asking} onClose={() => setAsking(false)} />
        </div>
      )
    );
  }
  return (
    <Banner tone="warning" title={texts.pausedSince(dateTimeText(paused.since, language))}>
      <p>{paused.ja}</p>
      <p lang="en">{paused.en}</p>
      <RefusalBanner error={reopen.error} />
      {mayPublish && (
        <Button blocked={reopen.isPending} onClick={() => reopen.mutate()}>
          {texts.reopen}
        </Button>
      )}
    </Banner>
  );
}

interface VersionRowProps {
  readonly procedureId: string;
  readonly version: Version;
  readonly isFirst: boolean;
  readonly mayPublish: boolean;
}

function VersionRow({ procedureId, version, isFirst, mayPublish }: VersionRowProps): ReactNode {
  const texts = usePublishingTexts();
  const language = useLanguage();
  const announce = useAnnounce();
  const client = useQueryClient();
  const { number, hash, publishedAt, inForce, drafts, applications } = version;
  return (
    <li className="builder-versions__one">
      <div className="builder-table__draft">
        <strong>{texts.version(number)}</strong>
        {inForce && <StatusChip tone="done">{texts.inForce}</StatusChip>}
        <span className="builder-small">{texts.publishedOn(dateTimeText(publishedAt, language))}</span>
        <span className="builder-small">{texts.inFlight(drafts, applications)}</span>
        {mayPublish && !inForce && (
          <ReasonButton
            small
            label={texts.rollBack}
            spoken={texts.rollBackOf(number)}
            title={texts.rollBackTitle(number)}
            lead={texts.rollBackLead}
            run={(reason) => rollBack(procedureId, { hash, reason })}
            onDone={(now) => {
              client.setQueryData(publishingKeys.versions(procedureId), now);
              announce(texts.rolledBack);
            }}
          />
        )}
      </div>
      {isFirst ? (
        <p className="builder-small">{texts.firstVersion}</p>
      ) : (
        <Disclosure small summary={texts.showChanges(number)}>
          <VersionChanges procedureId={procedureId} hash={hash} />
        </Disclosure>
      )}
    </li>
  );
}

function VersionChanges({
  procedureId,
  hash,
}: {
  readonly procedureId: string;
  readonly hash: string;
}): ReactNode {
  const changes = useQuery({
    queryKey: publishingKeys.changes(procedureId, hash),
    queryFn: () => fetchVersionChanges(procedureId, hash),
  });
  if (changes.isPending) return <Spinner />;
  if (!changes.data) return <RefusalBanner error={changes.error} />;
  return <ChangeLines changes={changes.data.changes} />;
}
