import { Page, Skeleton } from '../../ui';

export default function ImportCheckPage() {
  return (
    <Page title="核对导入结果">
      <Skeleton />
    </Page>
  );
}
