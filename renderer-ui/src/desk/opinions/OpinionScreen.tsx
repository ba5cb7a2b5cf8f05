import { useState, type ReactNode } from 'react';
import { useMutation, useQuery, useQueryClient } from '../../api/query/index.js';
import { useSite } from '../../api/queries.js';
import { claimOpinion, fetchOpinion } from '../../api/opinions.js';
import { deskFileAddress } from '../../api/paper.js';
import type { OpinionView } from '../../api/types.js';
import { Link, useParams } from '../../router/index.js';
import { dateText, dateTimeText, useDeskOpinionsTexts, useLanguage } from '../../texts/index.js';
import { Banner, Button, Field, FileRow, Page, Select, sizeText, Spinner } from '../../ui/index.js';
import { useDeskTexts } from '../desk-texts.js';
import { RefusalBanner } from '../frame/RefusalBanner.js';
import { useOfficial } from '../session/official.js';
import { AnswerForm } from './AnswerForm.js';
import { OpinionChips } from './OpinionChips.js';
import { opinionKeys } from './opinion-keys.js';
import { SharedAnswers } from './SharedAnswers.js';
import './opinions.css';

/** What is asked, beside what is shared of the application; and the answer. */
export function OpinionScreen(): ReactNode {
  const { id = '' } = useParams();
  const texts = useDeskOpinionsTexts();
  const desk = useDeskTexts();
  const site = useSite();
  const { data, error, isPending } = useQuery({
    queryKey: opinionKeys.one(id),
    queryFn: () => fetchOpinion(id),
  });
  return (
    <Page
      title={data ? data.procedureTitle : texts.title}
      over={data ? `${texts.title}　${data.number}` : undefined}
      site={site.data?.name ?? desk.product}
      focusKey={`opinion ${id}`}
    >
      <div className="tz-stack desk-opinions">
        <p>
          <Link to="/desk/opinions">{texts.one.back}</Link>
        </p>
        <RefusalBanner error={error} />
        {isPending && <Spinner />}
        {data && <Opinion key={id} opinion={data} />}
      </div>
    </Page>
  );
}

function Opinion({ opinion }: { readonly opinion: OpinionView }): ReactNode {
  const texts = useDeskOpinionsTexts();
  const language = useLanguage();
  const client = useQueryClient();
  const [sent, setSent] = useState(false);
  function keep(after: OpinionView): void {
    client.setQueryData(opinionKeys.one(opinion.id), after);
    void client.invalidateQueries({ queryKey: [...opinionKeys.all, 'list'] });
  }
  return (
    <div className="desk-opinion">
      <div className="tz-stack">
        {sent && <Banner tone="success" role="status" title={texts.one.sent} />}
        <section className="tz-stack" aria-labelledby="opinion-question">
          <h2 id="opinion-question" className="tz-heading">
            {texts.question}
          </h2>
          <p>
            <OpinionChips opinion={opinion} /> <strong>{texts.due(dateText(opinion.dueOn, language))}</strong>
          </p>
          <p className="desk-small">
            {texts.asked(opinion.askedFrom, opinion.askedBy, dateTimeText(opinion.askedAt, language))}
          </p>
          <p className="tz-prewrap desk-opinion__words">{opinion.question}</p>
          {opinion.extensions.map(({ at, name, toOn, reason }) => (
            <p key={at} className="desk-small">
              {texts.extended(dateText(toOn, language), name)}　{reason}
            </p>
          ))}
        </section>
        {opinion.before && <Before before={opinion.before} />}
        {opinion.state === 'asked' ? (
          <ToAnswer
            opinion={opinion}
            onChange={keep}
            onSent={(after) => {
              setSent(true);
              keep(after);
            }}
          />
        ) : (
          <Ended opinion={opinion} />
        )}
      </div>
      <section className="tz-stack" aria-labelledby="opinion-shared">
        <h2 id="opinion-shared" className="tz-heading">
          {texts.one.shared}
        </h2>
        <SharedAnswers opinion={opinion} />
      </section>
    </div>
  );
}

