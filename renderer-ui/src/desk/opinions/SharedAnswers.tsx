import { useState, type ReactNode } from 'react';
import { sharedFileAddress } from '../../api/opinions.js';
import type { AttachmentView, OpinionView } from '../../api/types.js';
import { useDeskOpinionsTexts } from '../../texts/index.js';
import { Banner, Button, InJapanese } from '../../ui/index.js';

/** Of the application, what was shared: words, and files to look at in place. */
export function SharedAnswers({ opinion }: { readonly opinion: OpinionView }): ReactNode {
  const texts = useDeskOpinionsTexts().one;
  const [shown, setShown] = useState<AttachmentView | null>(null);
  const { pages } = opinion;
  if (pages === null) return <p className="tz-quiet">{texts.gone}</p>;
  if (pages.length === 0) return <p className="tz-quiet">{texts.nothing}</p>;
  return (
    <div className="tz-stack">
      {opinion.corrected && <Banner tone="info" title={texts.corrected} />}
      {pages.map((page) => (
        <section key={page.title} className="tz-stack" aria-label={page.title}>
          <h3 className="desk-opinion__page">{page.title}</h3>
          <dl className="tz-list">
            {page.lines.map((line, index) => (
              <div key={`${line.title} ${index}`} className="tz-list__row">
                <dt className="tz-list__term">{line.title}</dt>
                <dd className="tz-list__value">
                  {line.files.length === 0 ? (
                    <InJapanese>{line.text}</InJapanese>
                  ) : (
                    line.files.map((file) => (
                      <Button
                        key={file.id}
                        size="small"
                        look="text"
                        aria-expanded={shown?.id === file.id}
                        onClick={() => setShown(shown?.id === file.id ? null : file)}
                      >
                        {file.name}
                      </Button>
                    ))
                  )}
                  {line.files.some(({ id }) => id === shown?.id) && shown && (
                    <SharedFile opinionId={opinion.id} file={shown} />
                  )}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <p className="desk-small tz-quiet">{texts.recorded}</p>
    </div>
  );
}

function SharedFile({
  opinionId,
  file,
}: {
  readonly opinionId: string;
  readonly file: AttachmentView;
}): ReactNode {
  const address = sharedFileAddress(opinionId, file.id);
  return (
    <div className="desk-opinion__file">
      {file.mediaType.startsWith('image/') && <img src={address} alt={file.name} />}
      <p>
        <a href={address} target="_blank" rel="noreferrer">
          {file.name}
        </a>
      </p>
    </div>
  );
}
