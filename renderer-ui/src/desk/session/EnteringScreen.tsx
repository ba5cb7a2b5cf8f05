import { useMutation, useQueryClient } from '../../api/query/index.js';
import { useState, type ReactNode } from 'react';
import { keys, useSite } from '../../api/queries.js';
import { proveStaffCode, signOut } from '../../api/session.js';
import { beginCodes } from '../../api/staff.js';
import type { CodesSetUp as SetUp, SessionView } from '../../api/types.js';
import { useStaffTexts } from '../../texts/index.js';
import { Button, Field, Header, Page, TextInput } from '../../ui/index.js';
import { useDeskTexts } from '../desk-texts.js';
import { RefusalBanner } from '../frame/RefusalBanner.js';
import { useSending } from '../frame/use-sending.js';
import { CodesSetUp } from '../own/CodesSetUp.js';
import { PasswordForm } from '../own/PasswordForm.js';
import { RecoveryCodeList } from '../own/RecoveryCodeList.js';
import { forgetExpiry } from './expiry.js';
import '../own/own.css';

type Entering = Extract<SessionView['subject'], { kind: 'entering' }>;

/** What an official still owes after the password: a code, a password of their own, or the set-up of codes. */
export function EnteringScreen({ entering }: { readonly entering: Entering }): ReactNode {
  const desk = useDeskTexts();
  const texts = useStaffTexts().entering;
  const site = useSite();
  const client = useQueryClient();
  const leave = useMutation({
    mutationFn: signOut,
    onSuccess: () => client.setQueryData(keys.session, { subject: null }),
  });
  const next = (session?: SessionView): void => {
    forgetExpiry();
    if (session) client.setQueryData(keys.session, session);
    else void client.invalidateQueries({ queryKey: keys.session });
  };
  const siteName = site.data?.name ?? desk.product;
  return (
    <>
      <Header site={siteName} sub={desk.product} home="/desk" navLabel={desk.product} links={[]}>
        <Button look="text" size="small" onClick={() => leave.mutate()}>
          {texts.leave}
        </Button>
      </Header>
      <Page
        title={texts[entering.step].title}
        site={siteName}
        width="narrow"
        focusKey={`enter ${entering.step}`}
      >
        <div className="tz-stack">
          {entering.step === 'code' && <CodeStep name={entering.name} onDone={next} />}
          {entering.step === 'password' && (
            <>
              <p>{texts.password.lead}</p>
              <PasswordForm first submit={texts.password.submit} onDone={() => next()} />
            </>
          )}
          {entering.step === 'enrolment' && <EnrolmentStep onDone={() => next()} />}
        </div>
      </Page>
    </>
  );
}

function CodeStep(props: {
  readonly name: string;
  readonly onDone: (session: SessionView) => void;
}): ReactNode {
  const texts = useStaffTexts().entering.code;
  const sending = useSending();
  const [code, setCode] = useState('');
  const [attempt, setAttempt] = useState(0);
  const missing = attempt > 0 && code.trim() === '' ? [texts.missing] : [];
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setAttempt((count) => count + 1);
        if (code.trim() !== '') void sending.send(async () => props.onDone(await proveStaffCode(code)));
      }}
    >
      <p>{texts.lead(props.name)}</p>
      <RefusalBanner error={sending.failure} />
      <Field id="entering-code" label={texts.label} required support={texts.help} errors={missing}>
        {(control) => (
          <TextInput
            {...control}
            chars={24}
            autoComplete="one-time-code"
            autoCapitalize="none"
            spellCheck={false}
            value={code}
            onChange={(event) => setCode(event.target.value)}
          />
        )}
      </Field>
      <Button type="submit" look="primary" size="large" blocked={sending.busy}>
        {texts.submit}
      </Button>
    </form>
  );
}

function EnrolmentStep({ onDone }: { readonly onDone: () => void }): ReactNode {
  const texts = useStaffTexts().entering;
  const sending = useSending();
  const [setUp, setSetUp] = useState<SetUp | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  if (codes !== null) return <RecoveryCodeList codes={codes} closing={texts.done} onClose={onDone} />;
  if (setUp !== null) return <CodesSetUp setUp={setUp} onDone={setCodes} />;
  return (
    <>
      <p>{texts.enrolment.lead}</p>
      <RefusalBanner error={sending.failure} />
      <Button
        look="primary"
        blocked={sending.busy}
        onClick={() => void sending.send(async () => setSetUp(await beginCodes('')))}
      >
        {texts.enrolment.begin}
      </Button>
    </>
  );
}
