/** How a picture is looked at. `zoom` 1 fills the width of its frame; `turns` counts quarter turns to the right. */
export interface PictureView {
  readonly zoom: number;
  readonly turns: 0 | 1 | 2 | 3;
}

export const wholeWidth: PictureView = { zoom: 1, turns: 0 };

const STEPS = [0.5, 0.75, 1, 1.5, 2, 3, 4];

export function zoomIn(view: PictureView): PictureView {
  return { ...view, zoom: STEPS.find((step) => step > view.zoom) ?? view.zoom };
}

export function zoomOut(view: PictureView): PictureView {
  return { ...view, zoom: STEPS.findLast((step) => step < view.zoom) ?? view.zoom };
}

export function turnRight(view: PictureView): PictureView {
  return { ...view, turns: ((view.turns + 1) % 4) as PictureView['turns'] };
}

/**
 * Sizes of the paper and of the picture on it. A quarter turn swaps the sides, and the paper must follow or the
 * picture would be cut off where it cannot be scrolled to.
 */
export function pictureStyles(
  view: PictureView,
  size: { readonly width: number; readonly height: number },
): {
  readonly paper: { width: string; aspectRatio: string };
  readonly picture: { width: string; transform: string };
} {
  const sideways = view.turns % 2 === 1;
  const { width, height } = size;
  return {
    paper: {
      width: `${view.zoom * 100}%`,
      aspectRatio: sideways ? `${height} / ${width}` : `${width} / ${height}`,
    },
    picture: {
      width: sideways ? `${(width / height) * 100}%` : '100%',
      transform: `translate(-50%, -50%) rotate(${view.turns * 90}deg)`,
    },
  };
}

/** All of a sheet in sight at once; never larger than the width of its frame. */
export function wholeSheet(
  view: PictureView,
  shape: number,
  frame: { readonly width: number; readonly height: number },
): PictureView {
  const zoom = frame.width === 0 ? 1 : frame.height / (frame.width * shape);
  return { ...view, zoom: Math.min(1, Math.max(0.1, zoom)) };
}
