import { request } from './request.js';
import type { FormPreviewView } from '../../../src/publishing/form-preview.dto.js';

/** What stands in the link goes in the body, so that no log of addresses holds it. */
export const openFormPreview = (token: string): Promise<FormPreviewView> =>
  request('POST', '/api/form-previews', { token });
