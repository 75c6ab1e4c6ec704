import { hostInflater } from '@/lib/ingest/inflater';

hostInflater(self);
