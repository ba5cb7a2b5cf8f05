import type { ReactNode } from 'react';
import { fetchRelated } from '../../../api/desk.js';
import type { RelatedList } from '../../../api/types.js';
import { useQuery } from '../../../api/query/index.js';
import { useCaseTexts, useLanguage } from '../../../texts/index.js';
import { Link } from '../../../router/index.js';
import { StatusChip } from '../../../ui/index.js';
import { deskKeys } from '../../desk-queries.js';
import { useDeskTexts } from '../../desk-texts.js';
import { RefusalBanner } from '../../frame/RefusalBanner.js';
import { shortDate } from '../../short-dates.js';
import { RailCard } from '../rail/RailCard.js';

type Related = RelatedList['applications'][number];

/** One applicant's applications agree in telephone and address of themselves; that says nothing more. */
function telling({ byAnother, reasons }: Related): Related['reasons'] {
  const own = ['person', 'site', 'file', 'permit'];
  return byAnother ? reasons : reasons.filter(({ kind }) => own.includes(kind));
}

/** 関連する申請: others with something in common, and what it is. Nobody is judged by it: it is a reason to look. */
export function RelatedCard({ applicationId }: { readonly applicationId: string }): ReactNode {
  const texts = useCaseTexts().related;
  const { signs } = useDeskTexts();
  const language = useLanguage();
  const { data, error } = useQuery({
    queryKey: [...deskKeys.application(applicationId), 'related'],
    queryFn: () => fetchRelated(applicationId),
  });
  if (error) return <RefusalBanner error={error} />;
  if (!data || data.applications.length === 0) return null;
  return (
    <RailCard
      title={texts.title}
      aside={<span className="desk-small">{texts.count(data.applications.length, data.more)}</span>}
    >
      <ul className="desk-notices">
        {data.applications.map((one) => (
          <li key={one.id} className="desk-notice">
            <p>
              <Link to={`/desk/applications/${encodeURIComponent(one.id)}`}>{one.subject}</Link>{' '}
              {one.byAnother && <StatusChip tone="waiting">{texts.byAnother}</StatusChip>}
            </p>
            <p className="desk-small">
              <strong>
                {[
                  ...new Set(
                    telling(one).map(({ kind, title }) =>
                      title === null ? texts.same[kind] : texts.sameAt(texts.same[kind], title),
                    ),
                  ),
                ].join(signs.list)}
              </strong>
            </p>
            <p className="desk-small tz-quiet">
              <span className="tz-number">{one.number}</span> {one.procedureTitle}
              <br />
              {one.applicantName}
              {signs.aside(one.stageTitle)} {shortDate(one.submittedAt, language)}
            </p>
          </li>
        ))}
      </ul>
    </RailCard>
  );
}
