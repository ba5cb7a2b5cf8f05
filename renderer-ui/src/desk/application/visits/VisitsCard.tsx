import { useState, type FormEvent, type ReactNode } from 'react';
import { useMutation, useQueryClient } from '../../../api/query/index.js';
import type { CaseVisits, VisitView } from '../../../api/types.js';
import { cancelVisit, fetchCaseVisits, planVisit } from '../../../api/visits.js';
import { Link } from '../../../router/index.js';
import { dateText, useDeskVisitsTexts, useLanguage } from '../../../texts/index.js';
import {
  Button,
  Buttons,
  ChoiceBox,
  Dialog,
  Field,
  StatusChip,
  TextArea,
  TextInput,
} from '../../../ui/index.js';
import { useDeskTexts } from '../../desk-texts.js';
import { deskKeys } from '../../desk-queries.js';
import { RefusalBanner } from '../../frame/RefusalBanner.js';
import { useOfficial } from '../../session/official.js';
import { PlaceAndInspectors } from './PlaceAndInspectors.js';
import { ProposeDialog } from './ProposeDialog.js';
import { RailCard } from '../rail/RailCard.js';
import { useCardData } from '../use-card-data.js';

interface VisitsCardProps {
  readonly applicationId: string;
  readonly lock: number;
}

/** Visits of the case; nothing where its procedure visits nobody. */
export function VisitsCard({ applicationId, lock }: VisitsCardProps): ReactNode {
  const texts = useDeskVisitsTexts();
  const key = [...deskKeys.application(applicationId), 'visits', lock];
  const data = useCardData(key, () => fetchCaseVisits(applicationId));
  const [task, setTask] = useState<'plan' | 'propose' | 'cancel' | null>(null);
  if (!data || (data.visits.length === 0 && data.plan === null)) return null;
  const planned = data.visits.find(({ state }) => state === 'planned');
  return (
    <RailCard title={texts.card.title}>
      {data.visits.length === 0 && <p className="tz-quiet">{texts.card.none}</p>}
      <ul className="desk-notices">
        {data.visits.map((visit) => (
          <Visit key={visit.id} visit={visit} />
        ))}
      </ul>
      {data.proposal && !planned && (
        <p className="desk-small" role="status">
          {data.proposal.state === 'open' ? texts.card.offered : texts.card.noneFits}
        </p>
      )}
      {data.plan && (
        <Buttons>
          <Button size="small" onClick={() => setTask('plan')}>
            {planned ? texts.card.move : texts.card.plan}
          </Button>
          {!planned && (
            <Button size="small" onClick={() => setTask('propose')}>
              {texts.card.propose}
            </Button>
          )}
          {planned && (
            <Button size="small" look="text" onClick={() => setTask('cancel')}>
              {texts.card.cancel}
            </Button>
          )}
        </Buttons>
      )}
      {task === 'plan' && data.plan && (
        <PlanDialog
          applicationId={applicationId}
          plan={data.plan}
          planned={planned ?? null}
          queryKey={key}
          onClose={() => setTask(null)}
        />
      )}
      {task === 'propose' && data.plan && (
        <ProposeDialog
          applicationId={applicationId}
          plan={data.plan}
          queryKey={key}
          onClose={() => setTask(null)}
        />
      )}
      {task === 'cancel' && planned && (
        <CancelDialog visit={planned} queryKey={key} onClose={() => setTask(null)} />
      )}
    </RailCard>
  );
}

function Visit({ visit }: { readonly visit: VisitView }): ReactNode {
  const { card, route, visit: words } = useDeskVisitsTexts();
  const { signs } = useDeskTexts();
  const language = useLanguage();
  const count = (result: string): number =>
    visit.findings.filter((finding) => finding.result === result).length;
  const noted = visit.findings.filter(({ result, note }) => result === 'fault' || note !== '');
  const titles = new Map(visit.checklist.map(({ id, title }) => [id, title]));
  return (
    <li className="desk-notice">
      <p>
        <strong>{dateText(visit.onDay, language)}</strong> {route.time(visit.fromTime, visit.toTime)}{' '}
        <StatusChip tone={visit.state === 'done' ? 'done' : visit.state === 'planned' ? 'progress' : 'quiet'}>
          {route.states[visit.state]}
        </StatusChip>
      </p>
      <p className="desk-small">
        {visit.place}　{card.by(visit.inspectors.map(({ name }) => name).join(signs.also))}
      </p>
      {visit.findings.length > 0 && (
        <p className="desk-small">
          {card.summary(count('conforming'), count('fault'), count('not-applicable'))}
          {'　'}
          {visit.photos.length > 0 && words.photos(visit.photos.length)}
        </p>
      )}
      {noted.length > 0 && (
        <ul className="desk-small">
          {noted.map(({ item, result, note }) => (
            <li key={item}>
              {words.results[result]}
              {signs.colon}
              {titles.get(item)}
              {note !== '' && signs.aside(note)}
            </li>
          ))}
        </ul>
      )}
      {visit.state !== 'cancelled' && (
        <p>
          <Link to={`/desk/visits/${encodeURIComponent(visit.id)}`}>{card.open}</Link>
        </p>
      )}
    </li>
  );
}

