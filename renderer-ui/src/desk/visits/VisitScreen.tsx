import { useState, type ReactNode } from 'react';
import { useSite } from '../../api/queries.js';
import { useMutation, useQuery, useQueryClient } from '../../api/query/index.js';
import type { VisitView } from '../../api/types.js';
import { fetchVisit, finishVisit } from '../../api/visits.js';
import { Link, useParams } from '../../router/index.js';
import { dateText, useDeskVisitsTexts, useLanguage } from '../../texts/index.js';
import { Banner, Button, Buttons, Page, Spinner } from '../../ui/index.js';
import { deskKeys } from '../desk-queries.js';
import { useDeskTexts } from '../desk-texts.js';
import { RefusalBanner } from '../frame/RefusalBanner.js';
import { useOfficial } from '../session/official.js';
import { ChecklistItem } from './ChecklistItem.js';
import { mapAddress } from './map-address.js';
import { VisitActions } from './VisitActions.js';
import { useFindings } from './use-findings.js';
import './visits.css';

/** The checklist of one visit, made for a telephone held in one hand. */
export function VisitScreen(): ReactNode {
  const { id = '' } = useParams();
  const texts = useDeskVisitsTexts();
  const desk = useDeskTexts();
  const site = useSite();
  const visit = useQuery({
    queryKey: deskKeys.visit(id),
    queryFn: () => fetchVisit(id),
    // Once open, what is recorded lives on the screen.
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  return (
    <Page
      title={visit.data?.subject ?? texts.title}
      over={visit.data ? `${texts.title}　${visit.data.number}` : undefined}
      site={site.data?.name ?? desk.product}
      focusKey={`visit ${id}`}
    >
      <RefusalBanner error={visit.error} />
      {visit.isPending && <Spinner />}
      {visit.data && <Checklist key={id} initial={visit.data} />}
    </Page>
  );
}

function Checklist({ initial }: { readonly initial: VisitView }): ReactNode {
  const { visit: texts, route } = useDeskVisitsTexts();
  const language = useLanguage();
  const official = useOfficial();
  const client = useQueryClient();
  const findings = useFindings(initial, official.id);
  const { visit } = findings;
  const [tried, setTried] = useState(false);
  const finish = useMutation({
    mutationFn: () => finishVisit(visit.id),
    onSuccess: (after) => {
      findings.replace(after);
      void client.invalidateQueries({ queryKey: deskKeys.routes });
      void client.invalidateQueries({ queryKey: deskKeys.application(visit.applicationId) });
    },
  });
  const planned = visit.state === 'planned';
  const left = visit.checklist.filter(
    ({ id }) => !findings.mine.has(id) && !visit.findings.some(({ item }) => item === id),
  ).length;
  const ready = left === 0 && findings.waiting === 0;
  const toCase = `/desk/applications/${encodeURIComponent(visit.applicationId)}`;
  return (
    <div className="tz-stack desk-visit">
      <p className="desk-visit__ways">
        <Link to="/desk/visits">{texts.back}</Link>
        <Link to={toCase}>{texts.case}</Link>
      </p>
      <p>
        {dateText(visit.onDay, language)} {route.time(visit.fromTime, visit.toTime)}
        <br />
        {visit.applicantName}
        <br />
        {visit.place} <a href={mapAddress(visit.place)}>{route.map}</a>
      </p>
      {visit.note !== '' && (
        <p>
          <strong>{texts.note}</strong>　{visit.note}
        </p>
      )}
      {planned && (
        <p
          className="desk-visit__state"
          role="status"
          data-waiting={findings.waiting > 0}
          data-testid="visit-state"
        >
          {findings.waiting > 0 ? texts.state.waiting(findings.waiting) : texts.state.sent}
        </p>
      )}
      {findings.unkept && <Banner tone="warning" title={texts.state.unkept} />}
      {findings.signedOut && <Banner tone="error" role="alert" title={texts.state.signedOut} />}
      <RefusalBanner error={findings.failure} />
      {visit.checklist.map((item) => (
        <ChecklistItem key={item.id} item={item} findings={findings} open={planned} />
      ))}
      {planned ? (
        <div className="tz-stack">
          <p role="status">{texts.left(left)}</p>
          <p className="tz-quiet">{texts.finishLead}</p>
          {tried && !ready && <Banner tone="warning" role="status" title={texts.finishBlocked} />}
          <RefusalBanner error={finish.error} />
          <Buttons>
            <Button
              look="primary"
              size="large"
              blocked={finish.isPending}
              onClick={() => {
                setTried(true);
                if (ready) finish.mutate();
              }}
            >
              {texts.finish}
            </Button>
          </Buttons>
        </div>
      ) : (
        visit.state === 'done' && (
          <>
            <Banner tone="success" role="status" title={texts.done} />
            <VisitActions applicationId={visit.applicationId} />
          </>
        )
      )}
    </div>
  );
}
