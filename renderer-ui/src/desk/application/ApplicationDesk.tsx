import { useEffect, useState, type ReactNode } from 'react';
import { assignApplication, releaseApplication } from '../../api/desk.js';
import { useProcedure } from '../../api/queries.js';
import type { ActionView, DeskApplicationView } from '../../api/types.js';
import { useCaseTexts } from '../../texts/index.js';
import { useNavigate } from '../../router/index.js';
import { ActionBar } from '../action/ActionBar.js';
import { ChangeRefused } from '../action/ChangeRefused.js';
import { useStoredForms } from '../action/stored-form.js';
import { useChange } from '../action/use-change.js';
import { AttachmentViewer } from '../attachment/AttachmentViewer.js';
import { provenBy } from '../attachment/proofs.js';
import { useViewing, ViewingContext } from '../attachment/use-viewing.js';
import { CorrectionComposer } from '../correction/CorrectionComposer.js';
import { togglePoint } from '../correction/correction-points.js';
import { useDeskTexts } from '../desk-texts.js';
import { isRoomy, useRoomy } from '../frame/screen-width.js';
import { RefusalBanner } from '../frame/RefusalBanner.js';
import { useShortcuts } from '../frame/shortcuts.js';
import { focusControl } from '../../ui/index.js';
import { useNextCase } from '../queue/use-next-case.js';
import { correctables, linesOf } from './answers/answer-outline.js';
import { AnswersPanel } from './answers/AnswersPanel.js';
import { useOutline } from './answers/use-outline.js';
import './casework/casework.css';
import { defectPoints } from './casework/defect-points.js';
import { markAnswer } from './casework/mark-answer.js';
import { ChangedUnderneath } from './casework/Others.js';
import { CaseworkContext, useCasework } from './casework/use-casework.js';
import { ConcealedContext, useConcealed } from './concealed/use-concealed.js';
import { OverrideContext } from './override/use-override.js';
import { ApplicationHead } from './ApplicationHead.js';
import { ApplicationRail } from './ApplicationRail.js';
import { crossOver } from './cross-over.js';
import { DoneBanner, type Done } from './DoneBanner.js';
import { formName, type Task } from './task.js';
import { TaskDialog } from './TaskDialog.js';
import { useFreshNotices } from './use-fresh-notices.js';

