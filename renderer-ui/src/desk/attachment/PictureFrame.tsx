import { useState, type ReactNode } from 'react';
import { inlineAttachmentAddress } from '../../api/applications.js';
import type { AttachmentView } from '../../api/types.js';
import { Button } from '../../ui/index.js';
import { useDeskTexts } from '../desk-texts.js';
import { pictureStyles, turnRight, wholeWidth, zoomIn, zoomOut } from './picture.js';

/** A picture that can be enlarged and turned; the frame scrolls, by keyboard too. */
export function PictureFrame({ file }: { readonly file: AttachmentView }): ReactNode {
  const texts = useDeskTexts().attachment;
  const [view, setView] = useState(wholeWidth);
  const [size, setSize] = useState({ width: 4, height: 3 });
  const [failed, setFailed] = useState(false);
  if (failed) return <p className="desk-viewer__none">{texts.failed}</p>;
  const styles = pictureStyles(view, size);
  return (
    <>
      <div className="desk-viewer__tools">
        <Button size="small" onClick={() => setView(zoomOut(view))}>
          {texts.zoomOut}
        </Button>
        <span className="tz-number" role="status">
          {texts.zoom(Math.round(view.zoom * 100))}
        </span>
        <Button size="small" onClick={() => setView(zoomIn(view))}>
          {texts.zoomIn}
        </Button>
        <Button size="small" onClick={() => setView(turnRight(view))}>
          {texts.rotate}
        </Button>
        <Button look="text" size="small" onClick={() => setView(wholeWidth)}>
          {texts.fit}
        </Button>
      </div>
      <div className="desk-viewer__frame" role="region" aria-label={file.name} tabIndex={0}>
        <div className="desk-viewer__paper" style={styles.paper}>
          <img
            className="desk-viewer__picture"
            style={styles.picture}
            src={inlineAttachmentAddress(file.id)}
            alt={file.name}
            onLoad={(event) =>
              setSize({ width: event.currentTarget.naturalWidth, height: event.currentTarget.naturalHeight })
            }
            onError={() => setFailed(true)}
          />
        </div>
      </div>
    </>
  );
}
