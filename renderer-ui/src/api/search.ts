/** The search of the engine, apart from the rest of it: whoever only looks for something need not load the form. */
export { nearestQuery, search, searchIndex, type SearchIndex } from '#engine';
