import { useState, type ReactNode } from 'react';
import { useMutation, useQueryClient } from '../../../renderer-ui/src/api/query/index.js';
import { RefusalBanner, Table } from '../../../renderer-ui/src/desk/index.js';
import { Link, useNavigate } from '../../../renderer-ui/src/router/index.js';
import { dateTimeText, useLanguage } from '../../../renderer-ui/src/texts/index.js';
import {
  Button,
  ButtonAnchor,
  ButtonLink,
  Buttons,
  Dialog,
  StatusChip,
} from '../../../renderer-ui/src/ui/index.js';
import {
  beginDraft,
  type BuilderProcedure,
  type ListedDraft,
  procedureKeys,
  removeDraft,
} from '../api/procedures.js';
import { useListTexts } from '../texts/list.js';

export function ProcedureTable({
  procedures,
}: {
  readonly procedures: readonly BuilderProcedure[];
}): ReactNode {
  const { procedure, published, acceptance, inFlight, drafts, actions } = useListTexts().columns;
  return (
    <Table
      name={{ words: procedure }}
      look="builder-table"
      heads={[procedure, published, acceptance, inFlight, drafts, actions]}
    >
      {procedures.map((one) => (
        <ProcedureRow key={one.id} procedure={one} />
      ))}
    </Table>
  );
}

function ProcedureRow({ procedure }: { readonly procedure: BuilderProcedure }): ReactNode {
  const texts = useListTexts();
  const language = useLanguage();
  const navigate = useNavigate();
  const { id, title, department, published, inFlight, drafts, mayWrite } = procedure;
  const begin = useMutation({
    mutationFn: () => beginDraft({ from: { kind: 'procedure', id } }),
    onSuccess: ({ draftId }) => navigate(`/builder/drafts/${draftId}/form`),
  });
  return (
    <tr>
      <th scope="row">
        {title}
        <span className="builder-table__quiet">{id}</span>
        {department !== '' && <span className="builder-table__quiet">{department}</span>}
      </th>
      <td>
        {published ? (
          <>
            <Link to={`/builder/procedures/${id}`} aria-label={texts.versionsOf(title)}>
              {texts.version(published.number)}
            </Link>
            <span className="builder-table__quiet">
              {texts.publishedOn(dateTimeText(published.at, language))}
            </span>
          </>
        ) : (
          <StatusChip tone="quiet">{texts.notPublished}</StatusChip>
        )}
      </td>
      <td>
        <Acceptance procedure={procedure} />
      </td>
      <td>{published && texts.inFlight(inFlight.drafts, inFlight.applications)}</td>
      <td>
        <ul className="builder-table__drafts">
          {drafts.map((draft) => (
            <DraftLine key={draft.id} draft={draft} />
          ))}
        </ul>
      </td>
      <td>
        <div className="builder-table__actions">
          {published && mayWrite && (
            <Button
              size="small"
              blocked={begin.isPending}
              aria-label={texts.makeDraftOf(title)}
              onClick={() => begin.mutate()}
            >
              {texts.makeDraft}
            </Button>
          )}
          {published && (
            <>
              <ButtonLink
                size="small"
                look="text"
                to={`/builder/procedures/${id}`}
                aria-label={texts.versionsOf(title)}
              >
                {texts.versions}
              </ButtonLink>
              <ButtonAnchor
                size="small"
                look="text"
                href={`/api/builder/procedures/${id}/folder.zip`}
                aria-label={texts.downloadOf(title)}
              >
                {texts.download}
              </ButtonAnchor>
            </>
          )}
        </div>
        <RefusalBanner error={begin.error} />
      </td>
    </tr>
  );
}

function Acceptance({ procedure: { window, paused } }: { readonly procedure: BuilderProcedure }): ReactNode {
  const texts = useListTexts();
  const language = useLanguage();
  if (!window) return null;
  if (paused) return <StatusChip tone="danger">{texts.paused}</StatusChip>;
  const { state } = window;
  return (
    <>
      <StatusChip tone={state === 'open' ? 'done' : 'quiet'}>{texts.states[state]}</StatusChip>
      {state !== 'closed' && (
        <span className="builder-table__quiet">
          {state === 'open'
            ? texts.until(dateTimeText(window.closesAt, language))
            : texts.from(dateTimeText(window.opensAt, language))}
        </span>
      )}
    </>
  );
}

function DraftLine({ draft }: { readonly draft: ListedDraft }): ReactNode {
  const texts = useListTexts();
  const language = useLanguage();
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const { id, title, changedAt, changedBy, problems, editing, publication, mayWrite } = draft;
  const remove = useMutation({
    mutationFn: () => removeDraft(id),
    onSuccess: () => client.invalidateQueries({ queryKey: procedureKeys.list }),
  });
  const names = editing.map(({ name }) => name).join(language === 'ja' ? '、' : ', ');
  return (
    <li>
      <div className="builder-table__draft">
        <Link to={`/builder/drafts/${id}/form`} aria-label={texts.open(title)}>
          {title}
        </Link>
        {publication ? (
          <StatusChip tone="waiting">
            {publication.state === 'planned' && publication.startsAt !== null
              ? texts.planned(dateTimeText(publication.startsAt, language))
              : texts.asked}
          </StatusChip>
        ) : problems > 0 ? (
          <StatusChip tone="danger">{texts.problems(problems)}</StatusChip>
        ) : (
          <StatusChip tone="done">{texts.noProblems}</StatusChip>
        )}
        {!mayWrite && <StatusChip tone="quiet">{texts.readOnly}</StatusChip>}
        {names !== '' && <StatusChip tone="progress">{texts.editing(names)}</StatusChip>}
        {mayWrite && (
          <Button size="small" look="text" aria-label={texts.removeOf(title)} onClick={() => setAsking(true)}>
            {texts.remove}
          </Button>
        )}
      </div>
      <span className="builder-table__quiet">
        {texts.changed(dateTimeText(changedAt, language), changedBy)}
      </span>
      <Dialog title={texts.removeTitle} open={asking} onClose={() => setAsking(false)}>
        <p>{texts.removeLead(title)}</p>
        <RefusalBanner error={remove.error} />
        <Buttons>
          <Button onClick={() => setAsking(false)}>{texts.cancel}</Button>
          <Button look="danger" blocked={remove.isPending} onClick={() => remove.mutate()}>
            {texts.remove}
          </Button>
        </Buttons>
      </Dialog>
    </li>
  );
}
