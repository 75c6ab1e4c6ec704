import { Button } from '@/components/ui/button';
import { ErrorNotice } from '@/components/ui/error-notice';
import { useEndedRun } from './ended-run';
import { restartEngine, type EngineHandle } from './use-engine';

/** Says that the engine has stopped, and restarts it. */
export function EngineNotice({ health }: Pick<EngineHandle, 'health'>) {
  const wasEndedByViewer = useEndedRun() !== null;
  if (health === 'running' || (health === 'restarting' && wasEndedByViewer)) return null;
  const failure = {
    message: 'The engine behind this page has stopped.',
    advice: 'Restart it: the dataset is opened again from the same place. If it stops again, the dataset may be too large for this browser: close other tabs, or open fewer of its files.',
  };
  return (
    <div className="p-3">
      <ErrorNotice failure={failure}>
        <Button disabled={health === 'restarting'} onClick={restartEngine}>
          {health === 'restarting' ? 'Restarting…' : 'Restart the engine'}
        </Button>
      </ErrorNotice>
    </div>
  );
}
