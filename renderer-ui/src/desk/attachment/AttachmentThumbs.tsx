import type { ReactNode } from 'react';
import { inlineAttachmentAddress } from '../../api/applications.js';
import type { AttachmentView } from '../../api/types.js';
import { useViewerTexts } from '../../texts/index.js';
import { Icon, sizeText } from '../../ui/index.js';
import { isPicture } from './kinds.js';
import { TakenAt } from './TakenAt.js';

interface AttachmentThumbsProps {
  readonly files: readonly AttachmentView[];
  readonly onView: (attachmentId: string) => void;
}

export function AttachmentThumbs({ files, onView }: AttachmentThumbsProps): ReactNode {
  const texts = useViewerTexts();
  return (
    <ul className="desk-thumbs">
      {files.map((file) => (
        <li key={file.id}>
          <button
            type="button"
            className="desk-thumb"
            aria-label={texts.open(file.name)}
            data-attachment={file.id}
            onClick={() => onView(file.id)}
          >
            {isPicture(file) ? (
              <img
                className="desk-thumb__picture"
                src={inlineAttachmentAddress(file.id)}
                alt=""
                loading="lazy"
              />
            ) : (
              <span className="desk-thumb__picture">
                <Icon name="file" />
              </span>
            )}
            <span className="desk-thumb__name">
              {file.name}
              <span className="tz-quiet desk-small">{sizeText(file.bytes)}</span>
              <TakenAt file={file} />
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
