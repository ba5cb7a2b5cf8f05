/** A row `f` of desk_file as the API shows it. */
export const deskFileJson = `jsonb_build_object('id', f.id, 'name', f.name, 'mediaType', f.media_type, 'bytes', f.bytes)`;
