import type { ReactNode } from 'react';
import { dateTimeText, useLanguage } from '../../../renderer-ui/src/texts/index.js';
import { Banner, Disclosure } from '../../../renderer-ui/src/ui/index.js';
import type { ChangeLine, Comparison } from '../api/publishing.js';
import { usePublishingTexts } from '../texts/publishing.js';

/** What a publication changes, in words: of the procedure, and for the applicants of the examples. */
export function ComparisonView({ comparison }: { readonly comparison: Comparison }): ReactNode {
  const texts = usePublishingTexts();
  const language = useLanguage();
  const { inForce, baseMoved, problems, changes, examples, results } = comparison;
  return (
    <div className="tz-stack">
      {baseMoved && <Banner tone="warning" title={texts.baseMoved} />}
      {problems.length > 0 && (
        <Banner tone="error" title={texts.problems(problems.length)}>
          <ul>
            {problems.slice(0, 20).map(({ path, text }) => (
              <li key={`${path} ${text}`}>
                {text}
                <span className="builder-table__quiet">{path}</span>
              </li>
            ))}
          </ul>
        </Banner>
      )}
      <p>{inForce ? texts.against(inForce.number, dateTimeText(inForce.at, language)) : texts.first}</p>
      {inForce && changes.length === 0 && problems.length === 0 && <p>{texts.noChanges}</p>}
      <ChangeLines changes={changes} />
      {inForce && problems.length === 0 && (
        <>
          <h3 className="builder-publishing__sub">{texts.results}</h3>
          {results.length === 0 ? (
            <p>{texts.resultsNone(examples)}</p>
          ) : (
            results.map(({ file, title, changes: lines }) => (
              <Disclosure key={file} small summary={title}>
                <ul>
                  {lines.map(({ text, because }) => (
                    <li key={text}>
                      {text}
                      {because.length > 0 && (
                        <span className="builder-table__quiet">
                          {texts.because(because.join(language === 'ja' ? '、' : ', '))}
                        </span>
                      )}
                    </li>
                  ))}
                </ul>
              </Disclosure>
            ))
          )}
        </>
      )}
    </div>
  );
}

/** Grouped by what they do, the gravest first, as they come. */
export function ChangeLines({ changes }: { readonly changes: readonly ChangeLine[] }): ReactNode {
  const texts = usePublishingTexts();
  const impacts = [...new Set(changes.map(({ impact }) => impact))];
  return impacts.map((impact) => (
    <section key={impact} className={`builder-changes builder-changes--${impact}`}>
      <h3 className="builder-publishing__sub">{texts.impacts[impact]}</h3>
      <ul>
        {changes
          .filter((change) => change.impact === impact)
          .map(({ text, place }) => (
            <li key={`${place} ${text}`}>{text}</li>
          ))}
      </ul>
    </section>
  ));
}
