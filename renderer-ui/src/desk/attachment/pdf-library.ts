import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import workerAddress from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';

export type PdfDocument = PDFDocumentProxy;
export type PdfPage = PDFPageProxy;

/** Where the build puts what a PDF may need beside itself: character maps, the standard fonts, a decoder. */
const BESIDE = '/assets/pdf';

const library = import('pdfjs-dist/legacy/build/pdf.mjs').then((pdf) => {
  pdf.GlobalWorkerOptions.workerSrc = workerAddress;
  return pdf;
});

/** Opens a PDF that somebody uploaded. Scripts, forms of its own and addresses in it stay without effect. */
export async function openPdf(address: string, signal: AbortSignal): Promise<PdfDocument> {
  const pdf = await library;
  signal.throwIfAborted();
  const task = pdf.getDocument({
    url: address,
    disableRange: true,
    isEvalSupported: false,
    enableXfa: false,
    // WebAssembly would need a hole in the content policy.
    useWasm: false,
    useWorkerFetch: false,
    cMapUrl: `${BESIDE}/cmaps/`,
    standardFontDataUrl: `${BESIDE}/standard_fonts/`,
    wasmUrl: `${BESIDE}/wasm/`,
    // A page of a gigabyte of dots stops here, and not the browser.
    maxImageSize: 64 * 1024 * 1024,
    verbosity: 0,
  });
  signal.addEventListener('abort', () => void task.destroy());
  return task.promise;
}

/** Most dots of one drawn page: what a large screen shows at four times its width, and phones can hold. */
const MOST_DOTS = 24_000_000;

/**
 * Draws one page as wide as given, with its text above for search, selection and screen readers.
 *
 * @param width in CSS pixels
 */
export async function drawPage(
  page: PdfPage,
  { width, turns }: { readonly width: number; readonly turns: number },
  canvas: HTMLCanvasElement,
  text: HTMLElement,
  signal: AbortSignal,
): Promise<void> {
  const pdf = await library;
  const rotation = (page.rotate + turns * 90) % 360;
  const plain = page.getViewport({ scale: 1, rotation });
  const viewport = page.getViewport({ scale: width / plain.width, rotation });
  const dots = viewport.width * viewport.height;
  const density = Math.min(devicePixelRatio, Math.sqrt(MOST_DOTS / dots));
  const drawn = document.createElement('canvas');
  drawn.width = Math.floor(viewport.width * density);
  drawn.height = Math.floor(viewport.height * density);
  const drawing = page.render({ canvas: drawn, viewport, transform: [density, 0, 0, density, 0, 0] });
  const stop = (): void => drawing.cancel();
  signal.addEventListener('abort', stop);
  await drawing.promise;
  signal.removeEventListener('abort', stop);
  if (signal.aborted) return;
  // The page before stays until the next is there: nothing flickers while somebody enlarges.
  canvas.width = drawn.width;
  canvas.height = drawn.height;
  canvas.getContext('2d')?.drawImage(drawn, 0, 0);
  text.replaceChildren();
  text.style.setProperty('--total-scale-factor', String(viewport.scale));
  const layer = new pdf.TextLayer({ textContentSource: page.streamTextContent(), container: text, viewport });
  signal.addEventListener('abort', () => layer.cancel());
  await layer.render();
}

/** Height of a page for each unit of its width, turned as given. */
export function shapeOf(page: PdfPage, turns: number): number {
  const { width, height } = page.getViewport({ scale: 1, rotation: (page.rotate + turns * 90) % 360 });
  return height / width;
}
