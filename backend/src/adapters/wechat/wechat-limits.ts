/** Numbers of the WeChat platform, each with the page that states it; `DW` is https://developers.weixin.qq.com. */

/** DW/doc/service/api/base/api_getstableaccesstoken.html: a token lives 7200 s and overlaps the next by 5 minutes. */
export const TOKEN_MARGIN_MS = 5 * 60_000;
/** The same page: `force_refresh` at most 20 times a day and 30 s apart; an hour keeps well below both. */
export const FORCED_REFRESH_APART_MS = 3600_000;

/** DW/miniprogram/dev/server/API/sec-center/sec-check/api_msgseccheck: characters per call. */
export const CHECKED_TEXT_MAX = 2500;

/** DW/miniprogram/dev/server/API/qrcode-link/qr-code/api_getunlimitedqrcode */
export const SCENE_PATTERN = /^[0-9A-Za-z!#$&'()*+,/:;=?@\-._~]{1,32}$/;

/** DW/miniprogram/dev/server/API/qrcode-link/url-link/api_generateurllink.html */
export const URL_LINK_DAYS_MAX = 30;
export const URL_LINK_QUERY_MAX = 1024;

/** DW/miniprogram/dev/server/API/mp-message-management/subscribe-message/api_sendmessage: characters per field type. */
export const FIELD_MAX = {
  thing: 20,
  number: 32,
  letter: 32,
  symbol: 5,
  character_string: 32,
  phone_number: 17,
  car_number: 8,
  name: 10,
  phrase: 5,
} as const;

/** DW/doc/oplatform/developers/dev/push/encryption.md: blocks of 32 bytes, twice those of AES. */
export const PUSH_BLOCK = 32;
/** A push older or newer than this is not believed; WeChat tries again within seconds. Our own number. */
export const PUSH_MAX_AGE_MS = 10 * 60_000;

/** Our own numbers: tries of one call and when the breaker opens. */
export const MAX_TRIES = 3;
export const BREAKER_FAILURES = 5;
export const BREAKER_OPEN_MS = 30_000;
