import { useState, type ReactNode } from 'react';
import { inlineAttachmentAddress } from '../../api/applications.js';
import type { AttachmentView } from '../../api/types.js';
import { useViewerTexts } from '../../texts/index.js';
import { pictureStyles, wholeWidth } from './picture.js';
import { useFrameWidth } from './use-frame-width.js';
import { ViewTools } from './ViewTools.js';

/** A picture that can be enlarged and turned; the frame scrolls, by keyboard too. */
export function PictureFrame({ file }: { readonly file: AttachmentView }): ReactNode {
  const texts = useViewerTexts();
  const [view, setView] = useState(wholeWidth);
  const [size, setSize] = useState({ width: 4, height: 3 });
  const [failed, setFailed] = useState(false);
  const { ref: frame } = useFrameWidth();
  if (failed) return <p className="desk-viewer__none">{texts.failed}</p>;
  const styles = pictureStyles(view, size);
  const upright = size.height / size.width;
  return (
    <>
      <ViewTools
        view={view}
        onView={setView}
        frame={frame}
        shape={view.turns % 2 === 0 ? upright : 1 / upright}
      />
      <div ref={frame} className="desk-viewer__frame" role="region" aria-label={file.name} tabIndex={0}>
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
