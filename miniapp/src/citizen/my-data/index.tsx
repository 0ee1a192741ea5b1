import { MyData } from '../../features/privacy/my-data';

export default function MyDataPage() {
  return <MyData />;
}
