import { hostInflater } from '@/lib/ingest/inflater';
import { tellRequests } from './worker-requests';

hostInflater(self);
tellRequests(self);
