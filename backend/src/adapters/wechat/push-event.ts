import { parseDocument } from 'htmlparser2';
import { PushRefused } from './message-push';

type Fields = { [name: string]: string | Fields | Fields[] };
type Node = ReturnType<typeof parseDocument>['children'][number];

/** What a person did in the popup of a subscription, per template. */
export interface SubscribeChoice {
  readonly templateId: string;
  readonly accepted: boolean;
}

/** A push that the product understands. */
export type PushEvent =
  | {
      readonly kind: 'subscribePopup' | 'subscribeChange';
      readonly key: string;
      readonly openid: string;
      readonly choices: readonly SubscribeChoice[];
    }
  | {
      readonly kind: 'subscribeSent';
      readonly key: string;
      readonly openid: string;
      readonly sent: readonly { templateId: string; messageId: string; ok: boolean }[];
    }
  | {
      readonly kind: 'mediaChecked';
      readonly key: string;
      readonly traceId: string;
      readonly suggest: string;
      readonly label: number;
    }
  | { readonly kind: 'other'; readonly key: string };

/** The envelope or the message of a push, whether the console says JSON or XML. */
export function readPushBody(text: string): Fields {
  const trimmed = text.trim();
  if (trimmed.startsWith('<')) return xmlFields(trimmed);
  try {
    const value: unknown = JSON.parse(trimmed);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Fields;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new PushRefused('BODY');
}

/** The text of a field; numbers of JSON pushes included. */
export function fieldOf(fields: Fields, name: string): string {
  const value: unknown = fields[name];
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}

/** DW/doc/service/guide/product/subscription_messages/push.md; the media result: api_mediacheckasync. */
export function pushEventOf(fields: Fields): PushEvent {
  const event = fieldOf(fields, 'Event');
  const openid = fieldOf(fields, 'FromUserName');
  const key =
    fieldOf(fields, 'MsgId') ||
    [openid, fieldOf(fields, 'CreateTime'), event, fieldOf(fields, 'trace_id')].join(':');
  const items = itemsOf(fields, event);
  switch (event) {
    case 'subscribe_msg_popup_event':
    case 'subscribe_msg_change_event':
      return {
        kind: event === 'subscribe_msg_popup_event' ? 'subscribePopup' : 'subscribeChange',
        key,
        openid,
        choices: items.map((item) => ({
          templateId: fieldOf(item, 'TemplateId'),
          accepted: fieldOf(item, 'SubscribeStatusString').startsWith('accept'),
        })),
      };
    case 'subscribe_msg_sent_event':
      return {
        kind: 'subscribeSent',
        key,
        openid,
        sent: items.map((item) => ({
          templateId: fieldOf(item, 'TemplateId'),
          messageId: fieldOf(item, 'MsgID'),
          ok: fieldOf(item, 'ErrorCode') === '0',
        })),
      };
    case 'wxa_media_check': {
      const result = fields.result as Fields | undefined;
      return {
        kind: 'mediaChecked',
        key,
        traceId: fieldOf(fields, 'trace_id'),
        // The first version has no result: it says isrisky 0 or 1.
        suggest: result ? fieldOf(result, 'suggest') : fieldOf(fields, 'isrisky') === '0' ? 'pass' : 'review',
        label: result ? Number(fieldOf(result, 'label')) : 21000,
      };
    }
    default:
      return { kind: 'other', key };
  }
}

/**
 * The items of a subscription event. JSON: `List`, an object when there is one and an array when there are
 * several (github.com/Wechat-Group/WxJava/pull/2477); XML: an element named after the event, with `List`s.
 */
function itemsOf(fields: Fields, event: string): Fields[] {
  const wrapper = fields[wrapperNames[event] ?? ''];
  const holder =
    wrapper !== undefined && typeof wrapper !== 'string' && !Array.isArray(wrapper) ? wrapper : fields;
  const list = holder.List;
  if (list === undefined || typeof list === 'string') return [];
  return Array.isArray(list) ? list : [list];
}

const wrapperNames: Readonly<Record<string, string>> = {
  subscribe_msg_popup_event: 'SubscribeMsgPopupEvent',
  subscribe_msg_change_event: 'SubscribeMsgChangeEvent',
  subscribe_msg_sent_event: 'SubscribeMsgSentEvent',
};

function xmlFields(text: string): Fields {
  const root = parseDocument(text, { xmlMode: true }).children.find((node) => 'children' in node);
  if (!root || !('children' in root)) throw new PushRefused('BODY');
  return childFields(root.children);
}

function childFields(nodes: readonly Node[]): Fields {
  const fields: Fields = {};
  for (const node of nodes) {
    if (!('name' in node) || !('children' in node)) continue;
    const inner = node.children.some(
      (child) => 'name' in child && 'children' in child && child.type === 'tag',
    );
    const value = inner ? childFields(node.children) : textIn(node.children);
    const there = fields[node.name];
    if (there === undefined) fields[node.name] = value;
    else if (typeof value !== 'string')
      fields[node.name] = [
        ...(Array.isArray(there) ? there : typeof there === 'string' ? [] : [there]),
        value,
      ];
  }
  return fields;
}

function textIn(nodes: readonly Node[]): string {
  return nodes
    .map((node) => ('data' in node ? node.data : 'children' in node ? textIn(node.children) : ''))
    .join('');
}
