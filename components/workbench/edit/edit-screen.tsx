'use client';

import { Skeleton } from '@/components/ui/skeleton';
import { useLazy } from '@/components/ui/use-lazy';
import type { EditPageProps } from './edit-page';

const loadPage = () => import('./edit-page');

/** The section Edit hunt; its script is loaded when it is first opened. */
export function EditScreen(props: EditPageProps) {
  const script = useLazy(loadPage);
  return script ? <script.EditPage {...props} /> : <Skeleton className="m-4 h-64" />;
}
