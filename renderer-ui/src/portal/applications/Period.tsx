import type { ReactNode } from 'react';
import type { ApplicantApplicationView } from '../../api/types.js';
import { dateText, useApplicationsTexts, useLanguage } from '../../texts/index.js';

export function Period({ application }: { readonly application: ApplicantApplicationView }): ReactNode {
  const texts = useApplicationsTexts().page;
  const language = useLanguage();
  const { used, limit, extended, limitOn, outlook, forecastOn, days, running } = application.clock;
  return (
    <section>
      <h2 id="period" className="tz-heading">
        {texts.period}
      </h2>
      <p className="tz-application__days tz-number">{texts.periodUsed(used, limit)}</p>
      <progress className="tz-progress" value={Math.min(used, limit)} max={limit} aria-labelledby="period" />
      {extended > 0 && <p>{texts.extended(extended)}</p>}
      {!running && limitOn !== null && <p>{texts.stopped}</p>}
      {limitOn !== null && outlook !== 'late' && <p>{texts.expectedBy(dateText(limitOn, language))}</p>}
      {outlook === 'late' && limitOn !== null && (
        <p>
          {texts.late}
          {forecastOn !== null && texts.forecast(dateText(forecastOn, language))}
        </p>
      )}
      <p className="tz-quiet">{texts.periodNote[days]}</p>
    </section>
  );
}
