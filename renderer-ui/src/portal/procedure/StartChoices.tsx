import type { ReactNode } from 'react';
import type { StartWishes } from '../../api/drafts.js';
import { useApplications } from '../../api/queries.js';
import { useSites } from '../../api/sites.js';
import type { ProcedureView } from '../../api/types.js';
import { Link } from '../../router/index.js';
import { dateText, useLanguage, useSitesTexts } from '../../texts/index.js';
import { Field, Select } from '../../ui/index.js';

interface StartChoicesProps {
  readonly procedure: Pick<ProcedureView, 'id' | 'asksSite'>;
  readonly wishes: StartWishes;
  readonly onChange: (wishes: StartWishes) => void;
}

const ANOTHER = 'another';

/**
 * For which place, and from which former application: asked only of those who have one. A former application brings its
 * own place along.
 */
export function StartChoices({ procedure, wishes, onChange }: StartChoicesProps): ReactNode {
  const texts = useSitesTexts();
  const language = useLanguage();
  const sites = useSites(procedure.asksSite).data?.sites ?? [];
  const applications = useApplications(true).data?.applications ?? [];
  const former = applications.filter(({ procedureId }) => procedureId === procedure.id);
  return (
    <>
      {sites.length > 0 && wishes.fromApplicationId === undefined && (
        <Field
          label={texts.which}
          support={
            <>
              {texts.whichNote} <Link to="/account/sites">{texts.manage}</Link>
            </>
          }
        >
          {(control) => (
            <Select
              {...control}
              value={wishes.siteId === null ? ANOTHER : (wishes.siteId ?? sites[0]?.id)}
              onChange={({ target: { value } }) =>
                onChange({ ...wishes, siteId: value === ANOTHER ? null : value })
              }
              choices={[
                ...sites.map(({ id, name }) => ({ value: id, label: name })),
                { value: ANOTHER, label: texts.another },
              ]}
            />
          )}
        </Field>
      )}
      {former.length > 0 && (
        <Field label={texts.from} support={texts.fromNote}>
          {(control) => (
            <Select
              {...control}
              value={wishes.fromApplicationId ?? ''}
              empty={texts.fromNone}
              onChange={({ target: { value } }) => onChange(value === '' ? {} : { fromApplicationId: value })}
              choices={former.map(({ id, number, subject, submittedAt }) => ({
                value: id,
                label: texts.fromOne(number, dateText(submittedAt, language), subject),
              }))}
            />
          )}
        </Field>
      )}
    </>
  );
}
