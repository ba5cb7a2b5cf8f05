/** What other editors of a file with a schema use of the inspector. */
export { isMembers, type Members, readDraftWorkflow, textOf } from './draft-workflow.js';
export { InspectorProvider, type InspectorPart, problemsAt } from './inspector-context.js';
export { applied } from './part-change.js';
export { SchemaFields } from './SchemaFields.js';
export { resolved, type SchemaNode, wordsOf } from './workflow-schema.js';
