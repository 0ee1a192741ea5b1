import type { Attachment } from '@sunledger/shared-types';
import { useEffect, useState } from 'react';
import { mount } from '../../testing/mount';
import { Text } from '../../ui';
import { useFreshFiles } from './use-uploads';

const file = (id: number, name: string): Attachment => ({
  id,
  name,
  kind: 'image',
  bytes: 1,
  width: 1,
  height: 1,
  state: 'ready',
  url: null,
  thumbnailUrl: null,
});

/** A draft with one photo, to which the person adds another before the first one's address is known. */
function Draft() {
  const [files, setFiles] = useState([file(1, '旧地址.jpg')]);
  useFreshFiles(files, [file(1, '新地址.jpg')], setFiles);
  useEffect(() => setFiles((all) => [...all, file(2, '新拍的.jpg')]), []);
  return <Text>{files.map(({ name }) => name).join(' ')}</Text>;
}

test('fresh addresses of a draft’s files leave alone what was added meanwhile', async () => {
  const page = mount(<Draft />);
  await page.settle();
  expect(page.text()).toBe('新地址.jpg 新拍的.jpg');
});
