import { useMutation, useQuery, useQueryClient } from '../../api/query/index.js';
import { useState, type ReactNode } from 'react';
import { endAbsence, fetchAbsences, setAbsence } from '../../api/desk.js';
import { useSite } from '../../api/queries.js';
import type { AbsenceList } from '../../api/types.js';
import { dateText, useLanguage } from '../../texts/index.js';
import { Banner, Button, Card, Page, Spinner, useAnnounce } from '../../ui/index.js';
import { deskKeys } from '../desk-queries.js';
import { useDeskTexts } from '../desk-texts.js';
import { RefusalBanner } from '../frame/RefusalBanner.js';
import { AbsenceForm } from './AbsenceForm.js';

/** When the official is away, and who stands in: colleagues must not wait for somebody who is not there. */
export function AbsenceScreen(): ReactNode {
  const texts = useDeskTexts();
  const site = useSite();
  const client = useQueryClient();
  const announce = useAnnounce();
  const list = useQuery({ queryKey: deskKeys.absences, queryFn: fetchAbsences });
  const [added, setAdded] = useState(0);
  const keep = (after: AbsenceList) => client.setQueryData(deskKeys.absences, after);
  const add = useMutation({
    mutationFn: setAbsence,
    onSuccess: (after) => {
      keep(after);
      setAdded((before) => before + 1);
      announce(texts.absence.added);
    },
  });
  const remove = useMutation({
    mutationFn: endAbsence,
    onSuccess: (after) => {
      keep(after);
      announce(texts.absence.removed);
    },
  });
  return (
    <Page
      title={texts.absence.title}
      site={site.data?.name ?? texts.product}
      focusKey="absence"
      width="narrow"
    >
      <div className="tz-stack desk-absence">
        <p>{texts.absence.lead}</p>
        <RefusalBanner error={list.error ?? remove.error} />
        {list.isPending && <Spinner />}
        {list.data && (
          <>
            <OwnAbsences list={list.data} busy={remove.isPending} onRemove={(id) => remove.mutate(id)} />
            <AbsenceForm
              key={added}
              colleagues={list.data.colleagues}
              error={add.error}
              isPending={add.isPending}
              onSubmit={(absence) => add.mutate(absence)}
            />
          </>
        )}
      </div>
    </Page>
  );
}

function OwnAbsences(props: {
  readonly list: AbsenceList;
  readonly busy: boolean;
  readonly onRemove: (id: string) => void;
}): ReactNode {
  const texts = useDeskTexts().absence;
  const language = useLanguage();
  const { absences } = props.list;
  if (absences.length === 0) return <p className="tz-quiet">{texts.none}</p>;
  return (
    <ul className="desk-absences">
      {absences.map(({ id, fromOn, toOn, substitute, alone }) => {
        const days = texts.days(dateText(fromOn, language), dateText(toOn, language));
        return (
          <li key={id}>
            <Card>
              <p>
                <strong>{days}</strong>
              </p>
              <p>{texts.standsIn(substitute.name, substitute.department)}</p>
              {alone && <Banner tone="warning" title={texts.alone} />}
              <Button
                size="small"
                aria-label={texts.removeOf(days)}
                blocked={props.busy}
                onClick={() => props.onRemove(id)}
              >
                {texts.remove}
              </Button>
            </Card>
          </li>
        );
      })}
    </ul>
  );
}
