import { messageEndpoints, messageKindWords, type ReplyTemplate } from '@sunledger/shared-types';
import { useState } from 'react';
import { confirm, errorMessage, rolesIn, toast, useCall, useSend, useSession } from '../../platform';
import { Button, Card, Chip, Empty, Notice, Page, QueryView, View } from '../../ui';
import { TemplateSheet } from './template-sheet';
import './reply.scss';

/** 答复模板: a reviewer keeps those of the own unit, the office all of the region. */
export function TemplatesDesk({ code }: { code: string }) {
  const me = useSession((state) => state.me);
  const roles = rolesIn(me, code);
  const keeps = roles.includes('reviewer') || roles.includes('office');
  const templates = useCall(messageEndpoints.templates, { region: code, scope: 'all' });
  const [edited, setEdited] = useState<ReplyTemplate | 'new' | null>(null);
  return (
    <Page title="答复模板" onRefresh={templates.refetch}>
      <View className="stack">
        <Notice icon="info">
          模板是答复的开头，写好办理材料、地点和电话；空着要填的地方写“＿＿”，没填好送不了审。
        </Notice>
        {keeps && (
          <Button icon="plus" onTap={() => setEdited('new')}>
            新建模板
          </Button>
        )}
        <QueryView query={templates}>
          {({ items }) =>
            items.length === 0 ? (
              <Empty icon="edit" title="还没有模板" text="常问的事写成模板，答复时点一下就能用。" />
            ) : (
              <View className="stack">
                {items.map((template) => (
                  <TemplateCard key={template.id} template={template} onEdit={() => setEdited(template)} />
                ))}
              </View>
            )
          }
        </QueryView>
        {edited !== null && (
          <TemplateSheet
            code={code}
            template={edited === 'new' ? null : edited}
            onClose={() => setEdited(null)}
          />
        )}
      </View>
    </Page>
  );
}

function TemplateCard({ template, onEdit }: { template: ReplyTemplate; onEdit: () => void }) {
  const remove = useSend(messageEndpoints.deleteTemplate, { refreshes: [messageEndpoints.templates] });
  const drop = async (): Promise<void> => {
    const yes = await confirm({
      title: `删除模板“${template.title}”？`,
      text: '已经写进答复的文字不受影响。',
      confirmText: '删除',
    });
    if (!yes) return;
    try {
      await remove.run({ id: template.id });
      toast('已删除', 'done');
    } catch (error) {
      toast(errorMessage(error));
    }
  };
  return (
    <Card title={template.title}>
      <View className="row row--wrap">
        <Chip>{template.kind === null ? '各类留言' : messageKindWords[template.kind]}</Chip>
        <Chip>{template.unit?.name ?? '全地区'}</Chip>
      </View>
      <View className="t-2 t-pre clamp-3 mt-s">{template.text}</View>
      {template.editable && (
        <View className="row row--wrap mt-s">
          <Button kind="ghost" inline icon="edit" onTap={onEdit}>
            修改
          </Button>
          <Button kind="plain" inline onTap={drop}>
            删除
          </Button>
        </View>
      )}
    </Card>
  );
}
