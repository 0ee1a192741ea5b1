import { ledgerEndpoints } from '@sunledger/shared-types';
import { TaskCard } from '../../features/task/task-card';
import { idOf, open, useKeyset, useParams, useShareCard } from '../../platform';
import { KeysetList, Page, View } from '../../ui';

export default function PartsPage() {
  const id = idOf(useParams('parts').id);
  const parts = useKeyset(ledgerEndpoints.parts, { id, limit: 50 });
  useShareCard('各村进展：一项任务，每个村办到哪一步', 'parts', { id });
  return (
    <Page title="各村进展" width="full" onRefresh={parts.reload}>
      <KeysetList
        {...parts}
        itemKey={(part) => part.id}
        renderItem={(part) => (
          <View>
            <View as="h2" className="t-strong t-2">
              {part.place}
            </View>
            <TaskCard task={part} onTap={() => open('task', { id: part.id })} />
          </View>
        )}
        empty="这项任务没有分村办理"
      />
    </Page>
  );
}
