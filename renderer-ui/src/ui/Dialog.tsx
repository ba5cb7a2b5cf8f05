import { useId, useLayoutEffect, useRef, type ReactNode } from 'react';

interface DialogProps {
  readonly title: string;
  readonly open: boolean;
  /** Escape, or whatever the caller's buttons do. */
  readonly onClose: () => void;
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/** A native modal dialog: the browser keeps the focus inside and gives it back at the end. */
export function Dialog({ title, open, onClose, wide, children }: DialogProps): ReactNode {
  const titleId = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  // Closed before it is taken away, it gives the focus back; taken away while it is open, it leaves it nowhere.
  useLayoutEffect(() => {
    if (!open) return;
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, [open]);
  return (
    <dialog
      ref={dialog}
      className={wide ? 'tz-dialog tz-dialog--wide' : 'tz-dialog'}
      aria-labelledby={open ? titleId : undefined}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      {open && (
        <div className="tz-dialog__inner">
          <h2 id={titleId} className="tz-dialog__title" tabIndex={-1} data-quiet-focus autoFocus>
            {title}
          </h2>
          {children}
        </div>
      )}
    </dialog>
  );
}
