import {
  attachmentEndpoints,
  attachmentExtensions,
  attachmentLimits,
  type Attachment,
} from '@sunledger/shared-types';
import { call, pickFiles, pickPhotos } from '../../platform';
import { Button, Icon, ProgressBar, Tap, Text, TextLink, View } from '../../ui';
import { FileImage } from './file-image';
import { fileNote, sizeWords } from './file-words';
import { useUploads, type Upload } from './use-uploads';
import './attachment.scss';

interface FilePickerProps {
  taskId: number;
  files: readonly Attachment[];
  onChange: (files: Attachment[]) => void;
  error?: string;
}

/** Photos and files of a report: chosen, on their way, sent; each can be taken off again. None is asked for. */
export function FilePicker({ taskId, files, onChange, error }: FilePickerProps) {
  const { uploads, room, add, again, drop } = useUploads(taskId, files, onChange);
  const takeOff = (file: Attachment): void => {
    onChange(files.filter((each) => each.id !== file.id));
    // Somebody else's file of an earlier report stays where it is; the server says so.
    call(attachmentEndpoints.remove, { id: file.id }).catch((error: unknown) =>
      console.warn('the file stays until it is purged', error),
    );
  };
  return (
    <View>
      {files.map((file) => (
        <View key={file.id} className="sent-file">
          <Picture file={file} />
          <View className="grow sent-file__words">
            <View>{file.name}</View>
            <View className="t-note">{fileNote(file)}</View>
          </View>
          <TakeOff name={file.name} onTap={() => takeOff(file)} />
        </View>
      ))}
      {uploads.map((one) => (
        <Running key={one.key} one={one} onAgain={() => again(one.key)} onDrop={() => drop(one.key)} />
      ))}
      {error !== undefined && <View className="t-late">{error}</View>}
      {room > 0 ? (
        <View className={files.length + uploads.length > 0 ? 'file-choices mt' : 'file-choices'}>
          <Button kind="ghost" icon="plus" onTap={async () => add(await pickPhotos(room))}>
            照片
          </Button>
          <Button
            kind="ghost"
            icon="file"
            onTap={async () => add(await pickFiles([...attachmentExtensions.file], room))}
          >
            文件
          </Button>
        </View>
      ) : (
        <View className="t-note mt-s">最多 {attachmentLimits.perReport} 个，去掉一些才能再加。</View>
      )}
      <View className="t-note mt-s">
        照片会去掉拍摄地点等信息；文件可传 PDF、Word、Excel，每个不超过 20 MB。
      </View>
    </View>
  );
}

function Picture({ file }: { file: Attachment }) {
  return (
    <View className="sent-file__picture" silent>
      {file.thumbnailUrl !== null ? <FileImage url={file.thumbnailUrl} /> : <Icon name="file" />}
    </View>
  );
}

function Running({ one, onAgain, onDrop }: { one: Upload; onAgain: () => void; onDrop: () => void }) {
  return (
    <View className="sent-file">
      <View className="sent-file__picture" silent>
        <Icon name="upload" />
      </View>
      <View className="grow sent-file__words">
        <View>
          {one.file.name} <Text className="t-note">{sizeWords(one.file.size)}</Text>
        </View>
        {one.problem === null ? (
          <ProgressBar percent={one.percent} tone="going" label={`正在上传 ${one.file.name}`} />
        ) : (
          <>
            <View className="t-late">{one.problem}</View>
            {one.again && (
              <TextLink icon="refresh" onTap={onAgain} label={`再传一次 ${one.file.name}`}>
                再传一次
              </TextLink>
            )}
          </>
        )}
      </View>
      <TakeOff name={one.file.name} onTap={onDrop} />
    </View>
  );
}

function TakeOff({ name, onTap }: { name: string; onTap: () => void }) {
  return (
    <Tap className="sent-file__off" label={`去掉 ${name}`} onTap={onTap}>
      <Icon name="close" />
    </Tap>
  );
}
