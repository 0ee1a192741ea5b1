import {
  closeOutEndpoints,
  evidenceWords,
  paperDate,
  linkStateWords,
  type CloseOutCheck,
} from '@sunledger/shared-types';
import { errorMessage, openLink, serverToday, toast, useRefresh, useSend } from '../../platform';
import { Card, Chip, Items, TextLink, View, type Tone } from '../../ui';
import { momentWords } from '../message/message-words';

type Link = CloseOutCheck['links'][number];

const looks: Record<Link['state'], { tone: Tone; shape: string }> = {
  alive: { tone: 'done', shape: '●' },
  unchecked: { tone: 'grey', shape: '◐' },
  unreachable: { tone: 'late', shape: '✕' },
  refused: { tone: 'late', shape: '✕' },
};

async function follow(url: string): Promise<void> {
  const outcome = await openLink(url);
  if (outcome === 'copied') toast('链接已复制，请到浏览器打开');
  if (outcome === 'refused') toast('这个链接打不开', 'bad');
}

/** What was found about the evidence: the report, its links, their days, the members. */
export function CloseOutFindings({ id, check }: { id: number; check: CloseOutCheck }) {
  const again = useSend(closeOutEndpoints.checkLinks, { refreshes: [closeOutEndpoints.check] });
  const refresh = useRefresh();
  const recheck = async (): Promise<void> => {
    try {
      await again.run({ id });
      toast('正在重新核验，稍候刷新');
    } catch (error) {
      toast(errorMessage(error), 'bad');
    }
    setTimeout(() => void refresh(closeOutEndpoints.check), 4000);
  };
  const { report, window, members } = check;
  return (
    <>
      {report && (
        <Card title="完成报告" note={report.unitName}>
          <View className="t-pre">{report.text}</View>
          <View className="t-note mt-s">
            {momentWords(report.submittedAt, serverToday())} 报送 · {report.percent}%
            {report.attachments.length > 0 ? ` · ${report.attachments.length} 个附件` : ''}
          </View>
        </Card>
      )}
      <Card
        title="佐证核验"
        note={
          check.missing.length > 0
            ? `缺${check.missing.map((kind) => evidenceWords[kind]).join('、')}`
            : undefined
        }
      >
        {members.total > 0 && (
          <View>
            成员单位 {members.total} 家：{members.reported} 家已报
          </View>
        )}
        {window && (
          <View className="t-note">
            佐证日期应在 {paperDate(window.from)} 至 {paperDate(window.to)} 之间
          </View>
        )}
        {check.links.length === 0 && <View className="t-2">报告没有附链接。</View>}
        <Items>
          {check.links.map((link) => (
            <LinkFinding key={link.url} link={link} />
          ))}
        </Items>
        {check.links.length > 0 && (
          <TextLink icon="refresh" onTap={() => void recheck()}>
            重新核验链接
          </TextLink>
        )}
      </Card>
    </>
  );
}

function LinkFinding({ link }: { link: Link }) {
  const { tone, shape } = looks[link.state];
  const status = link.httpStatus === null ? '' : `（${link.httpStatus}）`;
  return (
    <View className="item">
      <View className="row row--wrap">
        <Chip tone={tone} shape={shape}>
          {linkStateWords[link.state]}
          {link.state === 'unreachable' ? status : ''}
        </Chip>
        {link.outside && (
          <Chip tone="soon" shape="◇">
            日期不在任务期间
          </Chip>
        )}
      </View>
      <TextLink icon="link" onTap={() => void follow(link.url)} label={`打开${link.title}`}>
        {link.title}
      </TextLink>
      <View className="t-note">
        {[
          link.datedOn ? `报送时填的页面日期 ${paperDate(link.datedOn)}` : '报送时没有填页面日期，请打开核对',
          link.checkedAt ? `${momentWords(link.checkedAt, serverToday())} 核验` : null,
        ]
          .filter(Boolean)
          .join(' · ')}
      </View>
    </View>
  );
}
