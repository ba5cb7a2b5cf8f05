import type { ReactNode } from 'react';
import type { AttachmentView } from '../../api/types.js';
import { cameraTimeText, useLanguage, useViewerTexts } from '../../texts/index.js';

/** When a photograph was taken, where its file says so. A clue and no proof: anybody can set a camera's clock. */
export function TakenAt({ file }: { readonly file: AttachmentView }): ReactNode {
  const texts = useViewerTexts();
  const language = useLanguage();
  if (file.takenAt === undefined) return null;
  return <span className="tz-quiet desk-small">{texts.takenAt(cameraTimeText(file.takenAt, language))}</span>;
}