interface PlanDialogProps {
  readonly applicationId: string;
  readonly plan: NonNullable<CaseVisits['plan']>;
  readonly planned: VisitView | null;
  readonly queryKey: readonly unknown[];
  readonly onClose: () => void;
}

function PlanDialog({ applicationId, plan, planned, queryKey, onClose }: PlanDialogProps): ReactNode {
  const { card: texts, route } = useDeskVisitsTexts();
  const client = useQueryClient();
  const official = useOfficial();
  const [tried, setTried] = useState(false);
  const [typed, setTyped] = useState({
    onDay: planned?.onDay ?? '',
    fromTime: planned?.fromTime ?? '10:00',
    toTime: planned?.toTime ?? '11:00',
    place: planned?.place ?? plan.place,
    inspectors:
      planned?.inspectors.map(({ id }) => id) ??
      plan.colleagues.filter(({ id }) => id === official.id).map(({ id }) => id),
    note: planned?.note ?? '',
    tell: true,
  });
  const save = useMutation({
    mutationFn: () => planVisit(applicationId, { ...typed, inspectors: [...typed.inspectors] }),
    onSuccess: (after) => {
      client.setQueryData([...queryKey], after);
      void client.invalidateQueries({ queryKey: deskKeys.routes });
      onClose();
    },
  });
  const set = (change: Partial<typeof typed>): void => setTyped((before) => ({ ...before, ...change }));
  const missing = {
    onDay: typed.onDay === '',
    place: typed.place.trim() === '',
    inspectors: typed.inspectors.length === 0,
  };
  const errors = (name: keyof typeof missing): readonly string[] =>
    tried && missing[name] ? [texts.missing[name]] : [];
  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    if (!Object.values(missing).includes(true) && !save.isPending) save.mutate();
  }
  return (
    <Dialog title={planned ? texts.move : texts.plan} open onClose={onClose}>
      <form className="tz-stack" onSubmit={submit} noValidate>
        <RefusalBanner error={save.error} />
        <Field label={route.on} required errors={errors('onDay')}>
          {(control) => (
            <TextInput
              {...control}
              type="date"
              chars={14}
              value={typed.onDay}
              onChange={({ target }) => set({ onDay: target.value })}
            />
          )}
        </Field>
        {(['fromTime', 'toTime'] as const).map((name) => (
          <Field key={name} label={name === 'fromTime' ? texts.from : texts.to} required>
            {(control) => (
              <TextInput
                {...control}
                type="time"
                chars={10}
                value={typed[name]}
                onChange={({ target }) => set({ [name]: target.value })}
              />
            )}
          </Field>
        ))}
        <PlaceAndInspectors
          colleagues={plan.colleagues}
          place={typed.place}
          inspectors={typed.inspectors}
          placeErrors={errors('place')}
          inspectorErrors={errors('inspectors')}
          onPlace={(place) => set({ place })}
          onInspectors={(inspectors) => set({ inspectors: [...inspectors] })}
        />
        <Field label={texts.note}>
          {(control) => (
            <TextArea
              {...control}
              rows={2}
              maxLength={1000}
              value={typed.note}
              onChange={({ target }) => set({ note: target.value })}
            />
          )}
        </Field>
        <ChoiceBox
          kind="checkbox"
          checked={typed.tell}
          onChange={({ target }) => set({ tell: target.checked })}
        >
          {texts.tell}
        </ChoiceBox>
        <Buttons>
          <Button type="submit" look="primary" blocked={save.isPending}>
            {texts.save}
          </Button>
          <Button onClick={onClose}>{texts.close}</Button>
        </Buttons>
      </form>
    </Dialog>
  );
}

interface CancelDialogProps {
  readonly visit: VisitView;
  readonly queryKey: readonly unknown[];
  readonly onClose: () => void;
}

function CancelDialog({ visit, queryKey, onClose }: CancelDialogProps): ReactNode {
  const texts = useDeskVisitsTexts().card;
  const client = useQueryClient();
  const [tell, setTell] = useState(true);
  const cancel = useMutation({
    mutationFn: () => cancelVisit(visit.id, tell),
    onSuccess: async () => {
      void client.invalidateQueries({ queryKey: deskKeys.routes });
      // Closed sooner, what was cancelled could be cancelled again.
      await client.invalidateQueries({ queryKey: [...queryKey] });
      onClose();
    },
  });
  return (
    <Dialog title={texts.cancelTitle} open onClose={onClose}>
      <div className="tz-stack">
        <RefusalBanner error={cancel.error} />
        <ChoiceBox kind="checkbox" checked={tell} onChange={({ target }) => setTell(target.checked)}>
          {texts.tell}
        </ChoiceBox>
        <Buttons>
          <Button look="danger" blocked={cancel.isPending} onClick={() => cancel.mutate()}>
            {texts.cancel}
          </Button>
          <Button onClick={onClose}>{texts.close}</Button>
        </Buttons>
      </div>
    </Dialog>
  );
}
