import { uprightExifOf, withSegment } from './exif-segment.js';

/** Small print on a sheet of A4 can be read at this many pixels of the longer side. */
const LONG_SIDE = 2_400;
const QUALITY = 0.85;
/** What a camera writes stands in the first segments. */
const HEAD = 256 * 1024;
/** A copy that saves less is not worth another generation of JPEG. */
const WORTH = 0.8;

/**
 * The same photograph upright, at most 2,400 pixels long, with what the camera wrote into it. Null where the picture is
 * small already, where that would save little, and where this browser cannot: then the original goes.
 */
export async function smallerPicture(file: File): Promise<File | null> {
  try {
    const exif = uprightExifOf(new Uint8Array(await file.slice(0, HEAD).arrayBuffer()));
    const drawn = await drawSmaller(file);
    if (drawn === null) return null;
    const whole = exif === null ? drawn : withSegment(drawn, exif);
    if (whole.size > file.size * WORTH) return null;
    return new File([whole], file.name, { type: 'image/jpeg', lastModified: file.lastModified });
  } catch {
    return null;
  }
}

async function drawSmaller(file: File): Promise<Blob | null> {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
  try {
    const scale = LONG_SIDE / Math.max(picture.width, picture.height);
    if (scale >= 1) return null;
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    const pen = canvas.getContext('2d', { alpha: false });
    if (!pen) return null;
    pen.imageSmoothingQuality = 'high';
    pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY));
  } finally {
    picture.close();
  }
}
