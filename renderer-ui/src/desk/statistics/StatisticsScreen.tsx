import { useState, type FormEvent, type ReactNode } from 'react';
import { keepPreviousData, useQuery } from '../../api/query/index.js';
import { useSite } from '../../api/queries.js';
import { fetchStatistics, type StatisticsWanted } from '../../api/statistics.js';
import type { StatisticsView } from '../../api/types.js';
import { useSearchParams } from '../../router/index.js';
import { dateTimeText, useLanguage, useStatisticsTexts } from '../../texts/index.js';
import { Button, Field, Page, Select, Spinner, TextInput } from '../../ui/index.js';
import { useDeskTexts } from '../desk-texts.js';
import { RefusalBanner } from '../frame/RefusalBanner.js';
import { ReportTabs } from '../reports/ReportTabs.js';
import { Ageing, ByDay, ByStage, People, Ranked } from './StatisticsSections.js';
import './statistics.css';

const LOOK_EVERY_MS = 30_000;

/** Procedure and period stand in the address, so that a view can be passed on. */
export function StatisticsScreen(): ReactNode {
  const texts = useStatisticsTexts();
  const desk = useDeskTexts();
  const site = useSite();
  const language = useLanguage();
  const [params, setParams] = useSearchParams();
  const wanted = {
    procedure: params.get('procedure') ?? '',
    from: params.get('from') ?? '',
    to: params.get('to') ?? '',
  };
  const found = useQuery({
    queryKey: ['desk', 'statistics', wanted, language],
    queryFn: () => fetchStatistics(wanted),
    refetchInterval: LOOK_EVERY_MS,
    placeholderData: keepPreviousData,
  });
  const view = found.data;
  return (
    <Page title={texts.title} site={site.data?.name ?? desk.product} focusKey="statistics">
      <div className="tz-stack desk-statistics">
        <ReportTabs />
        <RefusalBanner error={found.error} />
        {found.isPending && <Spinner />}
        {view && (
          <>
            <PeriodForm
              key={`${view.procedureId} ${view.from} ${view.to}`}
              view={view}
              onShow={(next) => setParams({ ...next })}
            />
            <p className="tz-quiet">{texts.asOf(dateTimeText(view.asOf, language))}</p>
            <Totals view={view} />
            <ByDay view={view} />
            <ByStage view={view} />
            <Ageing view={view} />
            <Ranked view={view} of="defects" />
            <Ranked view={view} of="reasons" />
            <Ranked view={view} of="drafts" />
            <People view={view} />
          </>
        )}
      </div>
    </Page>
  );
}

function PeriodForm({
  view,
  onShow,
}: {
  readonly view: StatisticsView;
  readonly onShow: (wanted: StatisticsWanted) => void;
}): ReactNode {
  const texts = useStatisticsTexts();
  const [from, setFrom] = useState(view.from);
  const [to, setTo] = useState(view.to);
  const [tried, setTried] = useState(false);
  const wrong =
    from === '' || to === '' || to < from || Date.parse(to) - Date.parse(from) > 1095 * 86_400_000;
  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    if (!wrong) onShow({ procedure: view.procedureId, from, to });
  }
  return (
    <form className="desk-statistics__period" onSubmit={submit} noValidate aria-label={texts.title}>
      <Field label={texts.procedure} id="statistics-procedure">
        {(control) => (
          <Select
            {...control}
            choices={view.procedures.map(({ id, title }) => ({ value: id, label: title }))}
            value={view.procedureId}
            onChange={({ target }) => onShow({ procedure: target.value, from, to })}
          />
        )}
      </Field>
      <Field label={texts.from} id="statistics-from">
        {(control) => (
          <TextInput {...control} type="date" value={from} onChange={({ target }) => setFrom(target.value)} />
        )}
      </Field>
      <Field label={texts.to} id="statistics-to" errors={tried && wrong ? [texts.order] : []}>
        {(control) => (
          <TextInput {...control} type="date" value={to} onChange={({ target }) => setTo(target.value)} />
        )}
      </Field>
      <Button type="submit">{texts.show}</Button>
    </form>
  );
}

function Totals({
  view: { totals, decision, completedLabel },
}: {
  readonly view: StatisticsView;
}): ReactNode {
  const texts = useStatisticsTexts();
  const figures = [
    [texts.arrived, texts.count(totals.arrived)],
    [texts.decided, texts.count(totals.decided)],
    [texts.refused, texts.count(totals.refused)],
    [completedLabel, texts.count(totals.completed)],
    [texts.withdrawn, texts.count(totals.withdrawn)],
    [texts.corrections, texts.count(totals.corrections)],
    [texts.medianToDecision, texts.days(decision.median)],
    [texts.p90ToDecision, texts.days(decision.p90)],
  ] as const;
  return (
    <section className="tz-stack" aria-labelledby="statistics-totals">
      <h2 id="statistics-totals" className="tz-heading">
        {texts.totals}
      </h2>
      <dl className="desk-statistics__figures">
        {figures.map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
