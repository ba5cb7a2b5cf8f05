/** Every column that refers to content of the file store. What none of them names may go. */
export const fileReferences = [
  { table: 'attachment', column: 'sha256' },
  { table: 'desk_file', column: 'sha256' },
  { table: 'drawn_paper', column: 'pdf_sha256' },
  { table: 'export', column: 'sha256' },
  { table: 'message_file', column: 'sha256' },
  { table: 'notice', column: 'pdf_sha256' },
  { table: 'notice_proof', column: 'pdf_sha256' },
  { table: 'notice_proof', column: 'seal_sha256' },
] as const;
