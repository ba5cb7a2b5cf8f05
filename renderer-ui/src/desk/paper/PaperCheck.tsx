import { useState, type ReactNode } from 'react';
import { discardPaper, submitPaper } from '../../api/paper.js';
import { useMutation } from '../../api/query/index.js';
import type { Receipt, SetAside } from '../../api/types.js';
import type { Problem } from '../../form/index.js';
import { useDeskPaperTexts } from '../../texts/index.js';
import { Banner, Button, Buttons, ChoiceBox, Dialog, Field, TextInput } from '../../ui/index.js';
import { useDeskTexts } from '../desk-texts.js';
import { RefusalBanner } from '../frame/RefusalBanner.js';
import { AskSecondEntry } from './AskSecondEntry.js';
import type { PaperSaver } from './use-paper-saver.js';

/** What a paper may lack; what is there and wrong is mended. */
const LACKS: readonly string[] = ['required', 'consent-required', 'too-few'];

interface PaperCheckProps {
  readonly draftId: string;
  readonly problems: readonly Problem[];
  readonly sentence: (problem: Problem) => string;
  readonly setAside: readonly SetAside[];
  readonly onSetAside: (setAside: readonly SetAside[]) => void;
  readonly hasScan: boolean;
  readonly sending: boolean;
  /** A second official keys in a part of it before it can be submitted. */
  readonly keyedTwice: boolean;
  readonly saver: PaperSaver;
  readonly onGoTo: (problem: Problem) => void;
  readonly onReceipt: (receipt: Receipt) => void;
  readonly onGone: () => void;
}

/** The last look: what is left to mend, what the paper cannot bring, and the submission. */
export function PaperCheck(props: PaperCheckProps): ReactNode {
  const { draftId, problems, sentence, setAside, onSetAside, hasScan, sending, saver, onGoTo } = props;
  const texts = useDeskPaperTexts().fill;
  const { signs } = useDeskTexts();
  const [tried, setTried] = useState(false);
  const [discarding, setDiscarding] = useState(false);
  const asideOf = ({ path, code }: Problem): SetAside | undefined =>
    setAside.find((one) => one.path === path && one.code === code);
  const errors = problems.filter(({ level }) => level === 'error');
  const left = errors.filter((problem) => !asideOf(problem));
  const unreasoned = errors.some((problem) => asideOf(problem)?.reason.trim() === '');
  const submission = useMutation({
    mutationFn: async () => {
      await saver.flush();
      const used = setAside.filter(({ path, code }) =>
        errors.some((problem) => problem.path === path && problem.code === code),
      );
      return submitPaper(draftId, {
        revision: saver.revision(),
        answers: saver.answers(),
        setAside: used.map((one) => ({ ...one, reason: one.reason.trim() })),
      });
    },
    onSuccess: props.onReceipt,
  });
  const discard = useMutation({ mutationFn: () => discardPaper(draftId), onSuccess: props.onGone });
  const ready = left.length === 0 && !unreasoned && hasScan && !sending;
  function put({ path, code }: Problem, reason: string | null): void {
    const others = setAside.filter((one) => one.path !== path || one.code !== code);
    onSetAside(reason === null ? others : [...others, { path, code, reason }]);
  }
  return (
    <div className="tz-stack">
      {errors.length === 0 ? (
        <Banner tone="success" title={texts.noProblems} />
      ) : (
        <Banner
          tone={left.length > 0 ? 'error' : 'warning'}
          title={left.length > 0 ? texts.problems(left.length) : texts.noProblems}
        >
          <p>{texts.asideHelp}</p>
        </Banner>
      )}
      <ul className="desk-keyin__problems">
        {errors.map((problem) => {
          const aside = asideOf(problem);
          const key = `${problem.path} ${problem.code}`;
          return (
            <li key={key}>
              <p>{sentence(problem)}</p>
              <Button size="small" look="text" onClick={() => onGoTo(problem)}>
                {texts.goTo}
                <span className="tz-hidden">{signs.colon + sentence(problem)}</span>
              </Button>
              {LACKS.includes(problem.code) && (
                <ChoiceBox
                  kind="checkbox"
                  checked={aside !== undefined}
                  onChange={({ target }) => put(problem, target.checked ? '' : null)}
                >
                  {texts.aside}
                </ChoiceBox>
              )}
              {aside && (
                <Field
                  label={texts.asideReason}
                  required
                  errors={tried && aside.reason.trim() === '' ? [texts.asideMissing] : []}
                >
                  {(control) => (
                    <TextInput
                      {...control}
                      maxLength={300}
                      value={aside.reason}
                      onChange={({ target }) => put(problem, target.value)}
                    />
                  )}
                </Field>
              )}
            </li>
          );
        })}
      </ul>
      {!hasScan && <Banner tone="warning" title={texts.noScan} />}
      {sending && <Banner tone="info" role="status" title={texts.sending} />}
      {props.keyedTwice && <AskSecondEntry draftId={draftId} saver={saver} />}
      <RefusalBanner error={submission.error} />
      <Buttons>
        <Button
          look="primary"
          data-next-page
          blocked={!ready || submission.isPending}
          onClick={() => {
            setTried(true);
            submission.mutate();
          }}
        >
          {submission.isPending ? texts.submitting : texts.submit}
        </Button>
        <Button look="text" onClick={() => setDiscarding(true)}>
          {texts.discard}
        </Button>
      </Buttons>
      <Dialog title={texts.discardTitle} open={discarding} onClose={() => setDiscarding(false)}>
        <p>{texts.discardLead}</p>
        <RefusalBanner error={discard.error} />
        <Buttons>
          <Button look="danger" blocked={discard.isPending} onClick={() => discard.mutate()}>
            {texts.discard}
          </Button>
          <Button onClick={() => setDiscarding(false)}>{texts.cancel}</Button>
        </Buttons>
      </Dialog>
    </div>
  );
}
