import type { ReadingKind } from '@/lib/engine/engine';

export const READING_NAMES: Record<ReadingKind, string> = { sql: 'Published SQL', pandas: 'Published pandas', hardened: 'Hardened' };

/** Where there is little room. */
export const SHORT_READING_NAMES: Record<ReadingKind, string> = { sql: 'SQL', pandas: 'pandas', hardened: 'hardened' };
