import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { inlineAttachmentAddress } from '../../api/applications.js';
import type { AttachmentView } from '../../api/types.js';
import { useViewerTexts } from '../../texts/index.js';
import { Button, Spinner } from '../../ui/index.js';
import { drawPage, openPdf, shapeOf, type PdfDocument, type PdfPage } from './pdf-library.js';
import { wholeWidth } from './picture.js';
import { useFrameWidth } from './use-frame-width.js';
import { ViewTools } from './ViewTools.js';

type Opened = { readonly pdf: PdfDocument } | { readonly failed: true } | null;

/** A PDF page by page, drawn by us: nothing in it runs. PageDown at the foot of a page turns it. */
export function PdfFrame({ file }: { readonly file: AttachmentView }): ReactNode {
  const texts = useViewerTexts();
  const [opened, setOpened] = useState<Opened>(null);
  const [number, setNumber] = useState(1);
  const [page, setPage] = useState<PdfPage | null>(null);
  const [view, setView] = useState(wholeWidth);
  const [failed, setFailed] = useState(false);
  const { ref: frame, width } = useFrameWidth();
  const canvas = useRef<HTMLCanvasElement>(null);
  const text = useRef<HTMLDivElement>(null);
  const pdf = opened && 'pdf' in opened ? opened.pdf : null;
  const total = pdf?.numPages ?? 0;

  useEffect(() => {
    const leaving = new AbortController();
    openPdf(inlineAttachmentAddress(file.id), leaving.signal).then(
      (found) => setOpened({ pdf: found }),
      () => {
        if (!leaving.signal.aborted) setOpened({ failed: true });
      },
    );
    return () => leaving.abort();
  }, [file.id]);

  useEffect(() => {
    let here = true;
    pdf?.getPage(number).then(
      (found) => {
        if (here) setPage(found);
      },
      () => {
        if (here) setFailed(true);
      },
    );
    return () => {
      here = false;
    };
  }, [pdf, number]);

  const drawnWidth = Math.floor(width * view.zoom);
  useEffect(() => {
    if (!page || !canvas.current || !text.current || drawnWidth === 0) return;
    const leaving = new AbortController();
    const how = { width: drawnWidth, turns: view.turns };
    drawPage(page, how, canvas.current, text.current, leaving.signal).catch(() => {
      if (!leaving.signal.aborted) setFailed(true);
    });
    return () => leaving.abort();
  }, [page, drawnWidth, view.turns]);

  function turnTo(next: number): void {
    setNumber(Math.min(Math.max(next, 1), Math.max(total, 1)));
    frame.current?.scrollTo({ top: 0 });
  }
  function onKeyDown(event: KeyboardEvent<HTMLDivElement>): void {
    const { scrollTop, scrollHeight, clientHeight } = event.currentTarget;
    const step = { PageDown: 1, PageUp: -1 }[event.key];
    if (step === undefined) return;
    const atEnd = step > 0 ? scrollTop + clientHeight >= scrollHeight - 2 : scrollTop <= 2;
    if (!atEnd) return;
    event.preventDefault();
    turnTo(number + step);
  }

  if ((opened && 'failed' in opened) || failed) return <p className="desk-viewer__none">{texts.pdfFailed}</p>;
  const shape = page ? shapeOf(page, view.turns) : Math.SQRT2;
  return (
    <>
      <ViewTools view={view} onView={setView} frame={frame} shape={shape}>
        {total > 1 && (
          <>
            <Button
              size="small"
              blocked={number <= 1}
              data-page="previous"
              aria-label={texts.pagePrevious}
              onClick={() => turnTo(number - 1)}
            >
              {texts.short.previous}
            </Button>
            <label className="desk-viewer__page">
              <span className="tz-hidden">{texts.page}</span>
              <input
                type="number"
                inputMode="numeric"
                min={1}
                max={total}
                value={number}
                onChange={(event) => {
                  const typed = event.target.valueAsNumber;
                  if (Number.isInteger(typed) && typed >= 1 && typed <= total) turnTo(typed);
                }}
              />
              <span className="tz-number" role="status">
                {texts.pageOf(number, total)}
              </span>
            </label>
            <Button
              size="small"
              blocked={number >= total}
              data-page="next"
              aria-label={texts.pageNext}
              onClick={() => turnTo(number + 1)}
            >
              {texts.short.next}
            </Button>
          </>
        )}
      </ViewTools>
      <div
        ref={frame}
        className="desk-viewer__frame"
        role="region"
        aria-label={texts.pageLabel(file.name, number)}
        tabIndex={0}
        onKeyDown={onKeyDown}
      >
        {!page && <Spinner />}
        <div className="desk-viewer__sheet" style={{ width: drawnWidth, height: drawnWidth * shape }}>
          <canvas ref={canvas} className="desk-viewer__canvas" aria-hidden="true" />
          <div ref={text} className="desk-viewer__text" />
        </div>
      </div>
    </>
  );
}
