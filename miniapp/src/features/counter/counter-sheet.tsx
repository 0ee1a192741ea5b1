import { counterEndpoints, ratingWords, type Counter, type CounterRating } from '@sunledger/shared-types';
import { inWechat, savePicture, serverToday, useCall, useKeyset } from '../../platform';
import { Button, Image, KeysetList, Notice, QueryView, Sheet, Text, View } from '../../ui';
import { codePicture } from '../account/code-picture';
import { momentWords } from '../message/message-words';
import { drawCounterCard } from './draw-counter-card';
import './counter.scss';

/** The code of one counter, to be printed, and what people say there. */
export function CounterSheet({
  code,
  counter,
  onClose,
}: {
  code: string;
  counter: Counter;
  onClose: () => void;
}) {
  const ratings = useKeyset(counterEndpoints.ratings, { code, id: counter.id });
  return (
    <Sheet open title={counter.name} onClose={onClose}>
      <View className="stack">
        {!counter.closed && <Code code={code} counter={counter} />}
        <View as="h3" className="t-strong">
          收到的评价
        </View>
        <KeysetList
          {...ratings}
          itemKey={(rating) => rating.id}
          renderItem={(rating) => <Said rating={rating} />}
          empty="还没有评价"
        />
      </View>
    </Sheet>
  );
}

function Code({ code, counter }: { code: string; counter: Counter }) {
  const picture = useCall(counterEndpoints.picture, { code, id: counter.id });
  return (
    <QueryView query={picture}>
      {({ image, address }) => {
        const whole = address.startsWith('/') && !inWechat ? window.location.origin + address : address;
        const source = image ?? codePicture(whole);
        const print = async (): Promise<void> => {
          const card = await drawCounterCard({ name: counter.name, unit: counter.unit.name, code: source });
          savePicture(`${counter.unit.name}${counter.name}.png`, card);
        };
        return (
          <View className="stack">
            <View className="counter-code">
              <Image src={source} alt={`${counter.name}的二维码`} className="counter-code__picture" />
              <View className="t-note t-center">{counter.unit.name}</View>
            </View>
            {inWechat ? (
              <Notice icon="info">要打印，请在电脑上打开本页。</Notice>
            ) : (
              <Button icon="file" onTap={print}>
                下载打印用的卡片
              </Button>
            )}
            {image === null && (
              <Notice icon="info">还没有接入微信小程序，这是打开网页的二维码；接入后请重新打印。</Notice>
            )}
          </View>
        );
      }}
    </QueryView>
  );
}

function Said({ rating }: { rating: CounterRating }) {
  const word = ratingWords[rating.level as keyof typeof ratingWords];
  return (
    <View className="stack stack--s">
      <View className="row row--wrap row--between">
        <Text className="t-strong">{word}</Text>
        <Text className="t-note">{momentWords(rating.ratedAt, serverToday())}</Text>
      </View>
      {rating.text !== null && <View className="t-body t-pre">{rating.text}</View>}
    </View>
  );
}
