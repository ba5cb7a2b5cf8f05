import { useState, type ReactNode } from 'react';
import { inviteAgent } from '../../api/mandates.js';
import type { MandateList } from '../../api/types.js';
import { useMandatesTexts } from '../../texts/index.js';
import { Button, ErrorSummary, Field, Select, TextInput } from '../../ui/index.js';
import { useRefusals } from '../registration/use-refusals.js';
import { WhatAgentsDo } from './WhatAgentsDo.js';

interface AskAgentFormProps {
  readonly list: MandateList;
  readonly onAsked: () => void;
}

/** What is entrusted, to whom, and until when. */
export function AskAgentForm({ list, onAsked }: AskAgentFormProps): ReactNode {
  const texts = useMandatesTexts();
  const refusals = useRefusals();
  const [scope, setScope] = useState('');
  const [mail, setMail] = useState('');
  const [mailAgain, setMailAgain] = useState('');
  const [endsOn, setEndsOn] = useState('');
  const submit = async (): Promise<void> => {
    const application = list.applications.find(({ id }) => id === scope);
    if (scope === '') return refusals.object('procedureId', texts.missing);
    const entry = {
      procedureId: application?.procedureId ?? scope,
      applicationId: application?.id ?? null,
      endsOn,
      mail,
      mailAgain,
    };
    const sent = await refusals.send(async () => {
      await inviteAgent(entry);
    });
    if (sent) onAsked();
  };
  const mails = [
    { id: 'mail', label: texts.mail, value: mail, set: setMail },
    { id: 'mailAgain', label: texts.mailAgain, value: mailAgain, set: setMailAgain },
  ];
  return (
    <form
      noValidate
      className="tz-account__form"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <h2 className="tz-heading">{texts.ask}</h2>
      <ErrorSummary lines={refusals.lines} attempt={refusals.attempt} />
      <div className="tz-account__before">
        <WhatAgentsDo />
      </div>
      <Field id="procedureId" label={texts.what} required errors={refusals.errorsOf('procedureId')}>
        {(control) => (
          <Select
            {...control}
            value={scope}
            empty={texts.choose}
            choices={[
              ...list.procedures.map(({ id, title }) => ({ value: id, label: texts.whole(title) })),
              ...list.applications.map(({ id, number, procedureTitle }) => ({
                value: id,
                label: texts.one(procedureTitle, number),
              })),
            ]}
            onChange={(event) => setScope(event.target.value)}
          />
        )}
      </Field>
      <Field
        id="endsOn"
        label={texts.endsOn}
        support={texts.endsOnSupport}
        required
        errors={refusals.errorsOf('endsOn')}
      >
        {(control) => (
          <TextInput
            {...control}
            type="date"
            min={list.firstDay}
            max={list.lastDay}
            value={endsOn}
            onChange={(event) => setEndsOn(event.target.value)}
          />
        )}
      </Field>
      {mails.map(({ id, label, value, set }) => (
        <Field key={id} id={id} label={label} required errors={refusals.errorsOf(id)}>
          {(control) => (
            <TextInput
              {...control}
              inputMode="email"
              autoComplete="off"
              autoCapitalize="off"
              spellCheck={false}
              value={value}
              onChange={(event) => set(event.target.value)}
            />
          )}
        </Field>
      ))}
      <Button look="primary" size="large" type="submit" blocked={refusals.busy}>
        {texts.send}
      </Button>
    </form>
  );
}
