import { messageEndpoints, type MessageKind } from '@sunledger/shared-types';
import { useState } from 'react';
import { open, useCall } from '../../platform';
import { Icon, ScrollRow, Sheet, Tap, Text, TextLink, View } from '../../ui';
import './reply.scss';

interface TemplateRowProps {
  region: string;
  kind: MessageKind;
  onPick: (text: string) => void;
}

/** The unit's templates for this kind: one tap puts one in; all of them, with their words, in the sheet. */
export function TemplateRow({ region, kind, onPick }: TemplateRowProps) {
  const [all, setAll] = useState(false);
  const templates = useCall(messageEndpoints.templates, { region, kind }, { staleMs: 5 * 60_000 });
  const items = templates.data?.items ?? [];
  if (templates.error && !templates.data) {
    return (
      <TextLink icon="refresh" onTap={() => void templates.refetch()}>
        模板没有读到，点这里再试
      </TextLink>
    );
  }
  if (items.length === 0) return null;
  return (
    <>
      <ScrollRow className="templates" role="group" label="答复模板，点一下插入">
        <View className="templates__row">
          {items.map((template) => (
            <Tap
              key={template.id}
              className="templates__one"
              onTap={() => onPick(template.text)}
              label={`插入模板：${template.title}`}
            >
              <Icon name="plus" className="templates__plus" />
              <Text>{template.title}</Text>
            </Tap>
          ))}
          <Tap className="templates__all" onTap={() => setAll(true)} expanded={all}>
            <Text>看模板内容</Text>
          </Tap>
        </View>
      </ScrollRow>
      <Sheet open={all} title="答复模板" onClose={() => setAll(false)}>
        <TextLink icon="edit" onTap={() => open('templates', { region })}>
          管理模板
        </TextLink>
        <View className="items">
          {items.map((template) => (
            <Tap
              key={template.id}
              className="item-tap"
              label={`插入模板：${template.title}`}
              onTap={() => {
                onPick(template.text);
                setAll(false);
              }}
            >
              <View className="t-strong">{template.title}</View>
              <View className="t-2 t-pre clamp-3">{template.text}</View>
            </Tap>
          ))}
        </View>
      </Sheet>
    </>
  );
}
