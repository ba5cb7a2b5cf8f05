import type { ReactNode } from 'react';
import type { DeskApplicationView } from '../../api/types.js';
import { ActionDialog } from '../action/ActionDialog.js';
import type { ActionForm } from '../action/action-form.js';
import { HoldDialog } from '../action/HoldDialog.js';
import type { Change } from '../action/use-change.js';
import { useDeskTexts } from '../desk-texts.js';
import type { Form } from '../../form/index.js';
import { OverrideDialog } from './override/OverrideDialog.js';
import type { Task } from './task.js';

interface TaskDialogProps {
  readonly task: Task;
  readonly application: DeskApplicationView;
  /** The form of the answers; null until it is there. */
  readonly answers: Form | null;
  readonly change: Change;
  readonly form: ActionForm;
  readonly onForm: (form: ActionForm) => void;
  readonly onClose: () => void;
  readonly onDone: (title: string, after: DeskApplicationView) => void;
  readonly onLoad: (present: DeskApplicationView) => void;
}

/** The dialog in which a task ends; a correction comes to it once its points are written. */
export function TaskDialog({ task, answers, onDone, ...rest }: TaskDialogProps): ReactNode {
  const texts = useDeskTexts();
  if (task.kind === 'hold')
    return <HoldDialog {...rest} onDone={(after) => onDone(texts.hold.done, after)} />;
  if (task.kind === 'override')
    return answers && <OverrideDialog {...rest} {...task} answers={answers} onDone={onDone} />;
  if (task.kind === 'correction' && !task.confirming) return null;
  const { action } = task;
  return (
    <ActionDialog
      key={action.name}
      {...rest}
      action={action}
      onDone={(after) => onDone(texts.actions.done(action.title), after)}
    />
  );
}
