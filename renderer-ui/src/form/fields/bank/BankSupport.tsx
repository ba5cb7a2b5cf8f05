import type { ReactNode } from 'react';
import { useFieldsTexts } from '../../../texts/index.js';

export function BankSupport(): ReactNode {
  return useFieldsTexts().bank.support;
}
