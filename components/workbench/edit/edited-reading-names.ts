import type { ReadingKind } from '@/lib/engine/engine';

/** Of a text that is being edited, no reading is as it was published. */
export const EDITED_READING_NAMES: Record<ReadingKind, string> = { sql: 'SQL', pandas: 'pandas', hardened: 'Hardened' };
