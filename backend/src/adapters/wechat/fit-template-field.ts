import { FIELD_MAX } from './wechat-limits';

/**
 * Makes a text fit a field of a subscribe-message template: the prefix of the key (`thing1`, `time2`) is its
 * type and WeChat refuses the whole message (47003) when one value does not suit its type.
 * @param key   the field's key in the template, such as `phrase3`
 * @param value what we would like to say; instants as `2026-02-14T16:20:00.000+08:00`, dates as `2026-02-14`
 * @returns never empty, without line breaks and control characters, within the length of the type
 */
export function fitTemplateField(key: string, value: string): string {
  const type = key.replace(/\d+$/, '');
  const clean = [...value.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ').replace(/\s+/g, ' ')].join('').trim();
  return fit(type, clean) || emptyOf(type);
}

function fit(type: string, value: string): string {
  switch (type) {
    case 'number':
      return take(/^-?\d+(?:\.\d+)?/.exec(value)?.[0] ?? '', FIELD_MAX.number);
    case 'letter':
      return take(value.replace(/[^A-Za-z]/g, ''), FIELD_MAX.letter);
    case 'symbol':
      return take(value.replace(/[\p{L}\p{N}\s]/gu, ''), FIELD_MAX.symbol);
    case 'character_string':
      return take(value.replace(/[^\x21-\x7e]/g, ''), FIELD_MAX.character_string);
    case 'phone_number':
      return take(value.replace(/[^\d+\-()（）]/g, ''), FIELD_MAX.phone_number);
    case 'car_number':
      return take(value, FIELD_MAX.car_number);
    case 'amount':
      return /^[¥￥$]?\d{1,10}(?:\.\d+)?元?$/.exec(value)?.[0] ?? '';
    case 'time':
      return timeOf(value);
    case 'date':
      return dateOf(value);
    case 'phrase':
      return take(value.replace(/[^\p{Script=Han}]/gu, ''), FIELD_MAX.phrase);
    case 'name':
      // Ten Chinese characters or twenty letters; digits and signs are not allowed.
      return /^[A-Za-z .]+$/.test(value)
        ? take(value, FIELD_MAX.name * 2)
        : take(value.replace(/[^\p{L}·]/gu, ''), FIELD_MAX.name);
    default:
      return shorten(value, FIELD_MAX.thing);
  }
}

const take = (value: string, most: number): string => [...value].slice(0, most).join('');

function shorten(value: string, most: number): string {
  const characters = [...value];
  return characters.length <= most ? value : `${characters.slice(0, most - 1).join('')}…`;
}

const INSTANT = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})/;
const DAY = /^(\d{4})-(\d{2})-(\d{2})/;

function timeOf(value: string): string {
  const at = INSTANT.exec(value);
  if (at) return `${at[1]}年${Number(at[2])}月${Number(at[3])}日 ${at[4]}:${at[5]}`;
  return dateOf(value) || (/^\d{1,2}:\d{2}$/.exec(value)?.[0] ?? '');
}

function dateOf(value: string): string {
  const day = DAY.exec(value);
  return day ? `${day[1]}年${Number(day[2])}月${Number(day[3])}日` : '';
}

/** WeChat takes no empty value; each type has one that says “nothing to say” and is valid. */
function emptyOf(type: string): string {
  if (type === 'number' || type === 'amount') return '0';
  if (type === 'time' || type === 'date') return '1970年1月1日';
  if (type === 'phrase') return '无';
  if (type === 'name') return '无';
  if (type === 'phone_number') return '12345';
  return type === 'letter' ? 'N' : '-';
}
