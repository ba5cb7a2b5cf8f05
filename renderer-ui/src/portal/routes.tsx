import { createBrowserRouter } from 'react-router';
import { MyApplicationsScreen } from './applications/MyApplicationsScreen.js';
import { Frame } from './frame/Frame.js';
import { BrokenScreen, NotFoundScreen, OpeningScreen } from './frame/Failure.js';
import { HomeScreen } from './home/HomeScreen.js';
import { ProcedureScreen } from './procedure/ProcedureScreen.js';
import { ReceiptScreen } from './receipt/ReceiptScreen.js';
import { SignInScreen } from './session/SignInScreen.js';

/** The engine comes with these two; whoever only looks around need not wait for it. */
const fill = async () => ({ Component: (await import('./fill/FillScreen.js')).FillScreen });
const application = async () => ({
  Component: (await import('./applications/ApplicationScreen.js')).ApplicationScreen,
});

const register = async () => ({
  Component: (await import('./registration/RegistrationScreen.js')).RegistrationScreen,
});

/** The screens in the order an applicant meets them. */
export function createPortalRouter(): ReturnType<typeof createBrowserRouter> {
  return createBrowserRouter([
    {
      element: <Frame />,
      hydrateFallbackElement: <OpeningScreen />,
      children: [
        { path: '/', element: <HomeScreen /> },
        { path: '/procedures/:procedureId', element: <ProcedureScreen /> },
        { path: '/sign-in', element: <SignInScreen /> },
        { path: '/register/:step?', lazy: register, errorElement: <BrokenScreen /> },
        { path: '/drafts/:draftId/:step?', lazy: fill, errorElement: <BrokenScreen /> },
        { path: '/applications', element: <MyApplicationsScreen /> },
        { path: '/applications/:applicationId', lazy: application, errorElement: <BrokenScreen /> },
        { path: '/applications/:applicationId/receipt', element: <ReceiptScreen /> },
        { path: '*', element: <NotFoundScreen /> },
      ],
    },
  ]);
}
