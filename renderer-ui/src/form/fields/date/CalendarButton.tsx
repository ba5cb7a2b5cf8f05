import { useState, type ReactNode } from 'react';
import { useFieldsTexts } from '../../../texts/index.js';
import { Button, comeLater } from '../../../ui/index.js';

const useCalendar = comeLater(() => import('./CalendarDialog.js'));

interface CalendarButtonProps {
  /** Of the question. */
  readonly title: string;
  readonly value: string | null;
  readonly onChoose: (day: string) => void;
}

/** Beside the boxes, for whoever would rather see the week. */
export function CalendarButton({ title, value, onChoose }: CalendarButtonProps): ReactNode {
  const texts = useFieldsTexts().calendar;
  const [open, setOpen] = useState(false);
  const later = useCalendar(open);
  return (
    <>
      <Button
        look="text"
        size="small"
        aria-haspopup="dialog"
        aria-label={texts.openFor(title)}
        onClick={() => setOpen(true)}
      >
        {texts.open}
      </Button>
      {later && (
        <later.CalendarDialog
          title={title}
          open={open}
          value={value}
          onClose={() => setOpen(false)}
          onChoose={(day) => {
            setOpen(false);
            onChoose(day);
          }}
        />
      )}
    </>
  );
}
