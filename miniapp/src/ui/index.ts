/**
 * The look. Pages and features import everything they draw from here, and nothing from `@tarojs/components`.
 *
 *   import { Page, Card, LightChip, Button, View, Text } from '../../ui';
 *
 *   <Page title="任务" tab="tasks" onRefresh={list.reload} foot={<Button onTap={…}>我要留言</Button>}>
 *     <Card title="进展" note="共 3 条" more={{ text: '全部', onTap }}> … </Card>
 *   </Page>
 *
 * One `Page` per page. Direct children of `Page` that are cards keep their distance by themselves; use
 * `className="mt"` for other blocks and `stack` / `stack stack--s` for columns.
 *
 * Words and layout are classes (styles/words.scss): t-big t-title t-head t-body t-note t-strong t-2 t-brand
 * t-done t-soon t-late t-serif t-num t-pre clamp-2 clamp-3 · row row--top row--base row--wrap row--between grow
 * stack mt mt-s only-wide only-narrow unseen. Own styles: an `index.scss` beside the page with var(--ink),
 * var(--t-note), var(--gap), …; lengths in plain px; never a fixed height around text (大字版).
 *
 * View and Text are `div`/`span` on H5 and WeChat's own there (`as="h2"` and the like for H5 semantics);
 * everything tappable is a Tap (or a part built on it), is ≥ 44 px high (60 in 大字版), and has words or a label.
 * Never put a Tap inside a Tap: give the inner one its own row.
 */
export { OpenButton } from './primitives/open-button';
export { Image, ScrollRow, Tap, Text, View } from './primitives/primitives';
export type { Choice } from './primitives/types';
export { Button, TextLink } from './parts/button';
export { Card, Item, Items } from './parts/card';
export { Chip, LightChip, shapeOf, Stamp } from './parts/chip';
export { DateReason, DateReasonDetail } from './parts/date-reason';
export { Check, DatePicker, Field, Picker, Switch, TextArea, TextInput } from './parts/field';
export { Icon, type IconName } from './parts/icon';
export { KeysetList } from './parts/keyset-list';
export { Facts, Figure, ListRow } from './parts/list-row';
export { ProgressBar, Ring, StackedBar, type Part } from './parts/bars';
export { QueryView } from './parts/query-view';
export { ReadAloud, Sentences, useBeingRead, type SpokenPart } from './parts/read-aloud';
export { RedHead } from './parts/red-head';
export { SearchBar, SearchLink } from './parts/search-bar';
export { Filters, Segmented, type Option } from './parts/segmented';
export { Sheet } from './parts/sheet';
export { Empty, ErrorState, Notice, Skeleton } from './parts/states';
export { Timeline, type TimelineEntry } from './parts/timeline';
export { lightTones, type Tone } from './parts/tone';
export { Page } from './shell/page';
export { SplitView } from './shell/split-view';
