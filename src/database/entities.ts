import type { EntitySchema } from 'typeorm';

/** Every entity of the product. A list and not a search through folders, so that a missing one is a compile error. */
export const entities: (EntitySchema | (new () => object))[] = [];
