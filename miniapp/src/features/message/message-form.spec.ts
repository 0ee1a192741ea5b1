import { messageEndpoints } from '@sunledger/shared-types';
import {
  draftKeyOf,
  emptyForm,
  errorsOf,
  inputOf,
  isMessageForm,
  isMessageKind,
  plainPhone,
  type MessageForm,
} from './message-form';

const form = (part: Partial<MessageForm>): MessageForm => ({
  ...emptyForm,
  text: '社保卡在哪里补办？',
  ...part,
});

describe('the form of a message', () => {
  it('is private until tapped', () => {
    expect(emptyForm.open).toBe(false);
    expect(inputOf(form({}), { region: 'yunxi', taskId: 0 })).toEqual({
      region: 'yunxi',
      kind: 'inquiry',
      text: '社保卡在哪里补办？',
      public: false,
    });
  });

  it('leaves out what was left empty and trims the rest', () => {
    const input = inputOf(
      form({ text: '  问一下路灯  ', contactName: ' 王女士 ', contactPhone: '138 0000-1111' }),
      { region: 'yunxi', taskId: 7 },
    );
    expect(input).toMatchObject({
      text: '问一下路灯',
      taskId: 7,
      contactName: '王女士',
      contactPhone: '13800001111',
    });
  });

  it('asks for a text that says something', () => {
    expect(errorsOf(form({ text: '   ' })).text).toBe('请写下您要问的事或要说的话。');
    expect(errorsOf(form({ text: ' 你好 ' })).text).toMatch('至少 5 个字');
    expect(errorsOf(form({ text: '字'.repeat(1003) })).text).toMatch('请删去 3 个字');
    expect(errorsOf(form({}))).toEqual({});
  });

  it.each([
    ['', true],
    ['13800001111', true],
    ['138 0000 1111', true],
    ['138-0000-1111', true],
    ['0572-2051234', true],
    ['05722051234', true],
    ['12345', false],
    ['1380000111', false],
    ['问我儿子', false],
  ])('phone %s may go: %s', (contactPhone, fine) => {
    expect(errorsOf(form({ contactPhone })).contactPhone === undefined).toBe(fine);
  });

  it('refuses what the server would refuse, and nothing else', () => {
    for (const contactPhone of ['13800001111', '0572-2051234', '020-81234567', '12345', '1380000']) {
      const given = form({ contactPhone });
      const server = messageEndpoints.submit.input.safeParse(
        inputOf(given, { region: 'yunxi', taskId: 0 }),
      ).success;
      expect([contactPhone, Object.keys(errorsOf(given)).length === 0]).toEqual([contactPhone, server]);
    }
  });

  it('keeps the dash of a landline', () => {
    expect(plainPhone(' 0572-2051234 ')).toBe('0572-2051234');
  });

  it('knows a stored draft of this version, and no other', () => {
    expect(isMessageForm(form({}))).toBe(true);
    expect(isMessageForm({ ...emptyForm, kind: 'praise' })).toBe(false);
    expect(isMessageForm({ text: '只有文字' })).toBe(false);
    expect(isMessageForm(null)).toBe(false);
    expect(isMessageKind('help')).toBe(true);
    expect(isMessageKind(undefined)).toBe(false);
  });

  it('keeps one draft per target', () => {
    expect(draftKeyOf(0)).toBe('message');
    expect(draftKeyOf(20)).not.toBe(draftKeyOf(21));
  });
});
