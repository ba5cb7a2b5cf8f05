import { lazy, Suspense, useEffect, useId, useRef, type ReactNode } from 'react';
import { attachmentAddress, inlineAttachmentAddress } from '../../api/applications.js';
import type { AttachmentView } from '../../api/types.js';
import { Button, ButtonAnchor, Icon, Spinner } from '../../ui/index.js';
import { useUiTexts, useViewerTexts } from '../../texts/index.js';
import type { AnswerLine } from '../application/answers/answer-outline.js';
import { useDeskTexts } from '../desk-texts.js';
import { useRoomy } from '../frame/screen-width.js';
import { isPdf, isPicture } from './kinds.js';
import { PictureFrame } from './PictureFrame.js';
import { ProvenAnswers } from './ProvenAnswers.js';
import { TakenAt } from './TakenAt.js';
import { pressViewerKey } from './viewer-keys.js';

const PdfFrame = lazy(async () => ({ default: (await import('./PdfFrame.js')).PdfFrame }));

interface AttachmentViewerProps {
  readonly files: readonly AttachmentView[];
  readonly current: string;
  /** What the file is looked at for. */
  readonly proven: readonly AnswerLine[];
  readonly onChange: (id: string) => void;
  readonly onClose: () => void;
}

/** Beside the answers where there is room, over them on a phone. Escape closes; the focus returns to where it was. */
export function AttachmentViewer(props: AttachmentViewerProps): ReactNode {
  const { files, current, proven, onChange, onClose } = props;
  const { signs } = useDeskTexts();
  const texts = useViewerTexts();
  const newTab = useUiTexts().opensInNewTab;
  const titleId = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const roomy = useRoomy();
  const index = files.findIndex((file) => file.id === current);
  const file = files[index];

  useEffect(() => {
    const element = dialog.current;
    if (!element) return;
    if (roomy) element.show();
    else element.showModal();
    return () => element.close();
  }, [roomy]);

  if (!file) return null;
  const previous = files[index - 1];
  const next = files[index + 1];
  return (
    <dialog
      ref={dialog}
      className="desk-viewer"
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.preventDefault();
          onClose();
        } else if (pressViewerKey(event.currentTarget, event.nativeEvent)) event.preventDefault();
      }}
    >
      <div className="desk-viewer__head">
        <h2 id={titleId} className="desk-viewer__title" tabIndex={-1} data-quiet-focus autoFocus>
          {file.name}
        </h2>
        <span className="tz-number desk-small" role="status">
          {texts.of(index + 1, files.length)}
        </span>
        <Button
          size="small"
          blocked={!previous}
          data-file="previous"
          aria-label={texts.previous}
          onClick={() => previous && onChange(previous.id)}
        >
          {texts.short.previous}
        </Button>
        <Button
          size="small"
          blocked={!next}
          data-file="next"
          aria-label={texts.next}
          onClick={() => next && onChange(next.id)}
        >
          {texts.short.next}
        </Button>
        <Button size="small" onClick={onClose}>
          <Icon name="close" />
          {texts.close}
        </Button>
      </div>
      <div className="desk-viewer__about">
        <ProvenAnswers lines={proven} />
        <ButtonAnchor
          look="text"
          size="small"
          href={inlineAttachmentAddress(file.id)}
          target="_blank"
          rel="noreferrer"
        >
          {texts.newTab}
          <span className="tz-hidden">{signs.aside(newTab)}</span>
        </ButtonAnchor>
        <ButtonAnchor look="text" size="small" href={attachmentAddress(file.id)} download={file.name}>
          {texts.download}
        </ButtonAnchor>
        <TakenAt file={file} />
      </div>
      {isPicture(file) && <PictureFrame key={file.id} file={file} />}
      {isPdf(file) && (
        <Suspense fallback={<Spinner />}>
          <PdfFrame key={file.id} file={file} />
        </Suspense>
      )}
      {!isPicture(file) && !isPdf(file) && <p className="desk-viewer__none">{texts.notShown}</p>}
    </dialog>
  );
}
