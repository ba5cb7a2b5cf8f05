import { useState, type ReactNode } from 'react';
import { previewAnnouncement } from '../../api/desk-news.js';
import { useQuery } from '../../api/query/index.js';
import type { AnnouncementContent, AnnouncementPreview } from '../../api/types.js';
import { useDeskNewsTexts } from '../../texts/index.js';
import { Button, DescriptionList, InJapanese, Spinner, TextBlocks } from '../../ui/index.js';
import { RefusalBanner } from '../frame/RefusalBanner.js';

interface PreviewPaneProps {
  readonly id: string;
  readonly content: AnnouncementContent;
  /** `asked`: on request, because it counts everybody. `waiting`: at once. `out`: at once, and nobody is counted any more. */
  readonly when: 'asked' | 'waiting' | 'out';
}

/** Whom it reaches and what they read. */
export function AnnouncementPreviewPane({ id, content, when }: PreviewPaneProps): ReactNode {
  const texts = useDeskNewsTexts().preview;
  const [wanted, setWanted] = useState(when === 'asked' ? null : content);
  const found = useQuery({
    queryKey: ['desk', 'announcements', 'preview', id, wanted],
    queryFn: () => previewAnnouncement(id, wanted ?? content),
    enabled: wanted !== null,
  });
  const isOld = wanted !== null && JSON.stringify(wanted) !== JSON.stringify(content);
  return (
    <section className="tz-stack desk-news__preview" aria-labelledby="news-preview">
      <h2 id="news-preview" className="tz-heading">
        {when === 'out' ? texts.content : texts.title}
      </h2>
      {when === 'asked' && (
        <p>
          <Button
            blocked={wanted !== null && found.isPending}
            onClick={() => {
              if (wanted !== null && !isOld) void found.refetch();
              setWanted(content);
            }}
          >
            {wanted ? texts.again : texts.show}
          </Button>
        </p>
      )}
      {wanted !== null && found.isPending && <Spinner />}
      <RefusalBanner error={found.error} />
      <div role="status">{when === 'asked' && isOld && <p>{texts.old}</p>}</div>
      {wanted && found.data && <Shown view={found.data} content={wanted} counted={when !== 'out'} />}
    </section>
  );
}

interface ShownProps {
  readonly view: AnnouncementPreview;
  readonly content: AnnouncementContent;
  readonly counted: boolean;
}

function Shown({ view: { counts, portal, mail }, content, counted }: ShownProps): ReactNode {
  const texts = useDeskNewsTexts().preview;
  const row = (key: 'byMail' | 'portalOnly' | 'otherKind' | 'otherPlace' | 'guests' | 'closed') => ({
    key,
    term: texts[key],
    value: texts.people(counts[key]),
  });
  const left = (['otherKind', 'otherPlace', 'guests', 'closed'] as const).filter((key) => counts[key] > 0);
  return (
    <>
      {counted && (
        <>
          <h3 className="desk-news__part">{texts.counts}</h3>
          <DescriptionList rows={[row('byMail'), row('portalOnly')]} />
        </>
      )}
      {counted && left.length > 0 && (
        <>
          <h3 className="desk-news__part">{texts.left}</h3>
          <DescriptionList rows={left.map(row)} />
        </>
      )}
      <h3 className="desk-news__part">{texts.portal}</h3>
      <div className="desk-news__paper">
        <p className="desk-news__papers-title">
          <InJapanese>{content.title}</InJapanese>
        </p>
        <TextBlocks blocks={portal.blocks} lang="ja" level={4} />
      </div>
      {portal.english && content.english && (
        <>
          <h3 className="desk-news__part">{texts.portalEnglish}</h3>
          <div className="desk-news__paper">
            <p className="desk-news__papers-title" lang="en">
              {content.english.title}
            </p>
            <TextBlocks blocks={portal.english} lang="en" level={4} />
          </div>
        </>
      )}
      <h3 className="desk-news__part">{texts.mail}</h3>
      <div className="desk-news__paper">
        <p>{texts.subject(mail.subject)}</p>
        <p className="tz-prewrap desk-news__mail" lang="ja">
          {mail.text}
        </p>
      </div>
    </>
  );
}
