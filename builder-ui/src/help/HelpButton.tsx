import { useState, type ReactNode } from 'react';
import { Button, Buttons, Dialog } from '../../../renderer-ui/src/ui/index.js';
import { type HelpTopic, useHelpTexts } from '../texts/help.js';
import './help.css';

/** A question mark beside a place: what it is for, in plain words. */
export function HelpButton({ topic }: { readonly topic: HelpTopic }): ReactNode {
  const texts = useHelpTexts();
  const [open, setOpen] = useState(false);
  const { title, paragraphs } = texts.topics[topic];
  return (
    <>
      <button
        type="button"
        className="help-button"
        aria-label={texts.helpAbout(title)}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        ？
      </button>
      <Dialog title={title} open={open} onClose={() => setOpen(false)}>
        {paragraphs.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
        <Buttons>
          <Button onClick={() => setOpen(false)}>{texts.close}</Button>
        </Buttons>
      </Dialog>
    </>
  );
}
