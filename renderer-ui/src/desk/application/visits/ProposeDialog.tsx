import { useState, type FormEvent, type ReactNode } from 'react';
import { useMutation, useQueryClient } from '../../../api/query/index.js';
import type { CaseVisits } from '../../../api/types.js';
import { proposeVisit } from '../../../api/visits.js';
import { useDeskVisitsTexts } from '../../../texts/index.js';
import { Button, Buttons, Dialog, Field, TextInput } from '../../../ui/index.js';
import { RefusalBanner } from '../../frame/RefusalBanner.js';
import { useOfficial } from '../../session/official.js';
import { PlaceAndInspectors } from './PlaceAndInspectors.js';
import { useKept } from '../../use-kept.js';
import '../../visits/visits.css';

type Slot = NonNullable<CaseVisits['proposal']>['slots'][number];
const MOST = 5;
const empty: Slot = { onDay: '', fromTime: '10:00', toTime: '11:00' };

interface ProposeDialogProps {
  readonly applicationId: string;
  readonly plan: NonNullable<CaseVisits['plan']>;
  readonly queryKey: readonly unknown[];
  readonly onClose: () => void;
}

/** Up to five times from which the applicant chooses one. */
export function ProposeDialog({ applicationId, plan, queryKey, onClose }: ProposeDialogProps): ReactNode {
  const { card: texts, route } = useDeskVisitsTexts();
  const client = useQueryClient();
  const official = useOfficial();
  const [tried, setTried] = useState(false);
  const { typed, set, forget } = useKept(`propose.${applicationId}`, {
    slots: [empty, empty] as readonly Slot[],
    place: plan.place,
    inspectors: plan.colleagues
      .filter(({ id }) => id === official.id)
      .map(({ id }) => id) as readonly string[],
    note: '',
  });
  const save = useMutation({
    mutationFn: () =>
      proposeVisit(applicationId, {
        ...typed,
        slots: typed.slots.filter(({ onDay }) => onDay !== ''),
        inspectors: [...typed.inspectors],
      }),
    onSuccess: (after) => {
      forget();
      client.setQueryData([...queryKey], after);
      onClose();
    },
  });
  const missing = {
    slots: typed.slots.every(({ onDay }) => onDay === ''),
    place: typed.place.trim() === '',
    inspectors: typed.inspectors.length === 0,
  };
  const setSlot = (index: number, change: Partial<Slot>): void =>
    set({ slots: typed.slots.map((slot, n) => (n === index ? { ...slot, ...change } : slot)) });
  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    if (!Object.values(missing).includes(true) && !save.isPending) save.mutate();
  }
  return (
    <Dialog title={texts.propose} open onClose={onClose}>
      <form className="tz-stack" onSubmit={submit} noValidate>
        <p>{texts.proposeLead}</p>
        <RefusalBanner error={save.error} />
        {typed.slots.map((slot, index) => (
          <fieldset key={index} className="desk-slot">
            <legend>{texts.slot(index + 1)}</legend>
            <Field
              label={route.on}
              errors={tried && missing.slots && index === 0 ? [texts.missing.onDay] : []}
            >
              {(control) => (
                <TextInput
                  {...control}
                  type="date"
                  chars={14}
                  value={slot.onDay}
                  onChange={({ target }) => setSlot(index, { onDay: target.value })}
                />
              )}
            </Field>
            {(['fromTime', 'toTime'] as const).map((name) => (
              <Field key={name} label={name === 'fromTime' ? texts.from : texts.to}>
                {(control) => (
                  <TextInput
                    {...control}
                    type="time"
                    chars={10}
                    value={slot[name]}
                    onChange={({ target }) => setSlot(index, { [name]: target.value })}
                  />
                )}
              </Field>
            ))}
          </fieldset>
        ))}
        {typed.slots.length < MOST && (
          <Button
            size="small"
            look="text"
            onClick={() => set({ slots: [...typed.slots, { ...empty, ...typed.slots.at(-1), onDay: '' }] })}
          >
            {texts.addSlot}
          </Button>
        )}
        <PlaceAndInspectors
          colleagues={plan.colleagues}
          place={typed.place}
          inspectors={typed.inspectors}
          placeErrors={tried && missing.place ? [texts.missing.place] : []}
          inspectorErrors={tried && missing.inspectors ? [texts.missing.inspectors] : []}
          onPlace={(place) => set({ place })}
          onInspectors={(inspectors) => set({ inspectors: [...inspectors] })}
        />
        <Buttons>
          <Button type="submit" look="primary" blocked={save.isPending}>
            {texts.proposeSend}
          </Button>
          <Button onClick={onClose}>{texts.close}</Button>
        </Buttons>
      </form>
    </Dialog>
  );
}
