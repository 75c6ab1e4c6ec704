/** Most bytes that archives may inflate to, unless told. A tab's memory ends sooner or later than this: it keeps a bomb from filling the machine's. */
export const DEFAULT_MAX_BYTES = 8 * 2 ** 30;
