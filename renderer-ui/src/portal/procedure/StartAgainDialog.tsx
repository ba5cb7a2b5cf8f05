import { useState, type ReactNode } from 'react';
import type { DraftListItem } from '../../api/types.js';
import { dateTimeText, useMeetingTexts, useLanguage } from '../../texts/index.js';
import { Button, ButtonLink, Buttons, Dialog } from '../../ui/index.js';

interface StartAgainDialogProps {
  /** The draft that is there already. */
  readonly draft: DraftListItem;
  readonly open: boolean;
  readonly busy: boolean;
  readonly onClose: () => void;
  /** Begins another one; with `replace` the one that is there is deleted. */
  readonly onStart: (replace: boolean) => void;
}

/** Somebody who begins again has most often forgotten that they had begun. */
export function StartAgainDialog(props: StartAgainDialogProps): ReactNode {
  const { draft, open, busy, onClose, onStart } = props;
  const texts = useMeetingTexts().start;
  const language = useLanguage();
  const [sure, setSure] = useState(false);
  const close = (): void => {
    setSure(false);
    onClose();
  };
  return (
    <Dialog title={texts.title} open={open} onClose={close}>
      {draft.subject !== null && <p>{draft.subject}</p>}
      <p className="tz-quiet">{texts.body(dateTimeText(draft.savedAt, language))}</p>
      {sure ? (
        <>
          <p>{texts.replaceSure}</p>
          <Buttons>
            <Button look="danger" blocked={busy} onClick={() => onStart(true)}>
              {texts.replaceYes}
            </Button>
            <Button onClick={() => setSure(false)}>{texts.cancel}</Button>
          </Buttons>
        </>
      ) : (
        <Buttons>
          <ButtonLink look="primary" to={`/drafts/${draft.id}`}>
            {texts.resume}
          </ButtonLink>
          <Button blocked={busy} onClick={() => onStart(false)}>
            {texts.another}
          </Button>
          <Button onClick={() => setSure(true)}>{texts.replace}</Button>
          <Button look="text" onClick={close}>
            {texts.cancel}
          </Button>
        </Buttons>
      )}
    </Dialog>
  );
}
