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
      <Button size="small" data-view="smaller" onClick={() => onView(zoomOut(view))}>
        {texts.zoomOut}
      </Button>
      <span className="tz-number" role="status">
        {texts.zoom(Math.round(view.zoom * 100))}
      </span>
      <Button size="small" data-view="larger" onClick={() => onView(zoomIn(view))}>
        {texts.zoomIn}
      </Button>
      <Button size="small" data-view="turn" onClick={() => onView(turnRight(view))}>
        {texts.rotate}
      </Button>
      <Button
        look="text"
        size="small"
        data-view="width"
        onClick={() => onView({ ...view, zoom: wholeWidth.zoom })}
      >
        {texts.fit}
      </Button>
      <Button
        look="text"
        size="small"
        data-view="whole"
        onClick={() => {
          const { clientWidth = 0, clientHeight = 0 } = frame.current ?? {};
          onView(wholeSheet(view, shape, { width: clientWidth, height: clientHeight }));
        }}
      >
        {texts.whole}
      </Button>
    </div>
  );
}
