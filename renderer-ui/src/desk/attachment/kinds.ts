import type { AttachmentView } from '../../api/types.js';

const PICTURES = ['image/jpeg', 'image/png', 'image/webp', 'image/gif'];

/** Pictures every browser draws; HEIC is none of them. */
export function isPicture(file: AttachmentView): boolean {
  return PICTURES.includes(file.mediaType);
}

export function isPdf(file: AttachmentView): boolean {
  return file.mediaType === 'application/pdf';
}
