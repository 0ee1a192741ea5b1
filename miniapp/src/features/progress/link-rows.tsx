import { serverToday } from '../../platform';
import { Button, DatePicker, TextInput, TextLink, View } from '../../ui';
import { dateInAddress, progressLimits, withAddress, type LinkForm } from './progress-form';
import './progress.scss';

interface LinkRowsProps {
  links: readonly LinkForm[];
  errors: Record<number, string>;
  onChange: (links: LinkForm[]) => void;
}

/** Where it can be seen: addresses of what was made public. Photos and tracks are never asked for. */
export function LinkRows({ links, errors, onChange }: LinkRowsProps) {
  const change = (at: number, part: Partial<LinkForm>): void =>
    onChange(links.map((link, index) => (index === at ? { ...link, ...part } : link)));
  const today = serverToday();
  return (
    <View>
      {links.map((link, at) => (
        <View key={at} className="link-row">
          <TextInput
            label={`链接 ${at + 1}`}
            value={link.url}
            onChange={(url) => change(at, withAddress(link, url, today))}
            placeholder="https:// 开头的公开页面"
            maxLength={500}
            error={errors[at]}
          />
          <TextInput
            label={`链接 ${at + 1} 的名称`}
            optional
            value={link.title}
            onChange={(title) => change(at, { title })}
            placeholder="如：问答库清单"
            maxLength={progressLimits.title}
          />
          <DatePicker
            label={`链接 ${at + 1} 的页面日期`}
            optional
            value={link.datedOn ?? ''}
            onChange={(datedOn) => change(at, { datedOn: datedOn || null })}
            max={today}
            hint={
              link.datedOn && link.datedOn === dateInAddress(link.url, today)
                ? '从网址中读出，请与页面上的日期核对'
                : '页面上写的发布日期，销号时会对照；页面没写就不填'
            }
          />
          <TextLink
            onTap={() => onChange(links.filter((_, index) => index !== at))}
            label={`去掉链接 ${at + 1}`}
          >
            去掉这条链接
          </TextLink>
        </View>
      ))}
      {links.length < progressLimits.links && (
        <View className={links.length > 0 ? 'mt-s' : ''}>
          <Button
            kind="ghost"
            icon="plus"
            onTap={() => onChange([...links, { title: '', url: '', datedOn: null }])}
          >
            {links.length === 0 ? '添加公开链接' : '再加一条链接'}
          </Button>
        </View>
      )}
    </View>
  );
}
