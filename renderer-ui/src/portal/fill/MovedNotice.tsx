import type { ReactNode } from 'react';
import type { MovedView } from '../../api/types.js';
import { pageOf } from '../../form/index.js';
import { dateTimeText, useMeetingTexts, useLanguage } from '../../texts/index.js';
import { Banner, DescriptionList, Disclosure } from '../../ui/index.js';

interface MovedNoticeProps {
  readonly moved: MovedView;
  /** Name of the page shown; null on the last step. */
  readonly page: string | null;
  /** Pages that somebody has been through since. */
  readonly visited: readonly string[];
}

/** What the new form changed for this applicant, and what it wants to know again. */
export function MovedNotice({ moved, page, visited }: MovedNoticeProps): ReactNode {
  const texts = useMeetingTexts().moved;
  const language = useLanguage();
  const here = moved.ask.filter(({ path }) => pageOf(path) === page && !visited.includes(page ?? ''));
  const sections = [
    { title: texts.changes, lines: moved.changes.map((change) => change[language]) },
    {
      title: texts.results,
      lines: moved.results.map(({ label, before, after }) =>
        texts.result(label[language], before?.[language] ?? texts.none, after?.[language] ?? texts.none),
      ),
    },
    { title: texts.ask, lines: moved.ask.map(({ label }) => label[language]) },
  ].filter(({ lines }) => lines.length > 0);
  if (sections.length === 0 && moved.leftOver.length === 0) return null;
  return (
    <div className="tz-fill__banner tz-stack">
      <Banner tone="info" title={texts.title}>
        <Disclosure summary={texts.details}>
          <div className="tz-stack">
            <p className="tz-quiet">{texts.at(dateTimeText(moved.at, language))}</p>
            {sections.map(({ title, lines }) => (
              <section key={title}>
                <h2 className="tz-moved__heading">{title}</h2>
                <ul className="tz-bullets">
                  {lines.map((line) => (
                    <li key={line}>{line}</li>
                  ))}
                </ul>
              </section>
            ))}
          </div>
        </Disclosure>
        {moved.leftOver.length > 0 && (
          <Disclosure summary={texts.leftOver}>
            <p className="tz-quiet">{texts.leftOverNote}</p>
            <DescriptionList
              rows={moved.leftOver.map(({ label, value }, index) => ({
                key: String(index),
                term: label[language],
                value: value[language],
              }))}
            />
          </Disclosure>
        )}
      </Banner>
      {here.length > 0 && (
        <Banner tone="warning" title={texts.here}>
          <ul className="tz-bullets">
            {here.map(({ path, label, was }) => (
              <li key={path}>
                {label[language]}
                {was !== null && <p className="tz-quiet">{texts.was(was[language])}</p>}
              </li>
            ))}
          </ul>
        </Banner>
      )}
    </div>
  );
}
