import { useState, type FormEvent, type ReactNode } from 'react';
import { calendarAddress, chooseVisit, fetchOwnVisits } from '../../../api/own-visits.js';
import { useMutation, useQuery, useQueryClient } from '../../../api/query/index.js';
import { keys } from '../../../api/queries.js';
import type { OwnVisits as Visits } from '../../../api/types.js';
import { dateText, useLanguage, useVisitsTexts } from '../../../texts/index.js';
import {
  Banner,
  Button,
  ButtonAnchor,
  Buttons,
  ChoiceBox,
  Field,
  FieldErrors,
  focusControl,
  InJapanese,
  StatusChip,
  TextArea,
} from '../../../ui/index.js';
import { FailureBanner } from '../../frame/Failure.js';

/** Times that are offered, to choose from; and what is agreed. */
export function OwnVisits({ applicationId }: { readonly applicationId: string }): ReactNode {
  const texts = useVisitsTexts();
  const client = useQueryClient();
  const key = [...keys.application(applicationId), 'visits'];
  const { data, error } = useQuery({ queryKey: key, queryFn: () => fetchOwnVisits(applicationId) });
  const [answered, setAnswered] = useState<'chosen' | 'told' | null>(null);
  if (error !== null) return <FailureBanner error={error} />;
  if (!data || (data.proposal === null && data.visits.length === 0 && answered === null)) return null;
  return (
    <section className="tz-stack" aria-labelledby="own-visits">
      <h2 id="own-visits" className="tz-heading tz-heading--section">
        {texts.title}
      </h2>
      {answered !== null && <Banner tone="success" role="status" title={texts[answered]} />}
      {data.proposal && (
        <Choice
          key={data.proposal.id}
          applicationId={applicationId}
          proposal={data.proposal}
          onAnswered={(after, fits) => {
            client.setQueryData(key, after);
            void client.invalidateQueries({ queryKey: keys.application(applicationId) });
            setAnswered(fits ? 'chosen' : 'told');
          }}
        />
      )}
      <ul className="tz-stack">
        {data.visits.map((visit) => (
          <Visit key={visit.id} applicationId={applicationId} visit={visit} />
        ))}
      </ul>
    </section>
  );
}

function Visit({
  applicationId,
  visit,
}: {
  readonly applicationId: string;
  readonly visit: Visits['visits'][number];
}): ReactNode {
  const texts = useVisitsTexts();
  const language = useLanguage();
  const planned = visit.state === 'planned';
  return (
    <li className="tz-stack">
      <p>
        <strong>{texts.time(dateText(visit.onDay, language), visit.fromTime, visit.toTime)}</strong>{' '}
        <StatusChip tone={visit.state === 'done' ? 'done' : planned ? 'progress' : 'quiet'}>
          {texts.states[visit.state]}
        </StatusChip>
        <br />
        {texts.place} <InJapanese>{visit.place}</InJapanese>
      </p>
      {planned && (
        <>
          <p>{texts.planned}</p>
          <p>
            <ButtonAnchor size="small" href={calendarAddress(applicationId)}>
              {texts.calendar}
            </ButtonAnchor>
          </p>
          <p className="tz-quiet">{texts.change}</p>
        </>
      )}
    </li>
  );
}

interface ChoiceProps {
  readonly applicationId: string;
  readonly proposal: NonNullable<Visits['proposal']>;
  readonly onAnswered: (after: Visits, fits: boolean) => void;
}

function Choice({ applicationId, proposal, onAnswered }: ChoiceProps): ReactNode {
  const texts = useVisitsTexts();
  const language = useLanguage();
  const [chosen, setChosen] = useState<number | 'none' | null>(null);
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const send = useMutation({
    mutationFn: (slot: number | null) => chooseVisit(applicationId, { proposalId: proposal.id, slot, note }),
    onSuccess: (after, slot) => onAnswered(after, slot !== null),
  });
  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    if (chosen === null) {
      focusControl('visit-slot-0');
      return;
    }
    if (!send.isPending) send.mutate(chosen === 'none' ? null : chosen);
  }
  return (
    <form className="tz-stack" onSubmit={submit} noValidate>
      <p>{texts.lead}</p>
      <p>
        {texts.place} <InJapanese>{proposal.place}</InJapanese>
      </p>
      {send.error !== null && <FailureBanner error={send.error} />}
      <Field label={texts.choose} required group>
        {() => (
          <>
            {proposal.slots.map((slot, index) => (
              <ChoiceBox
                key={`${slot.onDay} ${slot.fromTime}`}
                id={`visit-slot-${index}`}
                kind="radio"
                name="visit-slot"
                framed
                checked={chosen === index}
                onChange={() => setChosen(index)}
              >
                {texts.time(dateText(slot.onDay, language), slot.fromTime, slot.toTime)}
              </ChoiceBox>
            ))}
            <ChoiceBox
              kind="radio"
              name="visit-slot"
              framed
              checked={chosen === 'none'}
              onChange={() => setChosen('none')}
            >
              {texts.none}
            </ChoiceBox>
            {tried && chosen === null && <FieldErrors id="visit-slot-missing" errors={[texts.missing]} />}
          </>
        )}
      </Field>
      {chosen === 'none' && (
        <Field label={texts.note}>
          {(control) => (
            <TextArea
              {...control}
              rows={3}
              maxLength={1000}
              value={note}
              onChange={({ target }) => setNote(target.value)}
            />
          )}
        </Field>
      )}
      <Buttons>
        <Button type="submit" look="primary" blocked={send.isPending}>
          {chosen === 'none' ? texts.sendNone : texts.send}
        </Button>
      </Buttons>
    </form>
  );
}
