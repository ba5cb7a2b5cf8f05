import { useCallback, useState, type ReactNode } from 'react';
import { useQuery } from '../../api/query/index.js';
import { useSite } from '../../api/queries.js';
import type { PaperDraftView, Receipt } from '../../api/types.js';
import { loadForm } from '../../form/index.js';
import { useNavigate, useParams } from '../../router/index.js';
import { useDeskPaperTexts, useLanguage } from '../../texts/index.js';
import { Banner, ButtonLink, Buttons, Page, Spinner } from '../../ui/index.js';
import { useDeskTexts } from '../desk-texts.js';
import { RefusalBanner } from '../frame/RefusalBanner.js';
import { KeyIn } from './KeyIn.js';
import { usePaper } from './paper-queries.js';
import './paper.css';

/** One paper: its form beside its scan. */
export function PaperFillScreen(): ReactNode {
  const { id = '' } = useParams();
  const texts = useDeskPaperTexts();
  const desk = useDeskTexts();
  const site = useSite();
  const navigate = useNavigate();
  const paper = usePaper(id);
  const [receipt, setReceipt] = useState<Receipt | null>(null);
  const { refetch } = paper;
  const reopen = useCallback(() => void refetch(), [refetch]);
  return (
    <Page
      title={paper.data ? texts.fill.title(paper.data.applicantName) : texts.title}
      over={paper.data?.draft.procedureTitle}
      site={site.data?.name ?? desk.product}
      focusKey={`paper ${id}`}
    >
      {receipt ? (
        <div className="tz-stack" role="status">
          <Banner tone="success" title={texts.fill.arrived(receipt.number)} />
          <Buttons>
            <ButtonLink
              look="primary"
              to={`/desk/applications/${encodeURIComponent(receipt.applicationId)}`}
              autoFocus
            >
              {texts.fill.open}
            </ButtonLink>
            <ButtonLink to="/desk/paper">{texts.fill.another}</ButtonLink>
          </Buttons>
        </div>
      ) : (
        <>
          <RefusalBanner error={paper.error} />
          {paper.isPending && <Spinner />}
          {paper.data && (
            <WithForm
              key={`${id} ${paper.dataUpdatedAt}`}
              paper={paper.data}
              onReceipt={setReceipt}
              onReopen={reopen}
              onGone={() => void navigate('/desk/paper')}
            />
          )}
        </>
      )}
    </Page>
  );
}

interface WithFormProps {
  readonly paper: PaperDraftView;
  readonly onReceipt: (receipt: Receipt) => void;
  readonly onReopen: () => void;
  readonly onGone: () => void;
}

function WithForm({ paper, ...doing }: WithFormProps): ReactNode {
  const language = useLanguage();
  const { versionHash } = paper.draft;
  const form = useQuery({
    queryKey: ['desk', 'form', versionHash],
    queryFn: () => loadForm(versionHash),
    staleTime: Infinity,
  });
  if (form.error) return <RefusalBanner error={form.error} />;
  return form.data ? <KeyIn paper={paper} loaded={form.data[language]} {...doing} /> : <Spinner />;
}
