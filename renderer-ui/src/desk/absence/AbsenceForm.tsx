import { useState, type FormEvent, type ReactNode } from 'react';
import type { AbsenceList, AbsenceRequest } from '../../api/types.js';
import { todayInJapan } from '../../texts/index.js';
import { Button, Buttons, ErrorSummary, Field, Select, TextInput } from '../../ui/index.js';
import { useDeskTexts } from '../desk-texts.js';
import { RefusalBanner } from '../frame/RefusalBanner.js';
import { absenceFaults } from './absence-faults.js';

interface AbsenceFormProps {
  readonly colleagues: AbsenceList['colleagues'];
  readonly error: unknown;
  readonly isPending: boolean;
  readonly onSubmit: (absence: AbsenceRequest) => void;
}

const FIELDS = ['fromOn', 'toOn', 'substituteId'] as const;
const idOf = (field: (typeof FIELDS)[number]) => `absence-${field}`;

export function AbsenceForm({ colleagues, error, isPending, onSubmit }: AbsenceFormProps): ReactNode {
  const texts = useDeskTexts().absence;
  const [absence, setAbsence] = useState<AbsenceRequest>({ fromOn: '', toOn: '', substituteId: '' });
  const [attempt, setAttempt] = useState(0);
  const faults = absenceFaults(absence, todayInJapan());
  const errorsOf = (field: (typeof FIELDS)[number]) => {
    const fault = attempt === 0 ? null : faults[field];
    return fault === null ? [] : [texts.faults[fault]];
  };
  const lines = FIELDS.flatMap((field) => errorsOf(field).map((text) => ({ controlId: idOf(field), text })));

  function submit(event: FormEvent): void {
    event.preventDefault();
    setAttempt((before) => before + 1);
    if (!isPending && FIELDS.every((field) => faults[field] === null)) onSubmit(absence);
  }

  return (
    <form className="tz-stack" onSubmit={submit} noValidate>
      <h2 className="tz-heading">{texts.add}</h2>
      <ErrorSummary lines={lines} attempt={attempt} />
      <RefusalBanner error={error} />
      <Field label={texts.fromOn} id={idOf('fromOn')} required errors={errorsOf('fromOn')}>
        {(control) => (
          <TextInput
            {...control}
            type="date"
            chars={14}
            value={absence.fromOn}
            onChange={({ target }) => setAbsence((before) => ({ ...before, fromOn: target.value }))}
            // Once it is whole: keys write a day part by part, and each part makes another day.
            onBlur={() => setAbsence((before) => ({ ...before, toOn: before.toOn || before.fromOn }))}
          />
        )}
      </Field>
      <Field label={texts.toOn} id={idOf('toOn')} required errors={errorsOf('toOn')}>
        {(control) => (
          <TextInput
            {...control}
            type="date"
            chars={14}
            value={absence.toOn}
            onChange={({ target }) => setAbsence((before) => ({ ...before, toOn: target.value }))}
          />
        )}
      </Field>
      <Field
        label={texts.substitute}
        id={idOf('substituteId')}
        required
        support={texts.substituteHelp}
        errors={errorsOf('substituteId')}
      >
        {(control) => (
          <Select
            {...control}
            empty={texts.choose}
            choices={colleagues.map(({ id, name, department }) => ({
              value: id,
              label: texts.colleague(name, department),
            }))}
            value={absence.substituteId}
            onChange={({ target }) => setAbsence((before) => ({ ...before, substituteId: target.value }))}
          />
        )}
      </Field>
      <Buttons>
        <Button type="submit" look="primary" blocked={isPending}>
          {texts.submit}
        </Button>
      </Buttons>
    </form>
  );
}
