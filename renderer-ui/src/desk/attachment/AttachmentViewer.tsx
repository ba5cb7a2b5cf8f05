import { useEffect, useId, useRef, type ReactNode } from 'react';
import { attachmentAddress, inlineAttachmentAddress } from '../../api/applications.js';
import type { AttachmentView } from '../../api/types.js';
import { Button, ButtonAnchor, Icon } from '../../ui/index.js';
import { useUiTexts } from '../../texts/index.js';
import { useDeskTexts } from '../desk-texts.js';
import { isRoomy } from '../frame/screen-width.js';
import { isPdf, isPicture } from './kinds.js';
import { PictureFrame } from './PictureFrame.js';
import { TakenAt } from './TakenAt.js';

interface AttachmentViewerProps {
  readonly files: readonly AttachmentView[];
  readonly current: string;
  readonly onChange: (id: string) => void;
  readonly onClose: () => void;
}

/** Beside the answers where there is room, over them on a phone. Escape closes; the focus returns to the thumbnail. */
export function AttachmentViewer({ files, current, onChange, onClose }: AttachmentViewerProps): ReactNode {
  const { attachment: texts, signs } = useDeskTexts();
  const newTab = useUiTexts().opensInNewTab;
  const titleId = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const index = files.findIndex((file) => file.id === current);
  const file = files[index];

  useEffect(() => {
    const element = dialog.current;
    if (!element) return;
    if (isRoomy()) element.show();
    else element.showModal();
    return () => element.close();
  }, []);

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
        if (event.key !== 'Escape') return;
        event.preventDefault();
        onClose();
      }}
    >
      <div className="desk-viewer__head">
        <h2 id={titleId} className="desk-viewer__title" tabIndex={-1} data-quiet-focus autoFocus>
          {file.name}
        </h2>
        <Button size="small" onClick={onClose}>
          <Icon name="close" />
          {texts.close}
        </Button>
      </div>
      <div className="desk-viewer__tools">
        <Button size="small" blocked={!previous} onClick={() => previous && onChange(previous.id)}>
          {texts.previous}
        </Button>
        <span className="tz-number" role="status">
          {texts.of(index + 1, files.length)}
        </span>
        <Button size="small" blocked={!next} onClick={() => next && onChange(next.id)}>
          {texts.next}
        </Button>
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
        <iframe className="desk-viewer__frame" src={inlineAttachmentAddress(file.id)} title={file.name} />
      )}
      {!isPicture(file) && !isPdf(file) && <p className="desk-viewer__none">{texts.notShown}</p>}
    </dialog>
  );
}
