import '../ui/styles/index.css';
import './portal.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router';
import { createQueryClient, forgetWords } from '../api/queries.js';
import { currentLanguage, onLanguageChange, setLanguage } from '../texts/index.js';
import { AnnouncerProvider } from '../ui/index.js';
import { createPortalRouter } from './routes.js';

setLanguage(currentLanguage());

const queries = createQueryClient();
onLanguageChange(() => void forgetWords(queries));

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <AnnouncerProvider>
          <RouterProvider router={createPortalRouter()} />
        </AnnouncerProvider>
      </QueryClientProvider>
    </StrictMode>,
  );
}
