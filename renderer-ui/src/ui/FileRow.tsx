import type { ReactNode } from 'react';
import { Icon } from './Icon.js';
import { InJapanese } from './InJapanese.js';

interface FileRowProps {
  readonly name: string;
  /** Kind, size, state: whatever is said in small letters. */
  readonly meta: ReactNode;
  /** Address of a picture the browser can show; null draws a sheet. */
  readonly thumbnail?: string | null;
  /** 0 to 1 while it is on its way. */
  readonly progress?: number | null;
  readonly progressLabel?: string;
  readonly actions?: ReactNode;
}

export function FileRow(props: FileRowProps): ReactNode {
  const { name, meta, thumbnail, progress, progressLabel, actions } = props;
  return (
    <li className="tz-file">
      {thumbnail ? (
        <img className="tz-file__picture" src={thumbnail} alt="" />
      ) : (
        <span className="tz-file__picture">
          <Icon name="file" />
        </span>
      )}
      <div>
        <p className="tz-file__name">
          <InJapanese>{name}</InJapanese>
        </p>
        <p className="tz-file__meta">{meta}</p>
      </div>
      {actions && <div>{actions}</div>}
      {typeof progress === 'number' && (
        <div className="tz-file__progress">
          <progress className="tz-progress" value={progress} max={1} aria-label={progressLabel} />
        </div>
      )}
    </li>
  );
}

const UNITS = ['B', 'KB', 'MB', 'GB'];

/** 2,411,724 → 2.3 MB, with a space that does not break */
export function sizeText(bytes: number): string {
  let size = bytes;
  let unit = 0;
  while (size >= 1024 && unit < UNITS.length - 1) {
    size /= 1024;
    unit += 1;
  }
  const rounded = unit === 0 || size >= 100 ? Math.round(size) : Math.round(size * 10) / 10;
  return `${rounded.toLocaleString('en-US')}\u00a0${UNITS[unit]}`;
}
