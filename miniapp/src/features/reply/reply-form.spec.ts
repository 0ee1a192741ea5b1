import type { ReplyView } from '@sunledger/shared-types';
import {
  blanksIn,
  insertInto,
  isReplyForm,
  replyErrorsOf,
  replyInputOf,
  sentBackLast,
  startingForm,
} from './reply-form';

const reply = (part: Partial<ReplyView>): ReplyView => ({
  id: 1,
  text: '您好！请带身份证到窗口办理。',
  unitName: '县人社局',
  status: 'sentBack',
  draftedByMe: true,
  drafterName: '陈晓梅',
  draftedAt: '2026-11-20T10:00:00+08:00',
  publishedAt: null,
  note: '没有写材料',
  ...part,
});

describe('a reply in writing', () => {
  it('starts with the words that were sent back', () => {
    expect(startingForm([reply({})]).text).toBe('您好！请带身份证到窗口办理。');
    expect(startingForm([]).text).toBe('');
  });

  it('forgets a sending back once a newer draft stands', () => {
    const newer = reply({ id: 2, status: 'inReview', draftedAt: '2026-11-20T11:00:00+08:00' });
    expect(sentBackLast([reply({}), newer])).toBeNull();
    expect(sentBackLast([newer, reply({ id: 3, draftedAt: '2026-11-20T12:00:00+08:00' })])?.id).toBe(3);
  });

  it('puts a template behind what is written and never over it', () => {
    expect(insertInto('', '您好！')).toBe('您好！');
    expect(insertInto('  \n', '您好！')).toBe('您好！');
    expect(insertInto('已写的话。\n\n', '您好！')).toBe('已写的话。\n您好！');
    expect(insertInto('a'.repeat(2999), 'bcd')).toHaveLength(3000);
  });

  it('finds the places of a template that are still empty', () => {
    expect(blanksIn('关于您问的＿＿，材料：____。')).toBe(2);
    expect(blanksIn('带身份证')).toBe(0);
    expect(replyErrorsOf({ text: '一、办理条件：＿＿。', holdingReason: '' }).text).toContain('1 处空白');
  });

  it('asks for a reason beside a holding phrase, and only there', () => {
    const holding = { text: '您的问题正在办理，请稍后再看。', holdingReason: '' };
    expect(replyErrorsOf(holding).holdingReason).toBeDefined();
    expect(replyErrorsOf({ ...holding, holdingReason: '等省里文件' })).toEqual({});
    expect(replyInputOf({ ...holding, holdingReason: ' 等省里文件 ' }, 7)).toEqual({
      id: 7,
      text: holding.text,
      holdingReason: '等省里文件',
    });
    expect(replyInputOf({ text: '请带身份证办理。', holdingReason: '等省里文件' }, 7)).toEqual({
      id: 7,
      text: '请带身份证办理。',
    });
  });

  it('says how long an answer must be', () => {
    expect(replyErrorsOf({ text: ' ', holdingReason: '' }).text).toBe('请写答复内容。');
    expect(replyErrorsOf({ text: '可以。', holdingReason: '' }).text).toContain('至少 5 个字');
    expect(replyErrorsOf({ text: '好'.repeat(3002), holdingReason: '' }).text).toContain('删去 2 个字');
  });

  it('knows its own stored drafts', () => {
    expect(isReplyForm({ text: '', holdingReason: '' })).toBe(true);
    expect(isReplyForm({ text: '' })).toBe(false);
    expect(isReplyForm(null)).toBe(false);
  });
});
