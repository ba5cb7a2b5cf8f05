import type { ReactNode } from 'react';
import { statisticsCsvAddress } from '../../api/statistics.js';
import type { StatisticsView } from '../../api/types.js';
import { useStatisticsTexts } from '../../texts/index.js';
import { ButtonAnchor, Disclosure } from '../../ui/index.js';
import { Table } from '../frame/Table.js';
import { BarCell } from './BarCell.js';
import { DayChart } from './DayChart.js';

interface SectionProps {
  readonly id: string;
  readonly title: string;
  readonly lead?: string;
  readonly view: StatisticsView;
  readonly empty: boolean;
  readonly children: ReactNode;
}

function Section({ id, title, lead, view, empty, children }: SectionProps): ReactNode {
  const texts = useStatisticsTexts();
  return (
    <section className="tz-stack" aria-labelledby={`statistics-${id}`}>
      <div className="desk-statistics__head">
        <h2 id={`statistics-${id}`} className="tz-heading">
          {title}
        </h2>
        <ButtonAnchor
          size="small"
          href={statisticsCsvAddress(view, id)}
          download
          aria-label={texts.csvOf(title)}
        >
          {texts.csv}
        </ButtonAnchor>
      </div>
      {lead !== undefined && <p className="tz-quiet">{lead}</p>}
      {empty ? <p className="tz-quiet">{texts.none}</p> : children}
    </section>
  );
}

/** A table of rows with a name and bars; moved sideways where it is wider than the screen. */
function Bars({
  label,
  heads,
  rows,
}: {
  readonly label: string;
  readonly heads: readonly string[];
  readonly rows: readonly {
    readonly key: string;
    readonly title: string;
    readonly cells: readonly (readonly [value: number, text: string])[];
  }[];
}): ReactNode {
  const most = heads.slice(1).map((_, at) => Math.max(0, ...rows.map(({ cells }) => cells[at]?.[0] ?? 0)));
  return (
    <Table name={{ words: label }} heads={heads} look="tz-table desk-table">
      {rows.map(({ key, title, cells }) => (
        <tr key={key}>
          <th scope="row">{title}</th>
          {cells.map(([value, text], at) => (
            <BarCell key={heads[at + 1]} value={value} most={most[at] ?? 0} text={text} />
          ))}
        </tr>
      ))}
    </Table>
  );
}

export function ByDay({ view }: { readonly view: StatisticsView }): ReactNode {
  const texts = useStatisticsTexts();
  const kinds = [
    ['arrived', texts.arrived],
    ['decided', texts.decided],
    ['completed', view.completedLabel],
  ] as const;
  return (
    <Section id="days" title={texts.byDay} view={view} empty={false}>
      <div className="desk-statistics__charts">
        {kinds.map(([kind, title]) => {
          const days = view.days.map((one) => ({ day: one.day, count: one[kind] }));
          const most = Math.max(0, ...days.map(({ count }) => count));
          const total = days.reduce((sum, { count }) => sum + count, 0);
          return (
            <figure key={kind}>
              <figcaption>{title}</figcaption>
              <DayChart label={texts.byDayLabel(title, total, most)} days={days} />
            </figure>
          );
        })}
      </div>
      <Disclosure small summary={texts.table}>
        <Bars
          label={texts.byDay}
          heads={[texts.day, ...kinds.map(([, title]) => title)]}
          rows={[...view.days].reverse().map(({ day, ...counts }) => ({
            key: day,
            title: day,
            cells: kinds.map(([kind]) => [counts[kind], String(counts[kind])] as const),
          }))}
        />
      </Disclosure>
    </Section>
  );
}

export function ByStage({ view }: { readonly view: StatisticsView }): ReactNode {
  const texts = useStatisticsTexts();
  return (
    <Section
      id="stages"
      title={texts.stages}
      lead={texts.stagesLead}
      view={view}
      empty={view.stages.length === 0}
    >
      <Bars
        label={texts.stages}
        heads={[texts.stage, texts.number, texts.median, texts.p90]}
        rows={view.stages.map(({ key, title, times }) => ({
          key,
          title,
          cells: [
            [times.count, texts.count(times.count)],
            [times.median ?? 0, texts.days(times.median)],
            [times.p90 ?? 0, texts.days(times.p90)],
          ],
        }))}
      />
    </Section>
  );
}

/** As the server has them. */
const BANDS = [3, 7, 14, 30] as const;

export function Ageing({ view }: { readonly view: StatisticsView }): ReactNode {
  const texts = useStatisticsTexts();
  const heads = [...BANDS, null].map((to, index) =>
    texts.band(index === 0 ? 0 : (BANDS[index - 1] ?? 0) + 1, to),
  );
  return (
    <Section
      id="ageing"
      title={texts.ageing}
      lead={texts.ageingLead}
      view={view}
      empty={view.ageing.length === 0}
    >
      <Bars
        label={texts.ageing}
        heads={[texts.stage, ...heads]}
        rows={view.ageing.map(({ key, title, bands }) => ({
          key,
          title,
          cells: bands.map((count) => [count, texts.count(count)] as const),
        }))}
      />
    </Section>
  );
}

export function Ranked({
  view,
  of,
}: {
  readonly view: StatisticsView;
  readonly of: 'defects' | 'reasons' | 'drafts';
}): ReactNode {
  const texts = useStatisticsTexts();
  const words = {
    defects: [texts.defects, texts.item, texts.defectsLead],
    reasons: [texts.reasons, texts.reason, undefined],
    drafts: [texts.drafts, texts.page, texts.draftsLead],
  } as const;
  const [title, head, lead] = words[of];
  return (
    <Section id={of} title={title} {...(lead && { lead })} view={view} empty={view[of].length === 0}>
      <Bars
        label={title}
        heads={[head, texts.number]}
        rows={view[of].map(({ key, title: name, count }) => ({
          key,
          title: name === '' ? texts.noPage : name,
          cells: [[count, texts.count(count)]],
        }))}
      />
    </Section>
  );
}

export function People({ view }: { readonly view: StatisticsView }): ReactNode {
  const texts = useStatisticsTexts();
  if (view.people === null) return null;
  return (
    <Section
      id="people"
      title={texts.people}
      lead={texts.peopleLead}
      view={view}
      empty={view.people.length === 0}
    >
      <Bars
        label={texts.people}
        heads={[texts.person, texts.open, texts.acted]}
        rows={view.people.map(({ key, name, open, acted }) => ({
          key,
          title: name,
          cells: [
            [open, texts.count(open)],
            [acted, texts.count(acted)],
          ],
        }))}
      />
    </Section>
  );
}
