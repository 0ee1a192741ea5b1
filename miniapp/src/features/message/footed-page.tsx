import type { ReactNode } from 'react';
import { useWide, type TabRoute } from '../../platform';
import { Card, Page, View } from '../../ui';
import './footed-page.scss';

interface FootedPageProps {
  title: string;
  tab?: TabRoute;
  foot: ReactNode;
  children: ReactNode;
}

/** A page whose actions stay at the bottom of phones and close the text on wide windows. */
export function FootedPage({ title, tab, foot, children }: FootedPageProps) {
  const wide = useWide();
  return (
    <Page title={title} tab={tab} foot={wide ? undefined : foot} className="page--footed">
      {children}
      {wide && (
        <View className="mt">
          <Card>
            <View className="foot__in">{foot}</View>
          </Card>
        </View>
      )}
    </Page>
  );
}
