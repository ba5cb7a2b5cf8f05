import type { ReactNode, RefObject } from 'react';
import { useViewerTexts } from '../../texts/index.js';
import { Button } from '../../ui/index.js';
import { turnRight, wholeSheet, wholeWidth, zoomIn, zoomOut, type PictureView } from './picture.js';

interface ViewToolsProps {
  readonly view: PictureView;
  readonly onView: (view: PictureView) => void;
  readonly frame: RefObject<HTMLDivElement | null>;
  /** Height of what is shown for each unit of its width, as it is turned now. */
  readonly shape: number;
  readonly children?: ReactNode;
}

/** Larger, smaller, turned, as wide or as high as the frame; the keys of the viewer press these buttons. */
export function ViewTools({ view, onView, frame, shape, children }: ViewToolsProps): ReactNode {
  const texts = useViewerTexts();
  return (
    <div className="desk-viewer__tools">
      {children}
      <Button
        size="small"
        data-view="smaller"
        aria-label={texts.zoomOut}
        onClick={() => onView(zoomOut(view))}
      >
        <span aria-hidden="true">−</span>
      </Button>
      <span className="tz-number" role="status">
        {texts.zoom(Math.round(view.zoom * 100))}
      </span>
      <Button size="small" data-view="larger" aria-label={texts.zoomIn} onClick={() => onView(zoomIn(view))}>
        <span aria-hidden="true">＋</span>
      </Button>
      <Button size="small" data-view="turn" aria-label={texts.rotate} onClick={() => onView(turnRight(view))}>
        {texts.short.rotate}
      </Button>
      <Button
        look="text"
        size="small"
        data-view="width"
        aria-label={texts.fit}
        onClick={() => onView({ ...view, zoom: wholeWidth.zoom })}
      >
        {texts.short.fit}
      </Button>
      <Button
        look="text"
        size="small"
        data-view="whole"
        aria-label={texts.whole}
        onClick={() => {
          const { clientWidth = 0, clientHeight = 0 } = frame.current ?? {};
          onView(wholeSheet(view, shape, { width: clientWidth, height: clientHeight }));
        }}
      >
        {texts.short.whole}
      </Button>
    </div>
  );
}
