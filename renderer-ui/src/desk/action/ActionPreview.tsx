import { useState, type ReactNode } from 'react';
import { useMutation } from '../../api/query/index.js';
import { previewAction } from '../../api/desk.js';
import type { ActionView, DeskApplicationView, PreviewView, TakeActionRequest } from '../../api/types.js';
import { useCaseTexts, useUiTexts } from '../../texts/index.js';
import { Button, ButtonAnchor, Buttons, Spinner } from '../../ui/index.js';
import { useDeskTexts } from '../desk-texts.js';
import { RefusalBanner } from '../frame/RefusalBanner.js';

interface ActionPreviewProps {
  readonly action: ActionView;
  readonly application: DeskApplicationView;
  /** As it would be sent now. */
  readonly request: TakeActionRequest;
  /** Shows what is still missing; false while something is. */
  readonly isReady: () => boolean;
}

/** What the applicant would receive, in its final form, before the decision is made. */
export function ActionPreview({ action, application, request, isReady }: ActionPreviewProps): ReactNode {
  const texts = useCaseTexts().preview;
  const { signs, notices } = useDeskTexts();
  const newTab = useUiTexts().opensInNewTab;
  const [drawn, setDrawn] = useState<{ readonly of: string; readonly view: PreviewView } | null>(null);
  const drawing = useMutation({
    mutationFn: (wanted: TakeActionRequest) => previewAction(application.id, action.name, wanted),
    onSuccess: (view, wanted) => setDrawn({ of: JSON.stringify(wanted), view }),
  });
  if (!action.outlook || action.outlook.sends.length === 0) return null;
  const { error, isPending } = drawing;
  const isOld = drawn !== null && drawn.of !== JSON.stringify(request);
  return (
    <section className="desk-preview" aria-labelledby="desk-action-preview">
      <h3 id="desk-action-preview" className="desk-outlook__title">
        {texts.title}
      </h3>
      <p className="desk-small tz-quiet">{texts.lead}</p>
      <Buttons>
        <Button
          size="small"
          blocked={isPending}
          onClick={() => {
            if (isReady()) drawing.mutate(request);
          }}
        >
          {drawn ? texts.again : texts.show}
        </Button>
      </Buttons>
      {isPending && <Spinner />}
      <RefusalBanner error={error} />
      <div role="status">{isOld && !isPending && <p>{texts.old}</p>}</div>
      {drawn &&
        !isPending &&
        drawn.view.documents.map((document) => (
          <div key={`${document.kind} ${document.title}`} className="desk-preview__document">
            <h4 className="desk-preview__name">
              {document.title}
              {signs.aside(notices.kinds[document.kind])}
            </h4>
            {document.pdf === null ? (
              <p className="tz-prewrap desk-preview__text">{document.text}</p>
            ) : (
              <>
                <ButtonAnchor size="small" href={document.pdf} target="_blank" rel="noreferrer">
                  {texts.open}
                  <span className="tz-hidden">
                    {document.title}
                    {signs.aside(newTab)}
                  </span>
                </ButtonAnchor>
                <iframe
                  className="desk-preview__frame"
                  src={document.pdf}
                  title={texts.frame(document.title)}
                />
              </>
            )}
          </div>
        ))}
    </section>
  );
}
