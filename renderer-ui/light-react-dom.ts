import type { ESTree, Plugin } from 'vite';

/**
 * A sixth of react-dom serves what no screen of ours draws. Here stands which functions lead there, and what each
 * answers where there is none of it: mostly nothing. What only they called goes with them when the build looks for
 * unused code; everything else is the library's own. `MEANT_FOR` names what a screen would have to use to need them,
 * and the build fails if one does.
 */
const ANSWERS: Readonly<Record<string, string>> = {
  ...nothing(
    // Pages that a server drew with React: ours are drawn where they are read.
    'resetHydrationState prepareToHydrateHostInstance queueHydrationError throwOnHydrationMismatch canHydrateInstance',
    'canHydrateTextInstance canHydrateHydrationBoundary getNextHydratable mountHostRootWithoutHydrating',
    'getNextHydratableInstanceAfterHydrationBoundary getParentHydrationBoundary updateDehydratedSuspenseComponent',
    'retrySuspenseComponentWithoutHydrating retryDehydratedSuspenseBoundary commitSuspenseHydrationCallbacks',
    'clearHydrationBoundary hideOrUnhideDehydratedBoundary attemptExplicitHydrationTarget',
    'attemptContinuousHydration attemptHydrationAtCurrentPriority pushDehydratedActivitySuspenseHandler',
    // Pictures of the change from one screen to the next.
    'trackEnterViewTransitions commitAppearingPairViewTransitions commitEnterViewTransitions',
    'commitExitViewTransitions commitDeletedPairViewTransitions commitNestedViewTransitions getViewTransitionName',
    'getViewTransitionClassName restorePairedViewTransitions restoreEnterOrExitViewTransitions',
    'restoreNestedViewTransitions measureNestedViewTransitions measureViewTransitionHostInstancesRecursive',
    'applyViewTransitionToHostInstances restoreViewTransitionOnHostInstances scheduleViewTransitionEvent',
    'reportViewTransitionError startViewTransition createViewTransitionInstance',
    // Elements that React moves to the page's head, and files fetched ahead by name.
    'getResource acquireResource createHoistableInstance mountHoistable getHydratableHoistableCache preloadResource',
    'preloadResourceAndSuspendIfNeeded suspendResource preload preloadModule preinitStyle preinitScript',
    'preinitModuleScript prefetchDNS preconnect',
    // Parts kept drawn while hidden, and lists that come in order.
    'updateActivityComponent commitActivityHydrationCallbacks updateSuspenseListComponent initSuspenseListRenderState',
    // Forms whose sending is a function.
    'mountActionState updateActionState rerenderActionState startHostTransition',
    // Selections and what is about to be typed, told by React's own events; browsers that know no `input` event.
    'constructSelectEvent getNativeBeforeInputChars getFallbackBeforeInputChars isFallbackCompositionEnd getData',
    'getTargetInstForInputEventPolyfill handleEventsForInputEventPolyfill',
  ),
  listenToNativeEvent: `/^(?:keypress|keyup|textInput|selectionchange)$/.test(domEventName) ||
    addTrappedEventListener(target, domEventName, isCapturePhaseListener ? 4 : 0, isCapturePhaseListener)`,
  popHydrationState: 'return !1',
  isHostHoistableType: 'return !1',
  upgradeHydrationErrorsToRecoverable: 'return null',
};

/** Properties of elements whose events come with every key, four for one, and that nothing of ours listens to. */
const UNHEARD = /\bon(?:KeyPress|KeyUp|BeforeInput|Select)(?:Capture)?(?==\{|: )/;

const MEANT_FOR =
  /^(?:hydrateRoot|Activity|(?:unstable_)?(?:SuspenseList|ViewTransition)|useActionState|useFormState|useFormStatus|preload\w*|preinit\w*|prefetchDNS|preconnect)$/;

export function lightReactDom(): Plugin {
  return {
    name: 'light-react-dom',
    transform(code, id) {
      if (/\/node_modules\/(?:react|scheduler)\//.test(id)) return null;
      if (!/\/node_modules\/react-dom\//.test(id)) {
        const needed = takenFromReact(code).find((name) => MEANT_FOR.test(name)) ?? UNHEARD.exec(code)?.[0];
        if (needed)
          this.error(`${id} uses ${needed}, whose code lightReactDom takes out of the browser's react-dom`);
        return null;
      }
      if (id.endsWith('/react-dom.production.js'))
        return { code: withoutExports(code, this.parse(code)), map: null };
      if (!id.endsWith('/react-dom-client.production.js')) return null;
      const bodies = this.parse(code).body.flatMap(bodyOfFunction);
      if (bodies.length < Object.keys(ANSWERS).length)
        this.error('react-dom is built otherwise than lightReactDom knows it');
      const light = bodies
        .toReversed()
        .reduce(
          (text, { start, end, answer }) => `${text.slice(0, start)}{${answer}}${text.slice(end)}`,
          code,
        );
      return { code: light, map: null };
    },
  };
}

function nothing(...names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.flatMap((line) => line.split(' ')).map((name) => [name, '']));
}

/** Where the body of a function stands that gets another answer. */
function bodyOfFunction(
  statement: ESTree.Program['body'][number],
): readonly { readonly start: number; readonly end: number; readonly answer: string }[] {
  if (statement.type !== 'FunctionDeclaration' || !statement.id || !statement.body) return [];
  const answer = ANSWERS[statement.id.name];
  return answer === undefined ? [] : [{ start: statement.body.start, end: statement.body.end, answer }];
}

/** The library's front door without what nothing leads to: `exports.preload = function …`. */
function withoutExports(code: string, { body }: ESTree.Program): string {
  const [kept, gone]: [string[], string[]] = [[], []];
  for (const { start, end } of body) {
    const text = code.slice(start, end);
    const name = /^exports\.(\w+) = function/.exec(text)?.[1] ?? '';
    (MEANT_FOR.test(name) ? gone : kept).push(text);
  }
  if (gone.length === 0) throw new Error('react-dom is built otherwise than lightReactDom knows it');
  return kept.join('\n');
}

/** `import { useState } from 'react'`, `React.useState`: the names a module takes from either library. */
function takenFromReact(code: string): readonly string[] {
  const imported = [
    ...code.matchAll(/import\s*(?:\w+\s*,\s*)?\{([^}]*)\}\s*from\s*['"]react(?:-dom(?:\/client)?)?['"]/g),
  ];
  return [
    ...imported.flatMap(([, names = '']) =>
      names.split(',').map((one) => one.trim().split(/\s+as\s+/)[0] ?? ''),
    ),
    ...[...code.matchAll(/\b(?:React|ReactDOM)\.(\w+)/g)].map(([, name = '']) => name),
  ];
}
