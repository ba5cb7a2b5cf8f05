import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { createQueryClient } from '../api/queries.js';
import { openInLanguage } from '../texts/index.js';
import { AnnouncerProvider, fetchFonts } from '../ui/index.js';
import '../ui/styles/index.css';
import './styles/index.css';
import { DeskApp } from './DeskApp.js';
import { watchForExpiry } from './session/expiry.js';

const client = createQueryClient();
watchForExpiry(client);
fetchFonts();
await openInLanguage();

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <BrowserRouter>
          <AnnouncerProvider>
            <DeskApp />
          </AnnouncerProvider>
        </BrowserRouter>
      </QueryClientProvider>
    </StrictMode>,
  );
}
