import type { Attachment } from '@sunledger/shared-types';
import { openDocument, showPictures, toast } from '../../platform';
import { Icon, Tap, Text, View } from '../../ui';
import { FileImage } from './file-image';
import { fileNote } from './file-words';
import './attachment.scss';

/** The files of a report: pictures small in a row, documents by their names. A tap opens them. */
export function FileList({ files }: { files: readonly Attachment[] }) {
  const pictures = files.filter((file) => file.thumbnailUrl !== null && file.url !== null);
  const others = files.filter((file) => !pictures.includes(file));
  if (files.length === 0) return null;
  return (
    <View className="files">
      {pictures.length > 0 && (
        <View className="files__pictures">
          {pictures.map((file, at) => (
            <Tap
              key={file.id}
              className="files__picture"
              label={`照片 ${at + 1}：${file.name}，点开看大图`}
              onTap={() =>
                showPictures(
                  pictures.flatMap((each) => each.url ?? []),
                  file.url ?? '',
                )
              }
            >
              <FileImage url={file.thumbnailUrl} />
            </Tap>
          ))}
        </View>
      )}
      {pictures.some((file) => file.check) && (
        <View className="t-note">
          {pictures
            .flatMap((file, at) => (file.check ? [`照片 ${at + 1}：${fileNote(file)}`] : []))
            .join('；')}
        </View>
      )}
      {others.map((file) =>
        file.url === null ? (
          <View key={file.id} className="files__row files__row--closed">
            <Icon name="file" className="btn__icon" />
            <FileName file={file} />
          </View>
        ) : (
          <Tap key={file.id} className="files__row" onTap={() => void read(file)}>
            <Icon name="file" className="btn__icon" />
            <FileName file={file} />
          </Tap>
        ),
      )}
    </View>
  );
}

function FileName({ file }: { file: Attachment }) {
  return (
    <View className="grow">
      <Text className="files__name">{file.name}</Text>
      <View className="t-note">{fileNote(file)}</View>
    </View>
  );
}

async function read(file: Attachment): Promise<void> {
  if (!(await openDocument(file.url ?? '', file.name))) toast('文件没有打开，请刷新后再试', 'bad');
}
