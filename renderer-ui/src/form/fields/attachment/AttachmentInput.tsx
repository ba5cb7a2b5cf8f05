import { useRef, useState, type DragEvent, type ReactNode } from 'react';
import { useFormTexts } from '../../../texts/index.js';
import { Icon } from '../../../ui/index.js';
import { type FormFiles, useFormFiles, useFormState } from '../../session/form-session.js';
import type { FieldInputProps } from '../field-type.js';
import { AttachedFile } from './AttachedFile.js';
import { PendingFile } from './PendingFile.js';
import { PickButton } from './PickButton.js';
import { idsOf, pickerAccept, ruleOf, takesPictures } from './limits.js';

/** Picker, camera or drop; several at once; each file has its own line from the moment it was chosen. */
export function AttachmentInput({ field, pointer, control, value, onLeave }: FieldInputProps): ReactNode {
  const texts = useFormTexts();
  const files = useFormFiles();
  const rule = ruleOf(field);
  const ids = idsOf(value);
  const pending = files.pending(pointer);
  const room = rule.maxCount - ids.length - pending.filter((one) => one.failure === null).length;
  const first = useRef<HTMLButtonElement>(null);
  const [over, setOver] = useState(false);

  const take = (list: FileList | null): void => {
    if (list && list.length > 0) files.add(pointer, [...list]);
    onLeave();
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  const remove = (id: string): void => {
    files.remove(pointer, id);
    first.current?.focus();
  };
  return (
    <div
      className={over ? 'tz-attach tz-attach--over' : 'tz-attach'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      {(ids.length > 0 || pending.length > 0) && (
        <ul className="tz-attach__files">
          {ids.map((id) => (
            <OwnFile key={id} id={id} files={files} onRemove={() => remove(id)} />
          ))}
          {pending.map((one) => (
            <PendingFile key={one.key} one={one} id={`${control.id}-${one.key}`} files={files} />
          ))}
        </ul>
      )}
      {room > 0 ? (
        <div className="tz-attach__pick">
          <PickButton
            control={control}
            buttonRef={first}
            accept={pickerAccept(rule)}
            many={room > 1}
            onPick={take}
          >
            <Icon name="file" />
            {texts.attachment.choose}
          </PickButton>
          {takesPictures(rule) && (
            <span className="tz-attach__camera">
              <PickButton control={{ id: `${control.id}-camera` }} accept="image/*" capture onPick={take}>
                <Icon name="camera" />
                {texts.attachment.camera}
              </PickButton>
            </span>
          )}
          <p className="tz-attach__drop">{texts.attachment.drop}</p>
        </div>
      ) : (
        <p className="tz-quiet">{texts.attachment.full(rule.maxCount)}</p>
      )}
    </div>
  );
}

interface OwnFileProps {
  readonly id: string;
  readonly files: FormFiles;
  readonly onRemove: () => void;
}

/** Other answers say whether the same file stands elsewhere, too. */
function OwnFile({ id, files, onRemove }: OwnFileProps): ReactNode {
  const twin = useFormState(({ answers }) => files.twinOf(id, answers));
  return (
    <AttachedFile id={id} files={files} twin={twin} sizeBefore={files.sizeBefore(id)} onRemove={onRemove} />
  );
}
