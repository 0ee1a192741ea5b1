import { goesOf } from './erasure-words';

const nothing = {
  messages: 0,
  openMessages: 0,
  publicAnswers: 0,
  ratings: 0,
  notifications: 0,
  sessions: 1,
  duties: [],
};

test('says only what there is, with the person’s own numbers', () => {
  expect(goesOf(nothing)).toEqual(['登录方式、手机号和账号名称', '1 处登录全部退出']);
  const much = goesOf({ ...nothing, messages: 3, openMessages: 1, ratings: 2, notifications: 4 });
  expect(much).toHaveLength(6);
  expect(much.join()).toContain('还没办完的 1 条留言会一并撤回');
});
