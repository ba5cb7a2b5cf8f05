import type { ReactNode } from 'react';
import { useSite } from '../../api/queries.js';
import type { PaperDesk } from '../../api/types.js';
import { Link } from '../../router/index.js';
import { dateText, dateTimeText, useDeskPaperTexts, useLanguage } from '../../texts/index.js';
import { Page, Spinner, StatusChip } from '../../ui/index.js';
import { useDeskTexts } from '../desk-texts.js';
import { RefusalBanner } from '../frame/RefusalBanner.js';
import { BeginPaperForm } from './BeginPaperForm.js';
import { usePaperDesk } from './paper-queries.js';
import './paper.css';

/** What arrived on paper: begin with one, go on with one, send what is owed by post. */
export function PaperScreen(): ReactNode {
  const texts = useDeskPaperTexts();
  const desk = useDeskTexts();
  const language = useLanguage();
  const site = useSite();
  const { data, error, isPending } = usePaperDesk();
  return (
    <Page title={texts.title} site={site.data?.name ?? desk.product} focusKey="paper">
      <div className="tz-stack desk-paper">
        <p>{texts.lead}</p>
        <RefusalBanner error={error} />
        {isPending && <Spinner />}
        {data && (
          <>
            <p>
              <Link to="/desk/letters">{texts.lettersLink(data.letters)}</Link>
            </p>
            <section className="tz-stack" aria-labelledby="paper-drafts">
              <h2 id="paper-drafts" className="tz-heading">
                {texts.drafts.title}
              </h2>
              {data.drafts.length === 0 && <p className="tz-quiet">{texts.drafts.none}</p>}
              <ul className="desk-paper__list">
                {data.drafts.map((draft) => (
                  <li key={draft.id}>
                    <Link className="desk-row-link" to={placeOf(draft)}>
                      {draft.applicantName}
                    </Link>
                    <span className="desk-paper__chips">
                      <StatusChip tone="quiet">{texts.drafts.kinds[draft.kind]}</StatusChip>
                      {draft.check && (
                        <StatusChip tone={draft.check === 'settled' ? 'done' : 'waiting'}>
                          {texts.second.states[draft.check]}
                        </StatusChip>
                      )}
                    </span>
                    <span>
                      {draft.procedureTitle}
                      {draft.subject !== null && <span className="tz-quiet">　{draft.subject}</span>}
                    </span>
                    <span className="tz-quiet desk-small">
                      {texts.fill.arrival(
                        dateText(draft.arrivedOn, language),
                        texts.begin.broughts[draft.brought],
                      )}
                      {'　'}
                      {dateTimeText(draft.savedAt, language)}　{draft.begunBy}
                    </span>
                  </li>
                ))}
              </ul>
            </section>
            {data.procedures.length > 0 && <BeginPaperForm procedures={data.procedures} />}
          </>
        )}
      </div>
    </Page>
  );
}

/** To the second entry while it waits for the asker, or for a word on what differs; else to what is keyed in. */
function placeOf({ id, check, mayType }: PaperDesk['drafts'][number]): string {
  const paper = `/desk/paper/${encodeURIComponent(id)}`;
  return mayType || check === 'differs' ? `${paper}/check` : paper;
}