/** One application: answers and files on one side, the state of the review on the other, the actions below. */
export function ApplicationDesk({ application }: { readonly application: DeskApplicationView }): ReactNode {
  const texts = useDeskTexts();
  const caseTexts = useCaseTexts();
  const navigate = useNavigate();
  const { id, lock } = application;
  const { change, load } = useChange(id);
  const outline = useOutline(application);
  const concealed = useConcealed(application);
  const procedure = useProcedure(application.procedureId);
  const notices = useFreshNotices(application);
  const forms = useStoredForms(id);
  const [task, setTask] = useState<Task | null>(null);
  const [done, setDone] = useState<Done | null>(null);
  const casework = useCasework(id, task !== null);
  const { lock: presentLock = lock } = casework.data ?? {};
  const isStale = presentLock > lock && !change.isPending && !change.error;
  const viewing = useViewing(application);
  const viewed = viewing.current;
  const roomy = useRoomy();
  const { nextId, backTo } = useNextCase(id);
  const composing = task?.kind === 'correction' ? task : null;
  const composed = composing?.action.name;
  const form = task && forms.get(formName(task));

  useShortcuts({
    c: () => markAnswer('checked'),
    d: () => markAnswer('defect'),
    a: () => document.querySelector<HTMLElement>('.desk-bar button')?.focus(),
    s: crossOver,
    n: () => {
      if (nextId !== null) void navigate(`/desk/applications/${encodeURIComponent(nextId)}`);
    },
    q: () => void navigate(backTo),
  });
  useEffect(() => {
    if (done) document.getElementById('desk-done')?.focus();
  }, [done]);
  useEffect(() => {
    if (composed === undefined) return;
    // Where there is no room beside the answers, the points are written below them: ticking comes first.
    focusControl(isRoomy() ? 'desk-composer-title' : 'desk-answers');
  }, [composed]);

  function begin(next: Task): void {
    change.reset();
    setDone(null);
    setTask(next);
  }
  function open(action: ActionView): void {
    if (!action.requires.targets) return begin({ kind: 'action', action });
    const typed = forms.get(action.name);
    const defects =
      outline.state === 'ready'
        ? defectPoints(casework.data?.annotations ?? [], correctables(outline.pages))
        : [];
    forms.set(action.name, {
      ...typed,
      publicReason: typed.publicReason === '' ? texts.correction.noteDefault : typed.publicReason,
      points: typed.points.length > 0 ? typed.points : defects,
    });
    begin({ kind: 'correction', action, confirming: false });
  }
  function finish(title: string, after: DeskApplicationView): void {
    if (task) forms.forget(formName(task));
    setTask(null);
    setDone({ title, stage: after.stageTitle });
  }
  function alter(title: string, run: () => Promise<DeskApplicationView>): void {
    change.mutate(run, { onSuccess: (after) => finish(title, after) });
  }
  function toggle(target: { path: string; label: string }): void {
    if (!composing || !form || outline.state !== 'ready') return;
    const order = correctables(outline.pages).map(({ path }) => path);
    forms.set(composing.action.name, { ...form, points: togglePoint(form.points, target, order) });
  }

  const overriding = { begin: (path: string, back: boolean) => begin({ kind: 'override', path, back }) };
  const lines = outline.state === 'ready' ? outline.pages.flatMap(({ blocks }) => linesOf(blocks)) : [];
  const selection =
    composing && form ? { ticked: new Set(form.points.map(({ path }) => path)), onToggle: toggle } : null;
  return (
    <CaseworkContext value={casework}>
      <ConcealedContext value={concealed}>
        <OverrideContext value={overriding}>
          <ViewingContext value={viewing}>
            <div className="desk-case">
              <ApplicationHead application={application} backTo={backTo} nextId={nextId} />
              {done && <DoneBanner done={done} nextId={nextId} backTo={backTo} />}
              <RefusalBanner error={concealed.failure} />
              <RefusalBanner error={casework.failure} />
              {isStale && <ChangedUnderneath id={id} lock={presentLock} onLoad={load} />}
              {!task && <ChangeRefused error={change.error} onLoad={load} />}
              <div
                className="desk-case__columns"
                data-viewing={viewed !== null}
                data-composing={composing !== null}
              >
                <section className="desk-case__answers" aria-labelledby="desk-answers">
                  <h2 id="desk-answers" className="tz-hidden" tabIndex={-1}>
                    {texts.application.answers}
                  </h2>
                  <AnswersPanel
                    application={application}
                    outline={outline}
                    selection={selection}
                    onView={(file) => viewing.show(file, null)}
                  />
                </section>
                <section
                  id="desk-rail"
                  className="desk-case__rail"
                  aria-labelledby="desk-review"
                  // It scrolls by itself beside the answers; without this only a mouse could scroll it.
                  tabIndex={roomy ? 0 : -1}
                >
                  <h2 id="desk-review" className="tz-hidden">
                    {texts.application.rail}
                  </h2>
                  {composing && form && (
                    <CorrectionComposer
                      action={composing.action}
                      reasons={application.reasons}
                      form={form}
                      onForm={(next) => forms.set(composing.action.name, next)}
                      onConfirm={() => setTask({ ...composing, confirming: true })}
                      onCancel={() => setTask(null)}
                    />
                  )}
                  <ApplicationRail
                    application={{ ...application, notices: [...notices] }}
                    criteria={
                      new Map(procedure.data?.criteria.map((criterion) => [criterion.id, criterion.title]))
                    }
                    onAssign={(assignee) =>
                      alter(assignee === null ? texts.status.released : texts.status.claimed, () =>
                        assignApplication(id, assignee),
                      )
                    }
                    onPermit={(run) => alter(caseTexts.secondCorrection.done, run)}
                    onResume={() => alter(texts.hold.released, () => releaseApplication(id, lock))}
                  />
                </section>
                {viewed !== null && (
                  <AttachmentViewer
                    files={application.attachments}
                    current={viewed}
                    proven={provenBy(application, viewed, lines)}
                    onChange={(file) =>
                      viewing.show(file, provenBy(application, file, lines)[0]?.path ?? null)
                    }
                    onClose={viewing.close}
                  />
                )}
              </div>
            </div>
            <ActionBar
              application={application}
              ticked={selection && selection.ticked.size}
              onAction={open}
              onHold={() => begin({ kind: 'hold' })}
            />
            {task && form && (
              <TaskDialog
                task={task}
                application={application}
                answers={outline.state === 'ready' ? outline.form : null}
                change={change}
                form={form}
                onForm={(next) => forms.set(formName(task), next)}
                onClose={() => {
                  change.reset();
                  setTask(composing ? { ...composing, confirming: false } : null);
                }}
                onDone={finish}
                onLoad={load}
              />
            )}
          </ViewingContext>
        </OverrideContext>
      </ConcealedContext>
    </CaseworkContext>
  );
}