function Before({ before }: { readonly before: NonNullable<OpinionView['before']> }): ReactNode {
  const texts = useDeskOpinionsTexts();
  return (
    <section className="tz-stack" aria-labelledby="opinion-before">
      <h2 id="opinion-before" className="tz-heading">
        {texts.one.before}
      </h2>
      <p className="tz-prewrap">{before.question}</p>
      {before.standpoint !== null && (
        <p className="tz-prewrap">
          <strong>{texts.standpoints[before.standpoint]}</strong>　{before.answer}
        </p>
      )}
    </section>
  );
}

function Ended({ opinion }: { readonly opinion: OpinionView }): ReactNode {
  const texts = useDeskOpinionsTexts();
  const language = useLanguage();
  const at = opinion.endedAt === null ? '' : dateTimeText(opinion.endedAt, language);
  const { ended } = texts;
  return (
    <section className="tz-stack" aria-labelledby="opinion-answer">
      <h2 id="opinion-answer" className="tz-heading">
        {texts.answer}
      </h2>
      <p className="desk-small">
        {opinion.endedBy === null
          ? ended.withCase(at)
          : opinion.state === 'answered'
            ? ended.answered(opinion.endedBy, at)
            : ended.withdrawn(opinion.endedBy, at)}
      </p>
      {opinion.endReason !== null && <p className="tz-prewrap">{opinion.endReason}</p>}
      {opinion.state === 'answered' && (
        <p className="tz-prewrap desk-opinion__words">{opinion.answer || texts.noWords}</p>
      )}
      {opinion.files.length > 0 && (
        <ul className="tz-files">
          {opinion.files.map((file) => (
            <FileRow
              key={file.id}
              name={file.name}
              meta={<a href={deskFileAddress(file.id)}>{sizeText(file.bytes)}</a>}
            />
          ))}
        </ul>
      )}
    </section>
  );
}

interface ToAnswerProps {
  readonly opinion: OpinionView;
  readonly onChange: (after: OpinionView) => void;
  readonly onSent: (after: OpinionView) => void;
}

/** Who answers; and the answer, unless a colleague has it. */
function ToAnswer({ opinion, onChange, onSent }: ToAnswerProps): ReactNode {
  const texts = useDeskOpinionsTexts();
  const official = useOfficial();
  const [to, setTo] = useState('');
  const claim = useMutation({
    mutationFn: (assigneeId: string | null) => claimOpinion(opinion.id, assigneeId),
    onSuccess: (after) => {
      setTo('');
      onChange(after);
    },
  });
  const { assignee } = opinion;
  const others = opinion.colleagues.filter(({ id }) => id !== assignee?.id);
  const mine = assignee?.id === official.id;
  return (
    <>
      <section className="tz-stack" aria-labelledby="opinion-who">
        <h2 id="opinion-who" className="tz-heading">
          {texts.list.columns.who}
        </h2>
        <p role="status">{assignee ? assignee.name : texts.nobody}</p>
        <RefusalBanner error={claim.error} />
        <div className="desk-opinion__claim">
          {assignee === null && (
            <Button look="primary" blocked={claim.isPending} onClick={() => claim.mutate('me')}>
              {texts.one.claim}
            </Button>
          )}
          {assignee !== null && (
            <Button size="small" look="text" blocked={claim.isPending} onClick={() => claim.mutate(null)}>
              {texts.one.giveBack}
            </Button>
          )}
          {others.length > 0 && (
            <>
              <Field label={texts.one.handOverTo}>
                {(control) => (
                  <Select
                    {...control}
                    empty={texts.one.choose}
                    choices={others.map(({ id, name }) => ({ value: id, label: name }))}
                    value={to}
                    onChange={({ target }) => setTo(target.value)}
                  />
                )}
              </Field>
              <Button blocked={claim.isPending || to === ''} onClick={() => claim.mutate(to)}>
                {texts.one.handOver}
              </Button>
            </>
          )}
        </div>
      </section>
      {assignee !== null && !mine && (
        <Banner tone="info" role="status" title={texts.one.others(assignee.name)} />
      )}
      {mine && <AnswerForm opinion={opinion} onChange={onChange} onSent={onSent} />}
    </>
  );
}
