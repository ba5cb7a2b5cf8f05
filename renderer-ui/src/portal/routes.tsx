import { createBrowserRouter } from 'react-router';
import { ApplicationScreen } from './applications/ApplicationScreen.js';
import { MyApplicationsScreen } from './applications/MyApplicationsScreen.js';
import { FillScreen } from './fill/FillScreen.js';
import { Frame } from './frame/Frame.js';
import { NotFoundScreen } from './frame/Failure.js';
import { HomeScreen } from './home/HomeScreen.js';
import { ProcedureScreen } from './procedure/ProcedureScreen.js';
import { ReceiptScreen } from './receipt/ReceiptScreen.js';
import { SignInScreen } from './session/SignInScreen.js';

/** The screens in the order an applicant meets them. */
export function createPortalRouter(): ReturnType<typeof createBrowserRouter> {
  return createBrowserRouter([
    {
      element: <Frame />,
      children: [
        { path: '/', element: <HomeScreen /> },
        { path: '/procedures/:procedureId', element: <ProcedureScreen /> },
        { path: '/sign-in', element: <SignInScreen /> },
        { path: '/drafts/:draftId/:step?', element: <FillScreen /> },
        { path: '/applications', element: <MyApplicationsScreen /> },
        { path: '/applications/:applicationId', element: <ApplicationScreen /> },
        { path: '/applications/:applicationId/receipt', element: <ReceiptScreen /> },
        { path: '*', element: <NotFoundScreen /> },
      ],
    },
  ]);
}
