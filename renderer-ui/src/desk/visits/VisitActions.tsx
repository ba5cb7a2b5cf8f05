import { useState, type ReactNode } from 'react';
import type { ActionView, DeskApplicationView } from '../../api/types.js';
import { useDeskVisitsTexts, useLanguage } from '../../texts/index.js';
import { Banner, Button, ButtonLink, Buttons, Spinner } from '../../ui/index.js';
import { useDeskTexts } from '../desk-texts.js';
import { ActionDialog } from '../action/ActionDialog.js';
import { useStoredForms } from '../action/stored-form.js';
import { useChange } from '../action/use-change.js';
import { useDeskApplication } from '../desk-queries.js';
import { RefusalBanner } from '../frame/RefusalBanner.js';
import '../styles/action.css';

/** What follows from the visit, taken on the spot; what needs points beside the answers is taken in the case. */
export function VisitActions({ applicationId }: { readonly applicationId: string }): ReactNode {
  const { data, error } = useDeskApplication(applicationId);
  if (error !== null) return <RefusalBanner error={error} />;
  return data ? <Actions application={data} /> : <Spinner />;
}

function Actions({ application }: { readonly application: DeskApplicationView }): ReactNode {
  const texts = useDeskVisitsTexts().visit;
  const { signs } = useDeskTexts();
  const language = useLanguage();
  const { change, load } = useChange(application.id);
  const forms = useStoredForms(application.id);
  const [open, setOpen] = useState<ActionView | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const toCase = `/desk/applications/${encodeURIComponent(application.id)}`;
  if (done !== null)
    return (
      <Banner tone="success" role="status" title={texts.taken(done, application.stageTitle)}>
        <ButtonLink to="/desk/visits">{texts.back}</ButtonLink>
      </Banner>
    );
  const inspects = application.stageKind === 'inspection';
  const direct = application.actions.filter(({ requires }) => inspects && !requires.targets);
  const elsewhere = application.actions.filter(({ requires }) => inspects && requires.targets);
  return (
    <section className="tz-stack" aria-labelledby="visit-actions">
      <h2 id="visit-actions" className="tz-heading">
        {texts.toCase}
      </h2>
      {direct.map((action) => (
        <div key={action.name}>
          <Button
            look={action.tone === 'plain' ? 'secondary' : action.tone}
            blocked={action.refused !== null}
            aria-describedby={action.refused === null ? undefined : `visit-refused-${action.name}`}
            onClick={() => {
              change.reset();
              setOpen(action);
            }}
          >
            {action.title}
          </Button>
          {action.refused !== null && (
            <p id={`visit-refused-${action.name}`} className="desk-small">
              {action.refused.text[language]}
            </p>
          )}
        </div>
      ))}
      {elsewhere.length > 0 && (
        <p className="desk-small">{texts.inCase(elsewhere.map(({ title }) => title).join(signs.also))}</p>
      )}
      <Buttons>
        <ButtonLink to={toCase}>{texts.case}</ButtonLink>
      </Buttons>
      {open && (
        <ActionDialog
          action={open}
          application={application}
          change={change}
          form={forms.get(open.name)}
          onForm={(form) => forms.set(open.name, form)}
          onClose={() => setOpen(null)}
          onDone={() => {
            forms.forget(open.name);
            setDone(open.title);
            setOpen(null);
          }}
          onLoad={load}
        />
      )}
    </section>
  );
}
